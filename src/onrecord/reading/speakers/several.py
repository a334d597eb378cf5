"""Whom a plural or "it" stands for: those who spoke together, the two named last, an organisation that acted."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.folding import fold
from onrecord.reading.cast import Cast, Member
from onrecord.reading.cast.roles import role_words
from onrecord.reading.names import gender_of
from onrecord.reading.speakers.pronouns import REACH, acted_before, just_acted, of_gender, subjects_before
from onrecord.reading.speakers.voices import EPITHET, PRONOUN, Voices

_SEVERAL = 2
_CONTRASTED = ("former", "latter")
_THEY = {"they", "them", "their"}
_STATES = {"country", "nation", "government", "state", "neighbour", "neighbor"}
_PLURAL, _DEFINITE = {"NNS", "NNPS"}, {"the", "these"}


def collective(
    cast: Cast,
    pronoun: Token,
    last: tuple[int, tuple[Member, ...]],
    best: Callable[[Callable[[Member], bool]], Member | None],
) -> Voices:
    """Return whom "they" or "it" stands for: who acted together, who spoke last, an organisation or group that acted.

    Args:
        cast: who is named in the document.
        pronoun: "they", "it" or a form of them.
        last: where somebody spoke last, and who.
        best: chooses the likeliest of those that fit.
    """
    where, spoke = last
    one = pronoun.lower_ not in _THEY
    joint = () if one else subjects_before(cast, pronoun)
    if any((mention := member.before(pronoun.i)) is not None and mention.end > where for member in joint):
        return Voices(joint, PRONOUN)
    found = [m for m in spoke if m.type != "person" and not (one and m.type == "group")]
    found = list(spoke) if len(spoke) > 1 and not one else found
    if found and pronoun.i - where < REACH:
        return Voices(tuple(found), PRONOUN)
    kinds = {"organisation", "state"} if one else {"group"}
    group = best(lambda member: member.type in kinds and acted_before(member, pronoun))
    if group is not None:
        return Voices((group,), EPITHET)
    if one:
        return Voices()
    acting = best(lambda member: member.type == "organisation" and just_acted(member, pronoun))
    return Voices(joint or ((acting,) if acting else ()), EPITHET)


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


def contrasted(cast: Cast, head: Token) -> Member | None:
    """Return which of the two named last "the former" or "the latter" is, None where it is neither of them."""
    bare = [child.lower_ for child in head.children if child.i < head.i] == ["the"]
    pair = _two(cast, head) if head.lower_ in _CONTRASTED and bare else None
    return pair[_CONTRASTED.index(head.lower_)] if pair is not None else None


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
