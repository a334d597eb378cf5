"""On which day something was said."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc

from onrecord import lexicons
from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.ranges import Neighbours, overlap
from onrecord.extraction.syntax import VERBS, belongs_to, dependents, verb_group
from onrecord.extraction.temporal.expressions import ResolvedTime
from onrecord.extraction.temporal.period import Period
from onrecord.rules import Rule, active, fired
from onrecord.vocabulary import TimeBasis

# What was said more than once, or at no time that is told.
_VAGUE = lexicons.words("time_contexts.tsv", "vague")
# A time so many tokens behind a cue is the cue's, whatever the parser makes of it ("said Tuesday that").
_BEHIND = 2
# So many paragraphs on somebody still speaks on the day told before.
_PARAGRAPHS = 2
# And through so many statements, if a paragraph has more.
_STATEMENTS = 1_000
_MARKS = "“\"‘'"


@dataclass(frozen=True, slots=True)
class UtteranceTime:
    """The days on which something was said and what they were worked out from; None where the article does not tell.

    `rule` is the rule that tells.
    """

    period: Period | None = None
    basis: TimeBasis | None = None
    rule: str | None = None


def utterance_times(
    doc: Doc,
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    nesting: Nesting,
    times: Sequence[ResolvedTime],
    published: date | None,
) -> list[UtteranceTime]:
    """Return for each of `attributions` when it was said.

    A time that belongs to the cue tells it ("printed"); else that of the same speaker's statement shortly before
    ("context"); else news is of the day it is published ("published"). What is said inside another statement, would be
    said, has been said at some time or is only thought has no day without a time of its own.
    """
    paragraphs = _Paragraphs(doc)
    found: list[UtteranceTime] = []
    for number, attribution in enumerate(attributions):
        utterance = Utterance(
            doc, number, attribution, attributions, participants, nesting, times, found, paragraphs, published
        )
        found.append(_decided(utterance))
    return found


def _decided(utterance: "Utterance") -> UtteranceTime:
    """Return what the first rule says that knows; a statement of which none knows anything has no day."""
    content = utterance.attribution.content
    for rule in active(DAYS):
        day = rule.apply(utterance)
        if day is not None:
            fired(rule, content[0].start, content[-1].end)
            return replace(day, rule=rule.id)
    return UtteranceTime()


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement, the `number`-th of its document, with what tells when it was made: see `utterance_times`.

    `found` are the times of those before it, `paragraphs` those of the document.
    """

    doc: Doc
    number: int
    attribution: Attribution
    attributions: Sequence[Attribution]
    participants: Sequence[StatementParticipants]
    nesting: Nesting
    times: Sequence[ResolvedTime]
    found: Sequence[UtteranceTime]
    paragraphs: "_Paragraphs"
    published: date | None


def quoted_days(
    doc: Doc, attributions: Sequence[Attribution], days: Sequence[UtteranceTime]
) -> Callable[[int], date | None]:
    """Return a function that tells, for a character between quote marks, the day on which its words were spoken.

    It gives None where that is not one day, or where there are no quote marks.
    """
    text = text_of(doc)
    quoted = [
        (part, day.period.first)
        for attribution, day in zip(attributions, days, strict=True)
        if day.period is not None and day.period.first == day.period.last
        for part in attribution.content
        if text[part.start] in _MARKS
    ]
    known = Neighbours((one, [one[0]]) for one in quoted)
    return lambda place: next((day for (start, end), day in known.near([(place, place)]) if start <= place < end), None)


def _printed(utterance: Utterance) -> UtteranceTime | None:
    """Return the time that belongs to the cue, or to the verb that the cue goes on from."""
    doc, attribution, times = utterance.doc, utterance.attribution, utterance.times
    cue = attribution.cue_in(doc)
    if cue is None:
        return None
    sentence = cue.sent
    near = [
        time
        for time in times[
            bisect_left(times, sentence.start_char, key=_start) : bisect_left(times, sentence.end_char, key=_start)
        ]
        if not any(overlap(time.where, part) for part in attribution.content)
    ]
    verb = cue.root
    basis: TimeBasis = "printed"
    while True:
        for time in near:
            span = doc.char_span(*time.where, alignment_mode="expand")
            if span is not None and (
                (basis == "printed" and 0 <= span.start - cue.end < _BEHIND) or belongs_to(span.root, verb)
            ):
                return UtteranceTime(time.period, basis)
        if verb.dep_ != "conj" or verb.head.pos_ not in VERBS:
            return None
        verb, basis = verb.head, "context"


def _signed(utterance: Utterance) -> UtteranceTime | None:
    """Return the day behind the name that signs a post."""
    attribution, times = utterance.attribution, utterance.times
    if not attribution.labelled or attribution.source is None or attribution.source.start < attribution.content[-1].end:
        return None
    place = attribution.source.end
    line = utterance.paragraphs.at(place)
    behind = (
        time for time in times[bisect_left(times, place, key=_start) :] if utterance.paragraphs.at(_start(time)) == line
    )
    return next((UtteranceTime(time.period, "printed") for time in behind), None)


def _within_words(utterance: Utterance) -> UtteranceTime | None:
    return UtteranceTime() if utterance.nesting.outer(utterance.number) is not None else None


def _undated(utterance: Utterance) -> UtteranceTime | None:
    """Return no time for what was said at some time or at none, or only thought."""
    attribution = utterance.attribution
    if attribution.medium == "thought":
        return UtteranceTime()
    cue = attribution.cue_in(utterance.doc)
    if cue is None:
        return None
    groups = [verb_group(verb) for verb in cue if verb.pos_ in VERBS or verb == cue.root]
    if any(group.perfect or group.infinitive or group.modal is not None for group in groups):
        return UtteranceTime()
    told = {child.lower_ for child in dependents(cue.root) if child.dep_ == "advmod"}
    told |= {token.lower_ for token in cue if token.pos_ == "ADV"}
    return None if told.isdisjoint(_VAGUE) else UtteranceTime()


def _carried(utterance: Utterance) -> UtteranceTime | None:
    """Return the day told of for a statement of the same speaker shortly before."""
    number, participants, paragraphs = utterance.number, utterance.participants, utterance.paragraphs
    speakers = participants[number].speakers
    if not speakers:
        return None
    here = paragraphs.at(utterance.attribution.content[0].start)
    for before in range(number - 1, max(number - _STATEMENTS, 0) - 1, -1):
        if here - paragraphs.at(utterance.attributions[before].content[0].start) > _PARAGRAPHS:
            break
        if participants[before].speakers == speakers:
            earlier = utterance.found[before]
            return UtteranceTime(earlier.period, "context") if earlier.basis in {"printed", "context"} else None
    return None


def _of_publication(utterance: Utterance) -> UtteranceTime | None:
    published = utterance.published
    return UtteranceTime(Period.day(published), "published") if published is not None else None


type DayRule = Callable[[Utterance], UtteranceTime | None]
"""Gives when a statement was made, without a day where the article does not tell; None where the rule does not know."""

DAYS: tuple[Rule[DayRule], ...] = (
    Rule("decision/day-printed", _printed),
    Rule("decision/day-signed", _signed),
    Rule("decision/day-within-words", _within_words),
    Rule("decision/day-untold", _undated),
    Rule("decision/day-carried", _carried),
    Rule("decision/day-of-publication", _of_publication),
)
"""The decision table of the day of saying, in order: the first rule that knows decides."""


def _start(time: ResolvedTime) -> int:
    return time.where.start


class _Paragraphs:
    """Which title, heading or paragraph of a document a character stands in, by number."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [part.start_char for part in doc.spans[PARTS]]

    def at(self, character: int) -> int:
        return bisect_right(self._starts, character)
