"""A text cut where marks begin and end, so that marks that overlap need not lie in each other."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from onrecord.web.marking.marks import Mark


class Piece(NamedTuple):
    """A stretch of text with the marks that cover all of it, those that begin first and are longest first."""

    text: str
    start: int
    marks: tuple[Mark, ...]


class Marks:
    """Marks on one text, by which any part of it is cut into pieces."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.statement, mark.part))
        self._starts = [mark.start for mark in self._marks]
        # Up to each mark the farthest end of any: where that is behind a place, a mark before may still cover it.
        self._ends = list(accumulate((mark.end for mark in self._marks), max))

    def pieces(self, text: str, start: int, end: int) -> list[Piece]:
        """Return the characters `start` to `end` of a text in pieces, none of which a mark covers in part.

        The pieces joined are those characters, unchanged. Of "he said yes", with a mark on "said yes" and one on "yes",
        they are "he ", "said " (one mark) and "yes" (two).
        """
        here = self._touching(start, end)
        cuts = {start, end}
        for mark in here:
            cuts.update((max(mark.start, start), min(mark.end, end)))
        pieces = []
        for low, high in pairwise(sorted(cuts)):
            covering = tuple(mark for mark in here if mark.start <= low and high <= mark.end)
            pieces.append(Piece(text[low:high], low, covering))
        return pieces

    def _touching(self, start: int, end: int) -> Sequence[Mark]:
        first = bisect_left(self._ends, start + 1)
        last = bisect_left(self._starts, end)
        return [mark for mark in self._marks[first:last] if mark.end > start]
