"""Where on a page one story ends and the next begins.

A boundary is a title that begins the front matter anew: one that is printed again (or marked up as a title), or that a
byline, a date line or a dateline follows after the end of another story. A heading within a story is none.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Sequence

from onrecord.pages import boilerplate
from onrecord.pages.line_types import Line, is_dateline
from onrecord.pages.printed_dates import printed_days

# How many lines after a title its byline, date or dateline may stand, and its story begin.
_FRONT = 4
_STORY_WITHIN = 14
# Blank lines before a title that part two stories, where one blank line parts paragraphs.
_GAP = 3
# A title tells more than a heading does.
_LEAST_PICTURED = 5
# Entries of a live blog: as many times of day on lines of their own.
_LIVE_TIMES = 3


def story_starts(lines: Sequence[Line]) -> list[int]:
    """Return the numbers of the lines at which articles begin; the first begins with the page."""
    return _StoryStarts(lines).found()


def following(lines: Sequence[Line], wanted: Callable[[Line], bool]) -> list[int]:
    """Return for each line the number of the next one after it that is wanted, `len(lines)` where none is."""
    numbers = [len(lines)] * len(lines)
    at = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        numbers[number] = at
        if wanted(lines[number]):
            at = number
    return numbers


class _StoryStarts:
    """The lines of a page, with what is looked up in them again and again."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._running = following(lines, lambda line: line.running)
        self._printed: dict[str, list[int]] = defaultdict(list)
        for number, line in enumerate(lines):
            if line.kind in {"text", "title", "heading"}:
                self._printed[line.folded].append(number)
        self._marked = any(line.kind == "title" for line in lines)
        self._live = sum(boilerplate.clock(line.text) for line in lines if line.kind == "debris") >= _LIVE_TIMES

    def found(self) -> list[int]:
        """Return where articles begin."""
        starts = [0]
        told = False
        pictured: set[datetime.date] = set()
        for number, line in enumerate(self._lines):
            if line.running:
                told = True
            elif told and self._begins(number, pictured):
                starts.append(self._with_front_matter_before(number))
                told = False
                pictured = set()
            if line.kind == "caption":
                pictured |= _caption_days(line)
        return starts

    def _begins(self, number: int, pictured: set[datetime.date]) -> bool:
        """Say whether a title at `number` begins a story after one whose pictures are of the days `pictured`."""
        line = self._lines[number]
        if self._running[number] - number > _STORY_WITHIN or self._running[number] == len(self._lines):
            return False
        if line.kind == "title" or self._marked:
            # Where markup says which lines are titles, no others are.
            return line.kind == "title"
        if line.kind not in {"text", "heading"} or not line.title_like or line.kicker:
            return False
        if self._is_reprinted(number):
            return True
        if self._live:
            return False
        return self._is_signed(number) or self._is_apart(number) or self._is_pictured(number, pictured)

    def _is_reprinted(self, number: int) -> bool:
        """Say whether a title is printed for the first time and again before any running text."""
        first, *again = self._printed[self._lines[number].folded][:2]
        return first == number and bool(again) and again[0] < self._running[number]

    def _is_signed(self, number: int) -> bool:
        front = self._lines[number + 1 : min(self._running[number], number + _FRONT) + 1]
        return any(line.kind in {"byline", "date"} or is_dateline(line) for line in front)

    def _is_apart(self, number: int) -> bool:
        line, before = self._lines[number], self._lines[number - 1]
        return before.kind == "separator" or line.blank_before >= _GAP

    def _is_pictured(self, number: int, pictured: set[datetime.date]) -> bool:
        """Say whether a caption follows a title after a widget, or a caption of another day than the story's."""
        line, before, after = (self._lines[at] for at in (number, number - 1, number + 1))
        if after.kind != "caption":
            return False
        if before.kind == "debris":
            return True
        days = _caption_days(after)
        return len(line.text.split()) >= _LEAST_PICTURED and bool(days and pictured and not days & pictured)

    def _with_front_matter_before(self, number: int) -> int:
        """Return where a story begins whose title is at `number`: a rule, section or date before it belongs to it.

        A date does not if the title has one of its own.
        """
        dated = any(line.kind == "date" for line in self._lines[number : self._running[number]])
        while number > 1:
            line = self._lines[number - 1]
            section = line.kind == "text" and line.kicker and self._lines[number].kind != "separator"
            if not (line.kind == "separator" or section or (line.kind == "date" and not dated)):
                break
            number -= 1
        return number


def _caption_days(caption: Line) -> set[datetime.date]:
    return set(printed_days([caption.text]))
