"""Who acts in an event and who is acted upon: from the words for them to discourse entities, with their sectors."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.attribution import Attribution
from onrecord.extraction.coreference import Resolver, add_described, is_of_people
from onrecord.extraction.document import tokens_inside
from onrecord.extraction.entities import TYPE_OF_NOUN, Discourse, DiscourseEntity, country_of
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.ranges import CharRange, within
from onrecord.extraction.syntax import COLLECTIVE, GENDERS, OWN
from onrecord.folding import fold
from onrecord.vocabulary import EntityType, Sector

_SECTORS = cast(dict[str, Sector], lexicons.mapping("sectors.tsv"))
_TYPES: Collection[EntityType] = {"person", "organisation", "state", "group", "place"}
_PRONOUNS = GENDERS.keys() | COLLECTIVE | OWN
# "Lanta's fleet", "Lantan soldiers", "the fleet of Lanta".
_WHOSE = {"poss", "compound", "amod", "nmod"}
_NAMES = {"PROPN", "ADJ", "NOUN"}

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


class Arguments:
    """Finds who takes part in the events of a document, gone through in the order of the text."""

    def __init__(
        self,
        doc: Doc,
        discourse: Discourse,
        attributions: Sequence[Attribution],
        participants: Sequence[StatementParticipants],
    ) -> None:
        self._doc = doc
        self._discourse = discourse
        self._resolver = Resolver(
            doc, discourse, tokens_inside(doc, [part for one in attributions for part in one.content])
        )
        self._names = {fold(entity.name): entity for entity in discourse.entities if entity.named}
        self._spoken = sorted(
            (
                (one.source[0], found.speakers)
                for one, found in zip(attributions, participants, strict=True)
                if one.source
            ),
            key=lambda pair: pair[0],
        )
        self._contents = [
            (part, found.speakers)
            for one, found in zip(attributions, participants, strict=True)
            for part in one.content
        ]

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
        entity = self._named(head)
        if entity is not None:
            return None if entity.type not in _TYPES else 2 if entity.type == "place" else 0
        if head.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
            return None
        body = TYPE_OF_NOUN.get(head.lemma_.casefold()) in {"group", "organisation"}
        somebody = _sector(head) is not None or is_of_people(head) or body
        if somebody or self._owner(head) is not None or country_of(head.text) is not None:
            return 1
        # "A Lantan ship": last of all, since it may be a thing.
        beside = (child for child in head.children if child.dep_ in _WHOSE and child.i < head.i)
        of_state = head.lemma_.casefold() not in _GROUND and any(country_of(child.text) is not None for child in beside)
        return _LAST if of_state else None

    def _named(self, head: Token) -> DiscourseEntity | None:
        """Return who is named at a word, also where the tagger passed over a name that it knows from elsewhere."""
        entity = self._discourse.by_token.get(head.i)
        if entity is None and head.pos_ == "PROPN" and not head.ent_type_:
            return self._names.get(fold(head.text)) or self._discourse.person_called(head)
        if entity is None and is_of_people(head):
            # "His counterpart, Ivo Marek".
            beside = (self._discourse.by_token.get(child.i) for child in head.children if child.dep_ == "appos")
            return next((named for named in beside if named is not None and named.type == "person"), None)
        return entity

    def noun_type(self, head: Token) -> NounType:
        """Return as what a word shows whom it is for; nobody joins the discourse."""
        entities = self._meant(head) if head.pos_ == "PRON" else [m for m in (self._named(head),) if m]
        if entities:
            return NounType(entities[0].type, _sector(head) or self._sector_of(entities[0]))
        if country_of(head.text) is not None:
            return NounType("state", "GOV")
        kind = TYPE_OF_NOUN.get(head.lemma_.casefold())
        one, sector = head.tag_ in {"NN", "NNP"}, _sector(head)
        if kind is None and (is_of_people(head) or (one and sector)):
            kind = "person" if one else "group"
        return NounType(cast(EntityType | None, kind), sector)

    def of(self, heads: Sequence[Token]) -> list[EventArgument]:
        """Return who the phrases with these heads are for, each once."""
        parties: dict[DiscourseEntity, EventArgument] = {}
        for head in heads:
            for party in self._for(head):
                parties.setdefault(party[0], party)
        return list(parties.values())

    def with_sectors(self, entities: Sequence[DiscourseEntity]) -> list[EventArgument]:
        """Return entities with the sectors they are shown in."""
        return [(entity, self._sector_of(entity)) for entity in entities]

    def _for(self, head: Token) -> list[EventArgument]:
        """Return who the phrase with this head is for; a nameless one that is nobody's joins the discourse."""
        if head.pos_ == "PRON":
            return [(entity, self._sector_of(entity)) for entity in self._meant(head) if entity.type in _TYPES]
        entity = self._named(head)
        if entity is not None:
            return [(entity, self._sector_of(entity))]
        sector = _sector(head)
        owner = self._owner(head)
        # "The Lantan president" is a person, "Lantan soldiers" are Lanta's.
        nobody = sector is None and not is_of_people(head)
        if owner is not None and (nobody or owner.type in {"organisation", "state", "place"}):
            return [(owner, sector or self._sector_of(owner))]
        state = self._state(head)
        if state is not None:
            return [(state, sector or "GOV")]
        known = self._resolver.resolve_mention(head)
        if known:
            return [(entity, sector or self._sector_of(entity)) for entity in known]
        entity = add_described(self._discourse, head, self._doc[head.left_edge.i : _closing(head)])
        if head.pos_ == "NUM":
            entity.type = "group"
        return [(entity, sector)]

    def _meant(self, pronoun: Token) -> Sequence[DiscourseEntity]:
        self._resolver.last = next(
            (
                (self._place(start), entities)
                for start, entities in reversed(self._spoken)
                if start < pronoun.idx and entities
            ),
            (-1, ()),
        )
        around = [
            entities for part, entities in self._contents if within(CharRange(pronoun.idx, pronoun.idx + 1), part)
        ]
        self._resolver.around = around[-1] if around else ()
        return self._resolver.around if pronoun.lower_ in OWN else self._resolver.resolve_mention(pronoun)

    def _place(self, character: int) -> int:
        span = self._doc.char_span(character, character + 1, alignment_mode="expand")
        return span.start if span is not None else -1

    def _owner(self, head: Token) -> DiscourseEntity | None:
        """Return whose something is: who is named before its noun or behind "of"."""
        near = [child for child in head.children if child.dep_ in _WHOSE and child.pos_ in _NAMES]
        near += [
            token for child in head.children if child.lower_ == "of" for token in child.children if token.dep_ == "pobj"
        ]
        for token in near:
            entity = self._discourse.by_token.get(token.i)
            if entity is not None and entity.type in _TYPES:
                return entity
        return None

    def _state(self, head: Token) -> DiscourseEntity | None:
        """Return the state that a demonym beside the noun is for; a new one joins the discourse."""
        for token in (head, *head.children):
            country = country_of(token.text) if token.i == head.i or token.dep_ in _WHOSE else None
            if country is None:
                continue
            for entity in self._discourse.entities:
                if (
                    entity.type in {"state", "place"}
                    and entity.country == country
                    and country_of(entity.name) == country
                ):
                    return entity
            state = DiscourseEntity(
                "state", token.text, [DocSpan(self._doc, token.i, token.i + 1, label="NORP")], country=country
            )
            self._discourse.add(state)
            return state
        return None

    def _sector_of(self, entity: DiscourseEntity) -> Sector | None:
        """Return the sector that an entity's roles show, or the words of its name."""
        for role in (*entity.roles, *((entity.name,) if entity.type != "person" else ())):
            for word in reversed(role.casefold().replace("-", " ").split()):
                sector = _SECTORS.get(word.strip(",.()")) or _SECTORS.get(word.strip(",.()").removesuffix("s"))
                if sector is not None:
                    return sector
        return "GOV" if entity.type == "state" else None


def _closing(head: Token) -> int:
    """Return where the phrase for a nameless party ends: before a clause, or where it is."""
    end = head.i + 1
    for child in head.rights:
        if child.i != end or child.lower_ != "of":
            break
        end = next((token.i for token in child.subtree if token.dep_ in {"acl", "relcl"}), child.right_edge.i + 1)
    return end


def _sector(head: Token) -> Sector | None:
    if head.lemma_.casefold() in _COUNTING or head.pos_ == "NUM":
        counted = [token for child in head.children if child.lower_ == "of" for token in child.children]
        if counted:
            return _sector(counted[0]) if counted[0].pos_ != "NUM" else None
        # "Thousands marched", and not "pay thousands".
        return "CVL" if head.tag_ == "NNS" and head.dep_ in {"nsubj", "nsubjpass"} else None
    if head.pos_ not in {"NOUN", "PROPN"}:
        return None
    noun = head.lemma_.casefold()
    if noun in _OF_OTHERS and head.i > head.left_edge.i and head.nbor(-1).dep_ == "compound":
        noun = head.nbor(-1).lemma_.casefold()
    return _SECTORS.get(noun)
