"""A text cut where marks begin and end, so that marks that overlap need not lie in each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.web.marking.marks import Mark


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that cover all of it, those that begin first and are longest first."""

    text: str
    start: int
    marks: tuple[Mark, ...]


def pieces_of(text: str, start: int, end: int, marks: Sequence[Mark]) -> list[Piece]:
    """Return the characters `start` to `end` of a text in pieces, none of which a mark covers in part.

    The pieces joined are those characters, unchanged. Of "he said yes", with a mark on "said yes" and one on "yes",
    they are "he ", "said " (one mark) and "yes" (two).
    """
    here = [mark for mark in marks if mark.start < end and start < mark.end]
    here.sort(key=lambda mark: (mark.start, -mark.end, mark.statement, mark.part))
    cuts = {start, end}
    for mark in here:
        cuts.update((max(mark.start, start), min(mark.end, end)))
    places = sorted(cuts)
    pieces = []
    for low, high in pairwise(places):
        covering = tuple(mark for mark in here if mark.start <= low and high <= mark.end)
        pieces.append(Piece(text[low:high], low, covering))
    return pieces
