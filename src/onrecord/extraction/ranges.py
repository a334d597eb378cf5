"""Ranges of a document: of its characters, its tokens, the words of a window, its word pieces.

Each kind is a type of its own, so that the type checker finds tokens where characters are asked for. All are pairs:
they unpack (`start, end = where`), cut (`text[slice(*where)]`) and sort as such.
"""

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


def size(words: Iterable[CharRange]) -> int:
    """Return how many characters `words` are."""
    return sum(end - start for start, end in words)
