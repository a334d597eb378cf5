"""Whom a plural noun stands for: those who spoke together, the two named last."""

from spacy.tokens import Token

from onrecord.extraction.coreference.antecedents import FAR, REACH, of_gender
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.entities import Discourse, DiscourseEntity, gender_of, own_role_words
from onrecord.extraction.syntax import PLURAL_NOUNS, dependents, dependents_before
from onrecord.folding import fold

_SEVERAL = 2
_CONTRASTED = ("former", "latter")
_STATES = {"country", "nation", "government", "state", "neighbour", "neighbor"}
_DEFINITE = {"the", "these"}


def together(
    discourse: Discourse, head: Token, last: tuple[int, tuple[DiscourseEntity, ...]]
) -> tuple[DiscourseEntity, ...] | None:
    """Return the several whom a plural means ("the senators", "both women"), None if it means nobody known.

    Args:
        discourse: who is named in the document.
        head: the noun, or "both", "each".
        last: where somebody spoke last, and who.
    """
    plural = head.tag_ in PLURAL_NOUNS
    words = {child.lower_ for child in dependents(head)}
    the_two = head.lower_ == "two" and words <= _DEFINITE and len(words) == 1
    alone = head.lower_ == "each" or (head.lower_ == "both" and head.dep_ == "nsubj") or the_two
    counted = plural and ("both" in words or ("two" in words and words & _DEFINITE)) and _is_kind_of_two(head)
    if alone or (counted and not _are_listed(discourse, head)):
        return _two(discourse, head)
    where, spoke = last
    if not plural or len(spoke) < _SEVERAL or not words & _DEFINITE or head.i - where > REACH:
        return None
    nouns = {head.lemma_.casefold(), fold(head.text)}
    persons = all(entity.type == "person" and entity.named for entity in spoke)
    return spoke if persons and any(nouns & own_role_words(entity) for entity in spoke) else None


def contrasted(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return which of the two named last "the former" or "the latter" is, None where it is neither of them."""
    bare = [child.lower_ for child in dependents_before(head)] == ["the"]
    pair = _two(discourse, head) if head.lower_ in _CONTRASTED and bare else None
    return pair[_CONTRASTED.index(head.lower_)] if pair is not None else None


def _are_listed(discourse: Discourse, head: Token) -> bool:
    """Say whether those whom a plural means are named beside it ("the two analysts, Ivo Marek and Ada Orlen")."""
    return any(child.dep_ == "appos" and child.i in discourse.by_token for child in dependents(head))


def _is_kind_of_two(head: Token) -> bool:
    """Say whether a plural is for people or states ("both women", "the two countries"), not for "the two sides"."""
    return head.lemma_.casefold() in _STATES or is_of_people(head)


def _two(discourse: Discourse, head: Token) -> tuple[DiscourseEntity, ...] | None:
    """Return the two persons (of the gender a noun gives) or states named last, None if there are not so many."""
    is_state = head.lemma_.casefold() in _STATES
    fits = (lambda entity: entity.type == "state") if is_state else of_gender(gender_of(head.lemma_))
    pair: list[DiscourseEntity] = []
    for entity, _ in discourse.before(head.i, FAR if is_state else REACH):
        if fits(entity) and entity.named and entity not in pair and (is_state or _takes_part(entity, head)):
            pair.append(entity)
        if len(pair) == _SEVERAL:
            return tuple(reversed(pair))
    return None


def _takes_part(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether somebody is more than whose something is ("the last days of Ivo Marek") in front of `head`."""
    roots = (mention.root for mention in entity.mentions if mention.end <= head.i)
    return any(root.dep_ != "poss" and not (root.dep_ == "pobj" and root.head.lower_ == "of") for root in roots)
