"""Whom a plural or "it" stands for: those who spoke together, the two named last, an organisation that acted."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.extraction.coreference.antecedents import REACH, acted_before, just_acted, of_gender, subjects_before
from onrecord.extraction.coreference.referents import EPITHET, PRONOUN, Referents
from onrecord.extraction.entities import Discourse, DiscourseEntity, gender_of, role_words
from onrecord.folding import fold

_SEVERAL = 2
_CONTRASTED = ("former", "latter")
_THEY = {"they", "them", "their"}
_STATES = {"country", "nation", "government", "state", "neighbour", "neighbor"}
_PLURAL, _DEFINITE = {"NNS", "NNPS"}, {"the", "these"}


def collective(
    discourse: Discourse,
    pronoun: Token,
    last: tuple[int, tuple[DiscourseEntity, ...]],
    best: Callable[[Callable[[DiscourseEntity], bool]], DiscourseEntity | None],
) -> Referents:
    """Return whom "they" or "it" stands for: who acted together, who spoke last, an organisation or group that acted.

    Args:
        discourse: who is named in the document.
        pronoun: "they", "it" or a form of them.
        last: where somebody spoke last, and who.
        best: chooses the likeliest of those that fit.
    """
    where, spoke = last
    one = pronoun.lower_ not in _THEY
    joint = () if one else subjects_before(discourse, pronoun)
    if any((mention := entity.before(pronoun.i)) is not None and mention.end > where for entity in joint):
        return Referents(joint, PRONOUN)
    found = [m for m in spoke if m.type != "person" and not (one and m.type == "group")]
    found = list(spoke) if len(spoke) > 1 and not one else found
    if found and pronoun.i - where < REACH:
        return Referents(tuple(found), PRONOUN)
    kinds = {"organisation", "state"} if one else {"group"}
    group = best(lambda entity: entity.type in kinds and acted_before(entity, pronoun))
    if group is not None:
        return Referents((group,), EPITHET)
    if one:
        return Referents()
    acting = best(lambda entity: entity.type == "organisation" and just_acted(entity, pronoun))
    return Referents(joint or ((acting,) if acting else ()), EPITHET)


def together(
    discourse: Discourse, head: Token, last: tuple[int, tuple[DiscourseEntity, ...]]
) -> tuple[DiscourseEntity, ...] | None:
    """Return the several whom a plural means ("the senators", "both women"), None if it means nobody known.

    Args:
        discourse: who is named in the document.
        head: the noun, or "both", "each".
        last: where somebody spoke last, and who.
    """
    plural = head.tag_ in _PLURAL
    words = {child.lower_ for child in head.children}
    the_two = head.lower_ == "two" and words <= _DEFINITE and len(words) == 1
    alone = head.lower_ == "each" or (head.lower_ == "both" and head.dep_ == "nsubj") or the_two
    counted = plural and ("both" in words or ("two" in words and words & _DEFINITE))
    if alone or (counted and not _are_listed(discourse, head)):
        return _two(discourse, head)
    where, spoke = last
    if not plural or len(spoke) < _SEVERAL or not words & _DEFINITE or head.i - where > REACH:
        return None
    nouns = {head.lemma_.casefold(), fold(head.text)}
    persons = all(entity.type == "person" and entity.named for entity in spoke)
    return spoke if persons and any(nouns & role_words(entity) for entity in spoke) else None


def contrasted(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return which of the two named last "the former" or "the latter" is, None where it is neither of them."""
    bare = [child.lower_ for child in head.children if child.i < head.i] == ["the"]
    pair = _two(discourse, head) if head.lower_ in _CONTRASTED and bare else None
    return pair[_CONTRASTED.index(head.lower_)] if pair is not None else None


def listed_before(discourse: Discourse, head: Token) -> tuple[DiscourseEntity, ...] | None:
    """Return those whom a plural in apposition sums up ("Velo and Lanta, the two biggest fleets"), None for no such."""
    first = head.head
    while first.dep_ == "conj":
        first = first.head
    entities = [discourse.by_token.get(token.i) for token in (first, *first.conjuncts) if token.i < head.i]
    known = [entity for entity in entities if entity is not None]
    summed = head.dep_ == "appos" and head.tag_ in _PLURAL and len(known) == len(entities) >= _SEVERAL
    return tuple(dict.fromkeys(known)) if summed else None


def _are_listed(discourse: Discourse, head: Token) -> bool:
    """Say whether those whom a plural means are named beside it ("the two analysts, Ivo Marek and Ada Orlen")."""
    return any(child.dep_ == "appos" and child.i in discourse.by_token for child in head.children)


def _two(discourse: Discourse, head: Token) -> tuple[DiscourseEntity, ...] | None:
    """Return the two persons (of the gender a noun gives) or states named last, None if there are not so many."""
    is_state = head.lemma_.casefold() in _STATES
    fits = (lambda entity: entity.type == "state") if is_state else of_gender(gender_of(head.lemma_))
    pair: list[DiscourseEntity] = []
    for entity, _ in discourse.before(head.i, REACH):
        if fits(entity) and entity.named and entity not in pair:
            pair.append(entity)
        if len(pair) == _SEVERAL:
            return tuple(reversed(pair))
    return None
