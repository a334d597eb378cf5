"""The times that a document tells of, worked out from the day of publication and from each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from math import inf

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord import lexicons
from onrecord.extraction.document import PARTS, Document, text_of
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import FINITE_VERBS, NOUNS
from onrecord.extraction.temporal.grammar import ANCHOR, LONGEST, PATTERNS, YEARLESS, Basis, Direction, Meaning, View
from onrecord.extraction.temporal.period import Period
from onrecord.extraction.temporal.tense import direction
from onrecord.records import TimeExpression
from onrecord.vocabulary import TimeBasis

_NAMES = {"PERSON", "ORG", "WORK_OF_ART", "EVENT", "FAC", "LAW", "PRODUCT"}
_COUNTED = {"MONEY", "PERCENT", "QUANTITY"}
# Before a bare month, year or season, where the tagger does not take it for a date.
_LEADING = lexicons.words("time_contexts.tsv", "leading")
_BARE = re.compile(r"[A-Za-z]+\.?|\d{4}")
# After so many days at most "the next day" goes on from a time.
_SHORT = 32


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """A printed time: its characters, the days it stands for, and what that was worked out from."""

    where: CharRange
    period: Period
    basis: TimeBasis


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A printed time before it is worked out: what a pattern found, how to work it out, and from where it counts."""

    match: re.Match[str]
    meaning: Meaning
    basis: Basis
    direction: Direction


def find_expressions(doc: Doc) -> list[PrintedTime]:
    """Return the time expressions in `doc`, a document after the language pass, in order."""
    titles = [(part.start_char, part.end_char) for part in doc.spans[PARTS] if part.label_ != "paragraph"]
    found = []
    for match, meaning, basis in _matches(text_of(doc)):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        if span is not None and _is_time(span, match.group()):
            at = bisect_right(titles, (match.start(), inf)) - 1
            title = at >= 0 and match.start() < titles[at][1]
            found.append(PrintedTime(match, meaning, basis, direction(span.root, title=title)))
    return found


def resolve_times(
    printed: Sequence[PrintedTime], published: date | None, spoken: Callable[[int], date | None] = lambda _: None
) -> list[ResolvedTime]:
    """Return the times that the expressions of a document stand for, those left out that cannot be known.

    Args:
        printed: the expressions, in order.
        published: when it was published; without it only complete dates, months and years are known, and days
            behind one of these.
        spoken: for a place (character) between quote marks the day on which those words were spoken, if that is known
            and another.
    """
    found: list[ResolvedTime] = []
    before: Period | None = None
    for one in printed:
        said = spoken(one.match.start())
        day = said or published
        towards = one.direction
        if day is None and one.meaning in YEARLESS and before is not None:
            # "On June 30" after "on June 29, 2021": the nearest one.
            day, towards = before.last, "near"
        if day is None and one.basis == "published":
            continue
        try:
            period = one.meaning(one.match, View(day or date.min, towards, before))
        except (OverflowError, ValueError):
            # A year before the first or beyond the last that a calendar has.
            continue
        if period is None:
            continue
        basis = _basis(one, said=said is not None, published=published is not None)
        found.append(ResolvedTime(CharRange(*one.match.span()), period, basis))
        before = period if (period.last - period.first).days < _SHORT else before
    return found


def _basis(one: PrintedTime, *, said: bool, published: bool) -> TimeBasis:
    """Return what a time was worked out from."""
    if one.basis != "published":
        return one.basis
    return "said" if said else "published" if published else "context"


def record_times(document: Document, found: Sequence[ResolvedTime]) -> tuple[TimeExpression, ...]:
    """Return the times `found` as records, led back to the page."""
    return tuple(
        TimeExpression(span, time.period.iso, time.basis)
        for time in found
        for span in document.to_page([time.where])[:1]
    )


def _matches(text: str) -> Iterator[tuple[re.Match[str], Meaning, Basis]]:
    """Yield what the patterns find, in text order, each place once, by the first pattern that fits it."""
    taken: list[tuple[re.Match[str], Meaning, Basis]] = []
    places: list[CharRange] = []
    stretches = list(_around_anchors(text))
    for pattern, meaning, basis in PATTERNS:
        for match in chain.from_iterable(pattern.finditer(text, *stretch) for stretch in stretches):
            where = CharRange(*match.span())
            at = bisect_left(places, where)
            # Those kept share nothing with each other, so that only the nearest can share something with this one.
            if not any(overlap(where, other) for other in places[max(at - 1, 0) : at + 1]):
                places.insert(at, where)
                taken.append((match, meaning, basis))
    yield from sorted(taken, key=lambda one: one[0].start())


def _around_anchors(text: str) -> Iterator[CharRange]:
    """Yield the stretches of a text in which times can be, those that meet as one; all of it takes far longer."""
    low = high = 0
    for anchor in ANCHOR.finditer(text):
        start, end = max(anchor.start() - LONGEST, 0), anchor.end() + LONGEST
        if start > high:
            if high:
                yield CharRange(low, high)
            low = start
        high = end
    if high:
        yield CharRange(low, high)


def _is_time(span: DocSpan, written: str) -> bool:
    """Say whether a word that can be a month, year, day or season is one here, and not a name, a verb or a number."""
    root = span.root
    if root.ent_type_ in _NAMES | _COUNTED:
        return False
    if root.ent_type_ in {"DATE", "TIME"}:
        return True
    if not _BARE.fullmatch(written):
        return True
    if root.tag_ in FINITE_VERBS | {"VB"}:
        return False
    led = span.start and span.doc[span.start - 1].lower_ in _LEADING
    if written.isdigit():
        counting = root.head.pos_ in NOUNS and root.dep_ == "nummod"
        return bool(led) and not counting
    return bool(led) or written.casefold().endswith("day") or written.casefold() in {"today", "tonight", "overnight"}
