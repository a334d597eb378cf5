"""On which day something was said."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from onrecord.extraction.attribution import Attribution, Nesting
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.participants import StatementParticipants
from onrecord.extraction.ranges import Neighbours, overlap
from onrecord.extraction.syntax import VERBS, belongs_to, dependents, verb_group
from onrecord.extraction.temporal.expressions import ResolvedTime
from onrecord.extraction.temporal.period import Period
from onrecord.vocabulary import TimeBasis

# What was said more than once, or at no time that is told.
_VAGUE = {
    "repeatedly", "often", "always", "long", "frequently", "previously", "earlier", "once", "formerly", "initially",
    "first", "originally", "never", "usually", "regularly", "sometimes", "occasionally",
}  # fmt: skip
# A time so many tokens behind a cue is the cue's, whatever the parser makes of it ("said Tuesday that").
_BEHIND = 2
# So many paragraphs on somebody still speaks on the day told before.
_PARAGRAPHS = 2
# And through so many statements, if a paragraph has more.
_STATEMENTS = 1_000
_MARKS = "“\"‘'"


@dataclass(frozen=True, slots=True)
class UtteranceTime:
    """The days on which something was said and what they were worked out from; None where the article does not tell."""

    period: Period | None = None
    basis: TimeBasis | None = None


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
        own = _own(doc, attribution, times)
        if own.basis is None and nesting.outer(number) is None and not _undated(doc, attribution):
            own = _carried(number, attributions, participants, found, paragraphs)
            if own.basis is None and published is not None:
                own = UtteranceTime(Period.day(published), "published")
        found.append(own)
    return found


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


def _own(doc: Doc, attribution: Attribution, times: Sequence[ResolvedTime]) -> UtteranceTime:
    """Return the time that belongs to the cue, or to the verb that the cue goes on from."""
    cue = attribution.cue_in(doc)
    if cue is None:
        return UtteranceTime()
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
            return UtteranceTime()
        verb, basis = verb.head, "context"


def _undated(doc: Doc, attribution: Attribution) -> bool:
    """Say whether the words for a statement without a time of its own give it no day at all."""
    if attribution.medium == "thought":
        return True
    cue = attribution.cue_in(doc)
    if cue is None:
        return False
    groups = [verb_group(verb) for verb in cue if verb.pos_ in VERBS or verb == cue.root]
    if any(group.perfect or group.infinitive or group.modal is not None for group in groups):
        return True
    told = {child.lower_ for child in dependents(cue.root) if child.dep_ == "advmod"}
    told |= {token.lower_ for token in cue if token.pos_ == "ADV"}
    return not told.isdisjoint(_VAGUE)


def _carried(
    number: int,
    attributions: Sequence[Attribution],
    participants: Sequence[StatementParticipants],
    found: Sequence[UtteranceTime],
    paragraphs: "_Paragraphs",
) -> UtteranceTime:
    """Return the day told of for a statement of the same speaker shortly before."""
    speakers = participants[number].speakers
    if not speakers:
        return UtteranceTime()
    here = paragraphs.at(attributions[number].content[0].start)
    for before in range(number - 1, max(number - _STATEMENTS, 0) - 1, -1):
        if here - paragraphs.at(attributions[before].content[0].start) > _PARAGRAPHS:
            break
        if participants[before].speakers == speakers:
            earlier = found[before]
            return (
                UtteranceTime(earlier.period, "context") if earlier.basis in {"printed", "context"} else UtteranceTime()
            )
    return UtteranceTime()


def _start(time: ResolvedTime) -> int:
    return time.where.start


class _Paragraphs:
    """Which title, heading or paragraph of a document a character stands in, by number."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [part.start_char for part in doc.spans[PARTS]]

    def at(self, character: int) -> int:
        return bisect_right(self._starts, character)
