"""Vetoes of numbers that take up what was told before: "the two men", "her three sons' boats", "one" of them."""

from onrecord import lexicons
from onrecord.extraction.quantities.candidate import Candidate

_CHOSEN = {"first", "last", "next", "other", "previous", "remaining", "same", "latest"}
_DEFINITE = {"the", "these", "those", "both", "all", "every", "each", "any", "such"}
_OWNED = {"'s", "’s", "’", "'"}
# A known few ("the two men") are spoken of, not counted.
_FEW = 12
# So many words before a number may be what makes it known.
_REACH = 3
_PERSONS = {noun for (noun,) in lexicons.rows("counted_persons.tsv")}
_FATES = {"dead", "killed", "injured", "wounded", "missing", "hurt", "arrested", "detained", "critically", "seriously"}
# "One boat" is a count beside another number so many words away: "one boat and two crews".
_BESIDE = 10


def is_definite(candidate: Candidate) -> bool:
    """Say whether an article or such a word makes a small number a known one: "the two men", "these three"."""
    return _is_few(candidate) and not _DEFINITE.isdisjoint(_modifiers(candidate))


def is_chosen(candidate: Candidate) -> bool:
    """Say whether a word picks so many out of a row: "its first two boats", "three other men" not."""
    return _is_few(candidate) and not _CHOSEN.isdisjoint(_modifiers(candidate))


def is_owned(candidate: Candidate) -> bool:
    """Say whether it is somebody's known few: "Lanta's two ports"."""
    return _is_few(candidate) and not _OWNED.isdisjoint(_modifiers(candidate))


def is_of_the_most(candidate: Candidate) -> bool:
    """Say whether a superlative stands behind the number: "two largest ports"."""
    after = candidate.after
    return _is_few(candidate) and after is not None and after.tag_ in {"JJS", "RBS"}


def is_one_of_nobody(candidate: Candidate) -> bool:
    """Say whether "one" is no count: not in a measure, not hedged, of no person and beside no other number."""
    quantity, first = candidate.quantity, candidate.first
    if not _is_one(candidate) or quantity.unit is not None or quantity.hedge is not None:
        return False
    noun = first.head if first.dep_ == "nummod" else None
    if noun is not None and noun.pos_ == "NOUN":
        others = (token for token in first.sent if token.like_num and token.i != first.i)
        return noun.lemma_.casefold() not in _PERSONS and all(abs(token.i - noun.i) >= _BESIDE for token in others)
    after = candidate.after
    return after is None or after.lower_ not in _FATES


def _is_one(candidate: Candidate) -> bool:
    return candidate.quantity.words and candidate.printed.casefold() == "one"


def _is_few(candidate: Candidate) -> bool:
    quantity = candidate.quantity
    bare = quantity.unit is None and quantity.hedge is None
    return bare and quantity.least <= _FEW and not _is_one(candidate)


def _modifiers(candidate: Candidate) -> list[str]:
    """Return the words right before a number that say which of a kind are meant, the nearest first."""
    words = []
    first = candidate.first
    for i in range(first.i - 1, max(first.i - _REACH - 1, first.sent.start - 1), -1):
        token = candidate.doc[i]
        if token.pos_ not in {"ADJ", "DET", "ADV"} and token.tag_ not in {"PRP$", "POS"}:
            break
        words.append(token.lower_)
    return words
