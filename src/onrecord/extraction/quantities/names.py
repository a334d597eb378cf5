"""Vetoes of numbers that are part of a name or of an address."""

from onrecord import lexicons
from onrecord.extraction.quantities.candidate import Candidate

_NUMBERED = {noun for (noun,) in lexicons.rows("numbered_nouns.tsv")}
_STREETS = {noun for (noun,) in lexicons.rows("street_nouns.tsv")}
# A figure behind one of them is what it costs or how many live there: "Sarn 12 crowns".
_OTHERS = {"GPE", "PERSON", "DATE"}
# How a number depends on the words before it that is no part of a name there.
_APART = {"pobj", "attr", "dobj", "conj"}
# A street is named at most so many words behind its number.
_STREET_WORDS = 4


def is_numbered(candidate: Candidate) -> bool:
    """Say whether the number tells which of several things is meant: "channel 12", "article 5"."""
    before = candidate.before
    if before is None or not _is_figure(candidate) or before.lower_.rstrip(".") not in _NUMBERED:
        return False
    return _in_sentence(candidate) and candidate.noun() is None


def is_between_names(candidate: Candidate) -> bool:
    """Say whether the number stands between two words of names: "Formula 1 Grand"."""
    after = candidate.after
    return _follows_a_name(candidate) and after is not None and after.tag_ == "NNP" and candidate.quantity.hedge is None


def ends_a_name(candidate: Candidate) -> bool:
    """Say whether the number stands behind a word of a name and belongs to it: "Apollo 11 landed"."""
    last = candidate.last
    hangs_on_it = candidate.noun() is None and last.head.i <= last.i
    return _follows_a_name(candidate) and hangs_on_it and last.dep_ not in _APART


def is_capital(candidate: Candidate) -> bool:
    """Say whether a number word has a capital within a sentence, as in a name: "the Three Rivers bridge"."""
    before, quantity = candidate.before, candidate.quantity
    opens = candidate.last.is_sent_start or before is None or before.is_punct or candidate.first.is_sent_start
    capital = quantity.words and candidate.text[quantity.number.start].isupper()
    return candidate.is_bare and capital and not opens and candidate.part == "paragraph" and quantity.hedge is None


def is_house(candidate: Candidate) -> bool:
    """Say whether the number is that of a house: "12 Harbour Street"."""
    following = [token for i in range(1, _STREET_WORDS + 1) if (token := candidate.token(i)) is not None]
    if not candidate.is_bare or not following or following[0].pos_ != "PROPN":
        return False
    return any(token.lower_ in _STREETS and token.pos_ == "PROPN" for token in following)


def _is_figure(candidate: Candidate) -> bool:
    return candidate.is_bare and not candidate.quantity.words


def _in_sentence(candidate: Candidate) -> bool:
    before = candidate.before
    return before is not None and before.i >= candidate.last.sent.start


def _follows_a_name(candidate: Candidate) -> bool:
    before = candidate.before
    proper = before is not None and before.pos_ == "PROPN" and before.ent_type_ not in _OTHERS
    return proper and _is_figure(candidate) and _in_sentence(candidate)
