"""Ranges of a document: of its characters, its tokens, the words of a window, its word pieces.

Each kind is a type of its own, so that the type checker finds tokens where characters are asked for. All are pairs:
they unpack (`start, end = where`), cut (`text[slice(*where)]`) and sort as such.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class CharRange(NamedTuple):
    """Characters of `doc.text`, from `start` to `end` (exclusive)."""

    start: int
    end: int


class TokenRange(NamedTuple):
    """Tokens of a document, from `start` to `end` (exclusive)."""

    start: int
    end: int


class WordRange(NamedTuple):
    """Words of a window of the encoder, from `start` to `end` (exclusive), the first of the window being 0."""

    start: int
    end: int


class PieceRange(NamedTuple):
    """Word pieces of a document, from `start` to `end` (exclusive)."""

    start: int
    end: int


def within(inner: CharRange, outer: CharRange) -> bool:
    """Say whether all of `inner` lies in `outer`: (3, 5) in (3, 8), not (2, 5)."""
    return outer.start <= inner.start and inner.end <= outer.end


def overlap(one: CharRange, other: CharRange) -> bool:
    """Say whether two ranges share characters: (3, 5) and (4, 8) do, (3, 5) and (5, 8) only touch."""
    return one.start < other.end and other.start < one.end


def share(words: Sequence[CharRange], others: Iterable[CharRange]) -> float:
    """Return which share of the characters of `words` lies in `others`."""
    both = sum(max(0, min(end, high) - max(start, low)) for low, high in others for start, end in words)
    return both / size(words)


class Neighbours[T]:
    """Things that stand in ranges of a text, for asking which stand near a place without going through all of them.

    `near` gives all that share a character with a range or touch it, and some others close by, in the order in which
    they were added: who asks looks closer at each.
    """

    _SIZE = 256
    """The text is cut into stretches of so many characters (or tokens); near is what stands in the same."""

    def __init__(self, things: Iterable[tuple[T, Iterable[tuple[int, int]]]] = ()) -> None:
        self._things: list[T] = []
        self._standing: defaultdict[int, list[int]] = defaultdict(list)
        for thing, ranges in things:
            self.add(thing, ranges)

    def add(self, thing: T, ranges: Iterable[tuple[int, int]]) -> None:
        """Add a thing that stands in `ranges`, behind the others."""
        for stretch in self._stretches(ranges):
            self._standing[stretch].append(len(self._things))
        self._things.append(thing)

    def near(self, ranges: Iterable[tuple[int, int]]) -> list[T]:
        """Return the things near any of `ranges`, each once."""
        numbers = {number for stretch in self._stretches(ranges) for number in self._standing.get(stretch, ())}
        return [self._things[number] for number in sorted(numbers)]

    def _stretches(self, ranges: Iterable[tuple[int, int]]) -> set[int]:
        # A character more on either side, since what only touches is near.
        return {at for low, high in ranges for at in range((low - 1) // self._SIZE, (high + 1) // self._SIZE + 1)}


def size(words: Iterable[CharRange]) -> int:
    """Return how many characters `words` are."""
    return sum(end - start for start, end in words)
