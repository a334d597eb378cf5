"""How well the words of a noun phrase for somebody ("the Velo senator", "the agency") agree with who may be meant."""

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.entities import (
    TYPE_OF_NOUN,
    DiscourseEntity,
    is_person_noun,
    kinds_of,
    origins,
    own_role_words,
    role_words,
)
from onrecord.extraction.syntax import ATTRIBUTES, dependents
from onrecord.folding import fold

# Kinds of organisation, and the words of names that say so without the noun ("the agency", "the Harbour Office").
_KINDS = {noun: set(words.split()) for noun, words in lexicons.mapping("organisation_kinds.tsv").items()}
_SAID_IN_NAMES = {"panel", "think-tank", "union"}
# What is printed or on the air, and words of such names.
_PRINT = {"newspaper", "paper", "magazine", "outlet", "website", "site", "publisher"}
_ON_AIR = {"network", "broadcaster", "station", "agency"}
_PRINT_NAMES = {"times", "post", "journal", "herald", "tribune", "gazette", "chronicle", "examiner", "guardian"}
_ON_AIR_NAMES = ("tv", "news", "radio", "television", "press")
# Longer words in capitals are places in datelines.
_ACRONYM = 6


def agreement(noun: Token, entity: DiscourseEntity) -> dict[str, float]:
    """Return, by the names of features, in what the words at `noun` and what is known of `entity` agree or do not.

    "The Velo senator" and Senator Ada Orlen of Velo: "role agrees" and "words known", 1 each.
    """
    told = {fold(child.text) for child in dependents(noun) if child.dep_ in ATTRIBUTES and child.dep_ != "poss"}
    found = _of_person(noun, entity) if entity.type == "person" else _of_body(noun, entity)
    if told:
        known = role_words(entity) | origins(entity) if entity.type == "person" else name_words(entity)
        share = len(told & known) / len(told)
        found |= {"words known": share} if share else {"words unknown": 1.0}
    return found


def _of_person(noun: Token, entity: DiscourseEntity) -> dict[str, float]:
    found = {}
    word = fold(noun.text)
    own = own_role_words(entity)
    if word in role_words(entity):
        found["word beside the name"] = 1.0
    if word in own:
        found["role agrees"] = 1.0
    kinds = [kinds_of(role) | {role} for role in own if is_person_noun(role)]
    if any(word in some for some in kinds):
        found["kind of the role"] = 1.0
    elif kinds:
        of_noun = kinds_of(word)
        found["near the role" if any(of_noun & some for some in kinds) else "another role"] = 1.0
    return found


def _of_body(noun: Token, entity: DiscourseEntity) -> dict[str, float]:
    word, words = noun.lemma_.casefold(), name_words(entity)
    found = {}
    # An acronym does not say what kind of thing it is.
    if entity.name.isupper() and len(entity.name) <= _ACRONYM:
        found["an acronym"] = 1.0
    if word in words:
        found["noun in the name"] = 1.0
    elif _kinds_in(words):
        found["another kind in the name"] = 1.0
    if _KINDS.get(word, set()) & words:
        found["kind in the name"] = 1.0
    return found


def is_of_kind(noun: Token, entity: DiscourseEntity) -> bool:
    """Say whether an organisation can be what a noun says: by its name, or since nothing speaks against it.

    "The agency" can be the Harbour Office, and Velo News; it is not the Velo Times, nor a union.
    """
    if entity.type != "organisation":
        return False
    if not entity.named:
        # "India's embassy in Lanta", "the embassy".
        return noun.lemma_.casefold() in name_words(entity) and not entity.name.casefold().startswith("the ")
    if is_called(noun, entity):
        return True
    if entity.owner is not None:
        return False
    word, words = noun.lemma_.casefold(), name_words(entity)
    kin = _KINDS.get(word, set()) & words
    told = any(child.dep_ in ATTRIBUTES for child in dependents(noun))
    if kin and not told:
        return True
    general = word in _KINDS and word not in _SAID_IN_NAMES
    return general and not _kinds_in(words) and _is_of_medium(word, words)


def is_called(noun: Token, entity: DiscourseEntity) -> bool:
    """Say whether an organisation has a noun, and all that is told before it, in its name."""
    words = name_words(entity)
    told = {fold(child.text) for child in dependents(noun) if child.dep_ in ATTRIBUTES}
    return entity.type == "organisation" and entity.named and noun.lemma_.casefold() in words and told <= words


def name_words(entity: DiscourseEntity) -> set[str]:
    """Return the words of a name, folded."""
    return set(fold(entity.name).replace("-", " ").split())


def _kinds_in(words: set[str]) -> set[str]:
    return {word for word in words if TYPE_OF_NOUN.get(word) == "organisation"}


def _is_of_medium(word: str, words: set[str]) -> bool:
    """Say whether a noun fits words of a name that is printed ("Velo Times") or on the air ("Lanta Radio")."""
    printed = word in _PRINT or not words & _PRINT_NAMES
    return printed and (word in _PRINT | _ON_AIR or not any(name.endswith(_ON_AIR_NAMES) for name in words))
