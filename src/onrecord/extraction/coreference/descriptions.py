"""Who is meant by a description: a title or office alone, an epithet, somebody's campaign, an unnamed source."""

import re
from collections.abc import Collection, Iterable

from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.entities import (
    EPITHETS,
    TYPE_OF_NOUN,
    Discourse,
    DiscourseEntity,
    country_of,
    gender_of,
    is_hyphenated,
    is_person_noun,
    is_title,
    origins,
    own_role_words,
    role_heads,
    role_words,
)
from onrecord.extraction.syntax import (
    ATTRIBUTES,
    NOMINAL_SUBJECTS,
    NOUN_MODIFIERS,
    NOUNS,
    SINGULAR_NOUNS,
    dependents,
    dependents_before,
    has_dependent,
)
from onrecord.folding import fold

_DEFINITE = {"the", "this", "that"}
_OFFICES = set(lexicons.mapping("title_nouns.tsv").values())
UNTOLD = lexicons.words("description_contexts.tsv", "unnamed")
"""Nouns for persons that are said of people who have no name in the story."""
# Offices, and what is printed before a name without being one.
_ELECTED = lexicons.words("description_contexts.tsv", "elected")
_POLITE = {"mr", "mrs", "ms", "miss", "mister", "dr", "sir", "chief"}
_LEADING = 2
_PARTIES = {"democrat": "D", "democratic": "D", "republican": "R", "gop": "R"}
_CAMPAIGN = "campaign"
CANDIDATE_NOUNS = {"candidate", "nominee", "contender", "hopeful", "challenger"}
# Letters by which a demonym and its country are known to belong together.
_STEM = 4


def is_definite(head: Token) -> bool:
    """Say whether one person or thing that is known is meant ("the minister")."""
    return head.tag_ in SINGULAR_NOUNS and any(child.lower_ in _DEFINITE for child in dependents(head))


def is_bare_subject(head: Token) -> bool:
    """Say whether a singular noun that speaks stands without an article, as in headlines ("Minister denies claim")."""
    bare = not has_dependent(head, "det", "poss", "nummod", "compound")
    return head.tag_ in SINGULAR_NOUNS and bare and head.dep_ in NOMINAL_SUBJECTS


def is_epithet(head: Token) -> bool:
    """Say whether `head` speaks of a person who has just been named ("the candidate", "the 34-year-old mother")."""
    aged = any(child.lower_.endswith("year-old") or child.lower_ == "old" for child in dependents(head))
    # "The Republican who wrote the speech" is told apart from all others, and has not been named yet.
    if any(child.dep_ == "relcl" and child.i == head.i + 2 for child in dependents(head)):
        return False
    aged = aged or head.lower_.endswith("-old") or head.lower_ == "old"
    # "The 56-year-old": the tagger has it for an adjective.
    definite = is_definite(head) or (aged and any(child.lower_ in _DEFINITE for child in dependents(head)))
    return definite and (_printed(head) in EPITHETS or aged)


def is_of_people(head: Token) -> bool:
    """Say whether `head` is a noun for a person ("the officer"), not for a thing that tells ("the appearance")."""
    noun = head.lemma_.casefold()
    if head.pos_ == "ADJ":
        return False
    told = gender_of(noun) is not None or is_title(noun) or noun in EPITHETS
    return told or (is_person_noun(noun) and TYPE_OF_NOUN.get(noun, "person") == "person")


def _printed(head: Token) -> str:
    """Return a noun, folded, with what is bound to it by a hyphen ("front-runner")."""
    return fold(head.doc[head.i - 2 : head.i + 1].text if is_hyphenated(head) else head.text)


def is_known_description(head: Token) -> bool:
    """Say whether `head` is a noun for one known person and comes with something told of them.

    "The Vermont senator", "Rivas's former strategist"; not "the woman" nor "the port official", who are others.
    """
    noun = fold(head.text)
    told = has_dependent(head, *ATTRIBUTES)
    owned_by = has_dependent(head, "poss")
    if head.tag_ not in SINGULAR_NOUNS or not told or not (is_definite(head) or owned_by) or noun in UNTOLD:
        return False
    return noun in EPITHETS or is_title(noun) or noun in _OFFICES or is_person_noun(noun)


def likely_holders(discourse: Discourse, head: Token) -> Collection[DiscourseEntity]:
    """Return the persons of whom `head` tells most: in whose role its words stand, or who run for office.

    "The Democratic nominee", "the candidate". Nobody known to be of another party is among them; where the words tell
    nothing of anybody all others are.
    """
    told = {fold(child.text) for child in dependents(head) if child.dep_ in NOUN_MODIFIERS}
    told_of = (entity for word in told for entity in discourse.spoken_of(word, role_words))
    fits = _persons_of_party(told_of, head) or _persons_of_party(discourse.entities, head)
    if head.lower_ not in CANDIDATE_NOUNS or not fits:
        return fits
    running = [m.owner for m in discourse.entities if m.owner and _CAMPAIGN in fold(m.name)]
    # Who runs is named again and again.
    often = max(len(entity.mentions) for entity in fits) / _LEADING
    return [m for m in fits if m in running] or [entity for entity in fits if len(entity.mentions) >= often]


def holds_other(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether a person's printed office is another than what `head` says; whoever was something may be more."""
    # Who is a minister may be "the spokesman", too.
    if not is_elected(head) or any(child.lower_ in {"former", "ex"} for child in dependents(head)):
        return False
    held = {word for word in own_role_words(entity) if word in _OFFICES or (is_title(word) and word not in _POLITE)}
    return bool(held) and fold(head.text) not in held


def is_counted_otherwise(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether a person has the noun `head` with another number ("a mother of two", "the mother of four")."""
    counted = _counted(head)
    noun = fold(head.text)
    roles = (fold(role).split() for role in entity.roles)
    told = {words[at + 2] for words in roles for at in range(len(words) - 2) if words[at : at + 2] == [noun, "of"]}
    return counted is not None and bool(told) and counted not in told


def _counted(head: Token) -> str | None:
    """Return the number behind a noun and "of", folded: "four" of "the mother of four"."""
    of = next((child for child in dependents(head) if child.dep_ == "prep" and child.lower_ == "of"), None)
    number = next((child for child in dependents(of) if child.pos_ == "NUM"), None) if of is not None else None
    return fold(number.text) if number is not None else None


def is_elected(head: Token) -> bool:
    """Say whether `head` is an office whose one holder news knows without saying so ("the Velo senator")."""
    return fold(head.text) in _ELECTED


def _persons_of_party(entities: Iterable[DiscourseEntity], head: Token) -> list[DiscourseEntity]:
    """Return the named persons among `entities`, each once, without those of another party than `head` tells of."""
    persons = (m for m in dict.fromkeys(entities) if m.type == "person" and m.named)
    return [entity for entity in persons if not _of_other_party(entity, head)]


def _of_other_party(entity: DiscourseEntity, head: Token) -> bool:
    """Say whether a person is known to be of another party than `head` tells of ("the Democratic nominee")."""
    told = {fold(child.text) for child in dependents(head) if child.dep_ in NOUN_MODIFIERS}
    parties = {_PARTIES[word] for word in told | {fold(head.text)} if word in _PARTIES}
    return bool(parties) and not _parties(entity) <= parties


def _parties(entity: DiscourseEntity) -> set[str]:
    """Return the letters of a politician's party, as printed in brackets ("(R-Velo)") or among the roles."""
    found = {_PARTIES[word] for word in role_words(entity) if word in _PARTIES}
    for mention in entity.mentions:
        behind = mention.doc[mention.end : mention.end + 2].text
        found |= {letter for letter in _PARTIES.values() if re.fullmatch(rf"[(,]\s?{letter}(?:-.*)?", behind)}
    return found


def spoken_of(head: Token) -> bool:
    """Say whether `head` is a noun for one person ("the general", "a woman")."""
    word = fold(head.text)
    person = gender_of(word) is not None or is_title(word) or word in EPITHETS
    return person and head.tag_ == "NN" and has_dependent(head, "det", "poss")


def by_role(discourse: Discourse, head: Token) -> DiscourseEntity | None:
    """Return the person before `head` whose printed role is what `head` says ("the minister"), if there is one."""
    if not (is_definite(head) or _is_bare_title(head)) or head.pos_ not in NOUNS:
        return None
    noun, of_people = fold(head.text), is_of_people(head)
    modifiers = [child for child in dependents(head) if child.dep_ in ATTRIBUTES]
    places = [child for child in modifiers if child.ent_type_ in {"NORP", "GPE"}]
    wanted = {fold(child.text) for child in modifiers} | {noun}
    best: tuple[int, int, DiscourseEntity] | None = None
    for entity in discourse.spoken_of(noun, role_words):
        if entity.type != "person" or not entity.named or entity.gender not in (None, gender_of(noun) or entity.gender):
            continue
        before = entity.before(head.i)
        words = role_words(entity) if before and not is_counted_otherwise(entity, head) else set()
        if before is None or noun not in words or _of_other_party(entity, head):
            continue
        # "The state" is no Secretary of State, and "the poll" not its winner.
        if not (of_people or (noun in role_heads(entity) and TYPE_OF_NOUN.get(noun, "person") == "person")):
            continue
        known = words | origins(entity)
        if all(_is_from(place, known) for place in places):
            rank = (len(wanted & known), before.end)
            if best is None or rank > best[:2]:
                best = (*rank, entity)
    return best[2] if best else None


def _is_bare_title(head: Token) -> bool:
    """Say whether a title stands for its holder by itself ("Ambassador said so"), without a name or an article."""
    alone = not any(True for _ in dependents_before(head)) and head.dep_ in NOMINAL_SUBJECTS
    return alone and head.text[:1].isupper() and head.tag_ in {"NN", "NNP"} and is_title(fold(head.text))


def _is_from(place: Token, known: Collection[str]) -> bool:
    return country_of(place.text) in known or any(_kin(fold(place.text), word) for word in known)


def _kin(demonym: str, word: str) -> bool:
    """Say whether a demonym and a word are of one country by their beginnings ("Ukrainian", "Ukraine's")."""
    return demonym[:_STEM] == word[:_STEM]
