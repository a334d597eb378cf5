"""The events of an article: verbal ones from what its statements do, others from what it tells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Doc, Token

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.budget import EVENTS, budget_of
from onrecord.extraction.coreference import Coreference
from onrecord.extraction.document import PARTS, Document, name_around
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.extraction.event_lexicon import tells_of
from onrecord.extraction.events import constraints
from onrecord.extraction.events.arguments import Arguments, EventArgument
from onrecord.extraction.events.classifier import LEAST_PROBABILITY, EventClassifier
from onrecord.extraction.events.classifier_input import marked_clause
from onrecord.extraction.events.event_day import day_of
from onrecord.extraction.events.factuality import as_reported, factuality
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.identifiers import identifier
from onrecord.extraction.participants import StatementParticipants, acting_word
from onrecord.extraction.ranges import CharRange, Neighbours, TokenRange, within
from onrecord.extraction.statements import statement_id
from onrecord.extraction.syntax import AUXILIARIES, dependent, dependents, dependents_before, dependents_behind
from onrecord.extraction.temporal import ResolvedTime, UtteranceTime
from onrecord.records import Entity, Event, Participant
from onrecord.vocabulary import Act, EventModality, EventType, TimeBasis

_ROOTS: dict[Act, EventType] = {
    "deny": "REJECT", "reject": "REJECT", "accuse": "ACCUSE", "criticise": "ACCUSE", "demand": "REQUEST",
    "propose": "REQUEST", "promise": "AGREE", "agree": "AGREE", "threaten": "THREATEN", "praise": "SUPPORT",
}  # fmt: skip
# Who is told is not who is praised or accused.
_ASKING: set[Act] = {"agree", "demand", "promise", "propose", "threaten"}
# Where the corpus has one class: who gives way to arms, and who gives way otherwise.
_RETREATING = {
    "withdraw", "withdrawal", "retreat", "pull", "pullout", "surrender", "ceasefire", "truce", "disarm", "cede",
    "evacuate",
}  # fmt: skip
_WHERE = {"in", "at", "near", "outside", "inside", "around", "across", "off", "on", "over"}
_PLACES = {"GPE", "LOC", "FAC"}
# The words of an event go on up to whom it is done to, if that is so many words away at most.
_NEAR = 10
# A statement of which it is less likely that it is one does nothing to anybody.
_BELIEVED = 0.4


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event by the document's characters and discourse entities.

    `telling` is the number of the attribution that tells of it, or that it is, None for the narrator; `teller` that of
    the one whose speaker asserts it.
    """

    type: EventType
    where: Sequence[CharRange]
    actors: Sequence[EventArgument]
    recipients: Sequence[EventArgument]
    place: CharRange | None
    date: str | None
    date_basis: TimeBasis | None
    modality: EventModality
    telling: int | None
    teller: int | None
    confidence: float

    @property
    def entities(self) -> tuple[DiscourseEntity, ...]:
        """All who act or are acted upon."""
        return tuple(entity for entity, _ in (*self.actors, *self.recipients))


def code_events(
    doc: Doc,
    discourse: Discourse,
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    nesting: Nesting,
    days: Sequence[UtteranceTime],
    times: Sequence[ResolvedTime],
    triggers: Sequence[Trigger],
    coreference: Coreference,
    classifier: EventClassifier,
) -> list[CodedEvent]:
    """Return the events of a document, in the order of the text.

    Args:
        doc: a document after the language pass.
        discourse: who is named in it.
        attributions: its attribution relations.
        participants: who speaks in each, to whom and against whom.
        nesting: which of them stand in the words of which.
        days: when each was said.
        times: the times that the document tells of.
        triggers: its triggers, in the order of the text.
        coreference: whom its mentions stand for, those of `argument_mentions` among them.
        classifier: the event classifier.
    """
    arguments = Arguments(discourse, coreference)
    coder = _Coder(doc, arguments, attributions, participants, nesting, days, times, classifier)
    return sorted(coder.found(triggers), key=lambda one: one.where[0])


def record_events(
    document: Document,
    found: Sequence[CodedEvent],
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    records: Mapping[DiscourseEntity, Entity],
) -> tuple[Event, ...]:
    """Return the events `found` as records, led back to the page."""
    events = []
    alike: Counter[tuple[object, ...]] = Counter()
    for one in found:
        spans = document.to_page(one.where)
        if not spans:
            continue
        what = (one.type, *(edge for span in spans for edge in (span.start, span.end)))
        # Two statements with one cue are two events of the same words: the second has its number in its id.
        again = (alike[what],) if alike[what] else ()
        alike[what] += 1
        by = participants[one.teller].speakers if one.teller is not None else ()
        events.append(
            Event(
                id=identifier("v", document.article.page.sha256, *what, *again),
                type=one.type,
                spans=spans,
                actors=tuple(Participant(records[entity], sector) for entity, sector in one.actors),
                recipients=tuple(Participant(records[entity], sector) for entity, sector in one.recipients),
                place=document.to_span(one.place),
                date=one.date,
                date_basis=one.date_basis,
                modality=one.modality,
                asserted_by=records[by[0]] if by else None,
                narrated=one.teller is None,
                statement=statement_id(document, attributions[one.telling]) if one.telling is not None else None,
                confidence=round(one.confidence, 3),
            )
        )
    return tuple(events)


class _Coder:
    def __init__(
        self,
        doc: Doc,
        arguments: Arguments,
        attributions: Sequence[Attribution],
        participants: Sequence[StatementParticipants],
        nesting: Nesting,
        days: Sequence[UtteranceTime],
        times: Sequence[ResolvedTime],
        classifier: EventClassifier,
    ) -> None:
        self._doc = doc
        # spaCy makes the text anew each time it is asked for.
        self._attributions = attributions
        self._participants = participants
        self._nesting = nesting
        self._days = days
        self._classifier, self._typed = classifier, 0
        self._arguments = arguments
        # By the sentence that they stand in.
        self._times: dict[int, list[tuple[Token, ResolvedTime]]] = {}
        for time in times:
            span = doc.char_span(*time.where, alignment_mode="expand")
            if span is not None:
                self._times.setdefault(span.root.sent.start, []).append((span.root, time))
        self._titles = [TokenRange(part.start, part.end) for part in doc.spans[PARTS] if part.label_ == "title"]

    def found(self, triggers: Iterable[Trigger]) -> list[CodedEvent]:
        verbal = {number: one for number in range(len(self._attributions)) if (one := self._verbal(number))}
        acting = {number: event.where[0] for number, event in verbal.items()}
        printed = ((acting.get(number, one.cue), number) for number, one in enumerate(self._attributions) if one.cue)
        cues = Neighbours(((words, number), [words]) for words, number in printed if words is not None)
        events: list[CodedEvent] = []
        completed: set[int] = set()
        check = budget_of(self._doc).check
        for trigger in triggers:
            check()
            at = CharRange(trigger.root.idx, trigger.root.idx + len(trigger.root))
            cue = next((number for words, number in cues.near([at]) if within(at, words)), None)
            # Who says something does it in the statement; that is the event, if it is one.
            if cue in verbal and not verbal[cue].recipients:
                # "Rejected a Senate plan": whose plan it is is nobody that the statement is aimed at by name.
                verbal[cue] = replace(verbal[cue], recipients=self._acted_upon(trigger, verbal[cue].actors))
            if trigger.root.i in completed or (cue is not None and (cue in verbal or not self._is_more(trigger, cue))):
                continue
            event = self._material(trigger, at)
            if event is not None:
                events.append(event)
                if trigger.noun is not None:
                    completed.add(trigger.noun.i)
        return [*verbal.values(), *events]

    def _is_more(self, trigger: Trigger, number: int) -> bool:
        """Say whether the cue of a statement tells of an event, too: it has a thing for its object, and no words.

        So may one that is an event by its act, if nobody is known who speaks.
        """
        opened = min(start for start, _ in self._attributions[number].content)
        bare = trigger.noun is not None and self._doc[trigger.noun.left_edge.i].idx == opened
        return bare or self._act(number) in _ROOTS

    def _act(self, number: int) -> Act:
        return self._attributions[number].act

    def _verbal(self, number: int) -> CodedEvent | None:
        one, participants = self._attributions[number], self._participants[number]
        root = _ROOTS.get(one.act)
        recipients = participants.targets or (participants.addressees if one.act in _ASKING else ())
        if (
            root is None
            or one.cue is None
            or one.is_labelled(self._doc)
            or one.medium == "thought"
            or one.inherited
            or not participants.speakers
            or one.modality == "expected"
            or one.confidence < _BELIEVED
        ):
            return None
        outer, day = self._nesting.outer(number), self._days[number]
        return CodedEvent(
            root,
            [self._words_of_act(one)],
            self._arguments.with_sectors(participants.speakers),
            self._arguments.with_sectors(recipients),
            None,
            day.period.iso if day.period else None,
            day.basis if day.period else None,
            "happened" if outer is None else as_reported("happened", self._act(outer)) or "alleged",
            number,
            outer,
            one.confidence * participants.sureness,
        )

    def _words_of_act(self, attribution: Attribution) -> CharRange:
        """Return the cue of a statement, or the word of its own that does what it does ("we thank Lanta")."""
        assert attribution.cue is not None
        word = acting_word(self._doc, attribution)
        at = CharRange(word.idx, word.idx + len(word)) if word is not None else attribution.cue
        return attribution.cue if within(at, attribution.cue) else at

    def _material(self, trigger: Trigger, at: CharRange) -> CodedEvent | None:
        title = any(start <= trigger.root.i < end for start, end in self._titles)
        telling = self._nesting.innermost(at)
        own = factuality(trigger.root, title=title, reported=telling is not None)
        how = own if own is None or telling is None else as_reported(own, self._act(telling))
        if how is None:
            return None
        actors = self._arguments.best_heads(trigger.actors)
        done_to = self._done_to(trigger)
        recipients = self._arguments.best_heads(done_to)
        types = self._types(trigger, actors, recipients)
        if not types:
            return None
        self._typed += 1
        budget_of(self._doc).allow(self._typed, EVENTS, "words for events")
        # What is seized is nobody, and tells the type of the event all the same.
        type_, sure = self._classifier.type(
            marked_clause(trigger.root, next(iter(actors), None), next(iter(recipients or done_to), None)),
            types,
            certain=types == {"MOBILIZE"}
            or (trigger.noun is not None and not tells_of(trigger.noun).isdisjoint(types)),
        )
        if sure < LEAST_PROBABILITY:
            return None
        acting = self._arguments.of(actors)
        acted_upon = self._others(recipients, acting)
        if bool(acting) != bool(actors) or bool(acted_upon) != bool(recipients):
            return None
        time = day_of(trigger.root, self._times.get(trigger.root.sent.start, ()))
        return CodedEvent(
            self._root(type_, trigger),
            self._words(trigger, recipients),
            acting,
            acted_upon,
            self._place(trigger),
            time.period.iso if time is not None else None,
            time.basis if time is not None else None,
            how,
            telling,
            telling,
            sure,
        )

    def _acted_upon(self, trigger: Trigger, actors: Sequence[EventArgument]) -> Sequence[EventArgument]:
        return self._others(self._arguments.best_heads(self._done_to(trigger)), actors)

    def _others(self, heads: Sequence[Token], actors: Sequence[EventArgument]) -> list[EventArgument]:
        acting = {entity for entity, _ in actors}
        return [party for party in self._arguments.of(heads) if party[0] not in acting]

    def _done_to(self, trigger: Trigger) -> list[Token]:
        """Return the words for whom an event is done to, those left out who are sent or withdrawn by it."""
        led = trigger.noun is not None and constraints.leads(trigger, self._arguments.noun_type(trigger.noun).sector)
        return [token for token in trigger.recipients if not (led and token == trigger.noun)]

    def _types(self, trigger: Trigger, actors: Sequence[Token], recipients: Sequence[Token]) -> frozenset[str]:
        """Return the types that an event between these parties, or of one of them, can be of."""
        if actors:
            led = self._arguments.noun_type(trigger.noun).sector if trigger.noun is not None else None
            by = self._arguments.noun_type(actors[0])
            return (
                constraints.types_between(trigger, by, led)
                if recipients
                else constraints.types_of_actor(trigger, by, led)
            )
        return (
            constraints.types_of_recipient(trigger, self._arguments.noun_type(recipients[0]))
            if recipients
            else frozenset()
        )

    def _root(self, type_: str, trigger: Trigger) -> EventType:
        if type_ != "YIELD":
            return cast(EventType, type_)
        lemmas = {token.lemma_.casefold() for token in (trigger.root, trigger.noun) if token is not None}
        return "RETREAT" if lemmas & _RETREATING else "CONCEDE"

    def _words(self, trigger: Trigger, recipients: Sequence[Token]) -> list[CharRange]:
        """Return the words of an event, from its auxiliaries to whom it is done to, or else to what is told with it."""
        ends = [
            token
            for token in (trigger.noun, *recipients)
            if token is not None and 0 < token.i - trigger.root.i <= _NEAR
        ]
        if not ends:
            behind = (child for child in dependents_behind(trigger.root) if child.dep_ == "prep")
            ends = [token for child in behind for token in dependents_behind(child) if token.dep_ == "pobj"][:1]
        last = max(
            (token for token in ends if token.i - trigger.root.i <= _NEAR), key=lambda t: t.i, default=trigger.root
        )
        helping = [child for child in dependents_before(trigger.root) if child.dep_ in AUXILIARIES]
        return [CharRange(min([trigger.root.idx, *(child.idx for child in helping)]), last.idx + len(last))]

    def _place(self, trigger: Trigger) -> CharRange | None:
        for head in (trigger.root, trigger.noun):
            for child in dependents(head) if head is not None else ():
                place = dependent(child, "pobj") if child.lower_ in _WHERE else None
                if place is not None and place.ent_type_ in _PLACES:
                    name = name_around(place)
                    return CharRange(name.start_char, name.end_char) if name is not None else None
        return None
