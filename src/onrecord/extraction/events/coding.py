"""The events of an article: verbal ones from what its statements do, others from what it tells."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc, Token

from onrecord.extraction.budget import EVENTS, budget_of
from onrecord.extraction.document import PARTS
from onrecord.extraction.event_lexicon import tells_of
from onrecord.extraction.events.arguments import Arguments, EventArgument
from onrecord.extraction.events.classifier import LEAST_PROBABILITY, EventClassifier
from onrecord.extraction.events.classifier_input import marked_clause
from onrecord.extraction.events.coded_event import CodedEvent
from onrecord.extraction.events.context_words import context_words
from onrecord.extraction.events.event_day import day_of
from onrecord.extraction.events.extent import extent, place_of
from onrecord.extraction.events.factuality import factuality
from onrecord.extraction.events.parties import Parties
from onrecord.extraction.events.restrictions import is_led, types_between, types_of_actor, types_of_recipient
from onrecord.extraction.events.standing import Asserted, is_hedged, standing
from onrecord.extraction.events.statements import Statements
from onrecord.extraction.events.triggers import Trigger
from onrecord.extraction.events.verbal_events import VERBAL, verbal_event
from onrecord.extraction.ranges import CharRange, Neighbours, TokenRange, within
from onrecord.extraction.temporal import ResolvedTime
from onrecord.vocabulary import EventModality, EventType

# Where the corpus has one class: who gives way to arms, and who gives way otherwise.
_RETREATING = context_words("retreating")


def code_events(
    doc: Doc,
    triggers: Sequence[Trigger],
    statements: Statements,
    times: Sequence[ResolvedTime],
    arguments: Arguments,
    classifier: EventClassifier,
) -> list[CodedEvent]:
    """Return the events of a document, in the order of the text.

    Args:
        doc: a document after the language pass.
        triggers: its triggers, in the order of the text.
        statements: its statements.
        times: the times that the document tells of.
        arguments: who is named in it, and whom its mentions stand for, those of `argument_mentions` among them.
        classifier: the event classifier.
    """
    coder = _Coder(doc, statements, times, arguments, classifier)
    return sorted(coder.found(triggers), key=lambda one: one.where[0])


class _Coder:
    def __init__(
        self,
        doc: Doc,
        statements: Statements,
        times: Sequence[ResolvedTime],
        arguments: Arguments,
        classifier: EventClassifier,
    ) -> None:
        self._doc, self._statements, self._arguments = doc, statements, arguments
        self._classifier, self._typed = classifier, 0
        # By the sentence that they stand in.
        self._times: dict[int, list[tuple[Token, ResolvedTime]]] = {}
        for time in times:
            span = doc.char_span(*time.where, alignment_mode="expand")
            if span is not None:
                self._times.setdefault(span.root.sent.start, []).append((span.root, time))
        self._titles = [TokenRange(part.start, part.end) for part in doc.spans[PARTS] if part.label_ == "title"]

    def found(self, triggers: Iterable[Trigger]) -> list[CodedEvent]:
        attributions = self._statements.attributions
        coded = (verbal_event(self._doc, self._statements, self._arguments, i) for i in range(len(attributions)))
        verbal = {number: event for number, event in enumerate(coded) if event is not None}
        acting = {number: event.where[0] for number, event in verbal.items()}
        printed = ((acting.get(number, one.cue), number) for number, one in enumerate(attributions) if one.cue)
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
            event = self._told(trigger, at)
            if event is not None:
                events.append(event)
                if trigger.noun is not None:
                    completed.add(trigger.noun.i)
        return [*verbal.values(), *events]

    def _is_more(self, trigger: Trigger, number: int) -> bool:
        """Say whether the cue of a statement tells of an event, too: it has a thing for its object, and no words.

        So may one that is an event by its act, if nobody is known who speaks.
        """
        opened = min(start for start, _ in self._statements.attributions[number].content)
        bare = trigger.noun is not None and self._doc[trigger.noun.left_edge.i].idx == opened
        return bare or self._statements.act(number) in VERBAL

    def _told(self, trigger: Trigger, at: CharRange) -> CodedEvent | None:
        telling = self._statements.nesting.innermost(at)
        modality = self._modality(trigger, at, telling)
        if modality is None:
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
            type=_root(type_, trigger),
            where=[extent(trigger, recipients)],
            actors=acting,
            recipients=acted_upon,
            place=place_of(trigger),
            date=time.period.iso if time is not None else None,
            date_basis=time.basis if time is not None else None,
            modality=modality,
            telling=telling,
            teller=telling,
            confidence=sure,
        )

    def _modality(self, trigger: Trigger, at: CharRange, telling: int | None) -> EventModality | None:
        title = any(start <= trigger.root.i < end for start, end in self._titles)
        own = factuality(trigger.root, title=title, reported=telling is not None)
        if own is None:
            return None
        return standing(Asserted(own, self._statements.act(telling), is_hedged(trigger.root)), at)

    def _acted_upon(self, trigger: Trigger, actors: Sequence[EventArgument]) -> Sequence[EventArgument]:
        return self._others(self._arguments.best_heads(self._done_to(trigger)), actors)

    def _others(self, heads: Sequence[Token], actors: Sequence[EventArgument]) -> list[EventArgument]:
        acting = {entity for entity, _ in actors}
        return [party for party in self._arguments.of(heads) if party[0] not in acting]

    def _done_to(self, trigger: Trigger) -> list[Token]:
        """Return the words for whom an event is done to, those left out who are sent or withdrawn by it."""
        led = trigger.noun is not None and is_led(trigger, self._arguments.noun_type(trigger.noun).sector)
        return [token for token in trigger.recipients if not (led and token == trigger.noun)]

    def _types(self, trigger: Trigger, actors: Sequence[Token], recipients: Sequence[Token]) -> frozenset[str]:
        """Return the types that an event between these parties, or of one of them, can be of."""
        noun_type, noun = self._arguments.noun_type, trigger.noun
        by = noun_type(actors[0]) if actors else None
        to = noun_type(recipients[0]) if recipients else None
        parties = Parties(trigger, by, to, noun_type(noun).sector if noun is not None and actors else None)
        if by is not None:
            return types_between(parties) if to is not None else types_of_actor(parties)
        return types_of_recipient(parties) if to is not None else frozenset()


def _root(type_: str, trigger: Trigger) -> EventType:
    if type_ != "YIELD":
        return cast(EventType, type_)
    lemmas = {token.lemma_.casefold() for token in (trigger.root, trigger.noun) if token is not None}
    return "RETREAT" if lemmas & _RETREATING else "CONCEDE"
