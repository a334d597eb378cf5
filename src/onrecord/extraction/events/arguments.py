"""Who acts in an event and who is acted upon: from the words for them to discourse entities, with their sectors."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord import lexicons
from onrecord.extraction.coreference import NAMING, NEW, Coreference, Mention, is_of_people
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, country_of
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.syntax import (
    ADNOMINAL_CLAUSES,
    ATTRIBUTES,
    COLLECTIVE,
    GENDERS,
    NOMINAL_SUBJECTS,
    NOMINALS,
    NOUNS,
    OWN,
    SINGULAR_NOUNS,
    dependents,
    dependents_behind,
    governed_by,
    has_dependent,
)
from onrecord.vocabulary import EntityType, Sector

_SECTORS = cast(dict[str, Sector], lexicons.mapping("sectors.tsv"))
_TYPES: Collection[EntityType] = {"person", "organisation", "state", "group", "place"}
_PRONOUNS = GENDERS.keys() | COLLECTIVE | OWN
# "Lanta's fleet", "Lantan soldiers", "the fleet of Lanta".
_NAMES = NOUNS | {"ADJ"}
_NOMINAL = NOMINALS | {"ADJ", "NUM"}

# "Thousands of workers", "two of the sailors": who is counted stands behind "of".
_COUNTING = {"thousand", "hundred", "dozen", "million", "ten", "number", "group", "crowd", "score"}

# "Police units", "army convoys": whose they are stands before them.
_OF_OTHERS = {"boat", "column", "convoy", "ship", "squad", "unit", "vehicle", "vessel"}
# Where something is done: "on Lantan soil".
_GROUND = {"border", "coast", "frontier", "land", "region", "shore", "side", "soil", "territory", "town", "waters"}
_LAST = 3

type EventArgument = tuple[DiscourseEntity, Sector | None]


@dataclass(frozen=True, slots=True)
class NounType:
    """As what the word for somebody shows them, None where it does not."""

    type: EntityType | None
    sector: Sector | None


def argument_mentions(triggers: Iterable[Trigger]) -> Iterator[Mention]:
    """Yield the mentions of those who may take part in the events that triggers tell of."""
    for trigger in triggers:
        for head in (*trigger.actors, *trigger.recipients, *((trigger.noun,) if trigger.noun is not None else ())):
            if head.pos_ in _NOMINAL:
                yield Mention(head, head.doc[head.left_edge.i : _closing(head)], "party")


class Arguments:
    """Tells who takes part in the events of a document, by its discourse and what its mentions stand for."""

    def __init__(self, discourse: Discourse, coreference: Coreference) -> None:
        self.coreference, self._discourse = coreference, discourse
        # States that the article names by a demonym alone.
        self._states: dict[str, DiscourseEntity] = {}

    def best_heads(self, heads: Sequence[Token]) -> list[Token]:
        """Return those of the heads whose phrases are for somebody: named ones, else described ones, else places.

        Of "sent soldiers to Lanta" it is Lanta to whom something is done.
        """
        ranks = [self._rank(head) for head in heads]
        best = min((rank for rank in ranks if rank is not None), default=None)
        return [head for head, rank in zip(heads, ranks, strict=True) if rank is not None and rank == best]

    def _rank(self, head: Token) -> int | None:
        if head.pos_ == "PRON":
            return 0 if head.lower_ in _PRONOUNS else None
        entity = self._known(head)
        if entity is not None:
            return None if entity.type not in _TYPES else 2 if entity.type == "place" else 0
        if head.pos_ not in _NOMINAL:
            return None
        body = TYPE_OF_NOUN.get(head.lemma_.casefold()) in {"group", "organisation"}
        somebody = _sector(head) is not None or is_of_people(head) or body
        if somebody or self._owner(head) is not None or country_of(head.text) is not None:
            return 1
        # "A Lantan ship": last of all, since it may be a thing.
        beside = (child for child in dependents(head) if child.dep_ in ATTRIBUTES and child.i < head.i)
        of_state = head.lemma_.casefold() not in _GROUND and any(country_of(child.text) is not None for child in beside)
        return _LAST if of_state else None

    def _known(self, head: Token) -> DiscourseEntity | None:
        """Return who is named by a phrase, or described there as a source; None for others."""
        found = self.coreference.of(head)
        first = next(iter(found.entities), None)
        spoke = self._discourse.by_token.get(head.i) is first
        return first if spoke or not NAMING.isdisjoint(found.sieves) else None

    def noun_type(self, head: Token) -> NounType:
        """Return as what a word shows whom it is for."""
        entity = next(iter(self.coreference.of(head).entities), None) if head.pos_ == "PRON" else self._known(head)
        if entity is not None:
            return NounType(entity.type, _sector(head) or self._sector_of(entity))
        if country_of(head.text) is not None:
            return NounType("state", "GOV")
        kind = TYPE_OF_NOUN.get(head.lemma_.casefold())
        one, sector = head.tag_ in SINGULAR_NOUNS, _sector(head)
        if kind is None and (is_of_people(head) or (one and sector)):
            kind = "person" if one else "group"
        return NounType(cast(EntityType | None, kind), sector)

    def of(self, heads: Sequence[Token]) -> list[EventArgument]:
        """Return who the phrases with these heads are for, each once."""
        parties: dict[DiscourseEntity, EventArgument] = {}
        for head in heads:
            # Of "17 of 23 drones" there is one party.
            inside = any(m.start <= head.i < m.end for one in parties if not one.named for m in one.mentions)
            for party in self._for(head) if not inside else ():
                parties.setdefault(party[0], party)
        return list(parties.values())

    def with_sectors(self, entities: Sequence[DiscourseEntity]) -> list[EventArgument]:
        """Return entities with the sectors they are shown in."""
        return [(entity, self._sector_of(entity)) for entity in entities]

    def _for(self, head: Token) -> list[EventArgument]:
        """Return who the phrase with this head is for."""
        found = self.coreference.of(head)
        if head.pos_ == "PRON":
            return self.with_sectors([entity for entity in found.entities if entity.type in _TYPES])
        sector = _sector(head)
        if self._known(head) is not None:
            return [(m, self._sector_of(m) or (sector if not m.named else None)) for m in found.entities]
        owner = self._owner(head)
        # "The Lantan president" is a person, "Lantan soldiers" are Lanta's.
        nobody = sector is None and not is_of_people(head)
        if owner is not None and (nobody or owner.type in {"organisation", "state", "place"}):
            return [(owner, sector or self._sector_of(owner))]
        state = self._state(head)
        if state is not None:
            return [(state, sector or "GOV")]
        if NEW in found.sieves:
            return [(entity, sector) for entity in found.entities]
        return [(entity, sector or self._sector_of(entity)) for entity in found.entities]

    def _owner(self, head: Token) -> DiscourseEntity | None:
        """Return whose something is: who is named before its noun or behind "of"."""
        near = [child for child in dependents(head) if child.dep_ in ATTRIBUTES and child.pos_ in _NAMES]
        for token in (*near, *governed_by(head, "of")):
            entity = self._discourse.by_token.get(token.i)
            if entity is not None and entity.type in _TYPES:
                return entity
        return None

    def _state(self, head: Token) -> DiscourseEntity | None:
        """Return the state that a demonym in the phrase is for, one and the same all through the article."""
        for token in (head, *dependents(head)):
            country = country_of(token.text) if token.i == head.i or token.dep_ in ATTRIBUTES else None
            if country is not None:
                return self._known_state(country) or self._states.setdefault(country, _state_of(token, country))
        return None

    def _known_state(self, country: str) -> DiscourseEntity | None:
        for entity in self._discourse.entities:
            named = entity.country == country and country_of(entity.name) == country
            if entity.type in {"state", "place"} and named:
                return entity
        return None

    def _sector_of(self, entity: DiscourseEntity) -> Sector | None:
        """Return the sector that an entity's roles show, or the words of its name."""
        for role in (*entity.roles, *((entity.name,) if entity.type != "person" else ())):
            for word in reversed(role.casefold().replace("-", " ").split()):
                sector = _SECTORS.get(word.strip(",.()")) or _SECTORS.get(word.strip(",.()").removesuffix("s"))
                if sector is not None:
                    return sector
        return "GOV" if entity.type == "state" else None


def _state_of(demonym: Token, country: str) -> DiscourseEntity:
    mention = DocSpan(demonym.doc, demonym.i, demonym.i + 1, label="NORP")
    return DiscourseEntity("state", demonym.text, [mention], country=country)


def _closing(head: Token) -> int:
    """Return where the phrase for a nameless party ends: before a clause, or where it is."""
    end = head.i + 1
    for child in dependents_behind(head):
        # "Accused the army of hiding guns."
        if child.i != end or child.lower_ != "of" or has_dependent(child, "pcomp"):
            break
        end = next((token.i for token in child.subtree if token.dep_ in ADNOMINAL_CLAUSES), child.right_edge.i + 1)
    return end


def _sector(head: Token) -> Sector | None:
    if head.lemma_.casefold() in _COUNTING or head.pos_ == "NUM":
        counted = [token for child in dependents(head) if child.lower_ == "of" for token in dependents(child)]
        if counted:
            return _sector(counted[0]) if counted[0].pos_ != "NUM" else None
        # "Thousands marched", and not "pay thousands".
        return "CVL" if head.tag_ == "NNS" and head.dep_ in NOMINAL_SUBJECTS else None
    if head.pos_ not in NOUNS:
        return None
    noun = head.lemma_.casefold()
    if noun in _OF_OTHERS and head.i > head.left_edge.i and head.nbor(-1).dep_ == "compound":
        noun = head.nbor(-1).lemma_.casefold()
    return _SECTORS.get(noun)
