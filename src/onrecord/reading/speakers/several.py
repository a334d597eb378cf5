"""Whom a plural stands for: those who spoke together, the two named last."""

from spacy.tokens import Token

from onrecord.folding import fold
from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.roles import role_words
from onrecord.reading.names import gender_of
from onrecord.reading.speakers.pronouns import REACH, of_gender

_SEVERAL = 2
_STATES = {"country", "nation", "government", "state", "neighbour", "neighbor"}
_PLURAL, _DEFINITE = {"NNS", "NNPS"}, {"the", "these"}


def together(cast: Cast, head: Token, last: tuple[int, tuple[Member, ...]]) -> tuple[Member, ...] | None:
    """Return the several whom a plural means ("the senators", "both women"), None if it means nobody known.

    Args:
        cast: who is named in the document.
        head: the noun, or "both", "each".
        last: where somebody spoke last, and who.
    """
    plural = head.tag_ in _PLURAL
    words = {child.lower_ for child in head.children}
    the_two = head.lower_ == "two" and words <= _DEFINITE and len(words) == 1
    alone = head.lower_ == "each" or (head.lower_ == "both" and head.dep_ == "nsubj") or the_two
    counted = plural and ("both" in words or ("two" in words and words & _DEFINITE))
    if alone or (counted and not _are_listed(cast, head)):
        return _two(cast, head)
    where, spoke = last
    if not plural or len(spoke) < _SEVERAL or not words & _DEFINITE or head.i - where > REACH:
        return None
    nouns = {head.lemma_.casefold(), fold(head.text)}
    persons = all(member.type == "person" and member.named for member in spoke)
    return spoke if persons and any(nouns & role_words(member) for member in spoke) else None


def listed_before(cast: Cast, head: Token) -> tuple[Member, ...] | None:
    """Return those whom a plural in apposition sums up ("Velo and Lanta, the two biggest fleets"), None for no such."""
    first = head.head
    while first.dep_ == "conj":
        first = first.head
    members = [cast.by_token.get(token.i) for token in (first, *first.conjuncts) if token.i < head.i]
    known = [member for member in members if member is not None]
    summed = head.dep_ == "appos" and head.tag_ in _PLURAL and len(known) == len(members) >= _SEVERAL
    return tuple(dict.fromkeys(known)) if summed else None


def _are_listed(cast: Cast, head: Token) -> bool:
    """Say whether those whom a plural means are named beside it ("the two analysts, Ivo Marek and Ada Orlen")."""
    return any(child.dep_ == "appos" and child.i in cast.by_token for child in head.children)


def _two(cast: Cast, head: Token) -> tuple[Member, ...] | None:
    """Return the two persons (of the gender a noun gives) or states named last, None if there are not so many."""
    is_state = head.lemma_.casefold() in _STATES
    fits = (lambda member: member.type == "state") if is_state else of_gender(gender_of(head.lemma_))
    pair: list[Member] = []
    for member, _ in cast.before(head.i, REACH):
        if fits(member) and member.named and member not in pair:
            pair.append(member)
        if len(pair) == _SEVERAL:
            return tuple(reversed(pair))
    return None
