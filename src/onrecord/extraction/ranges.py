"""Ranges of characters of a document's text."""

from collections.abc import Iterable, Sequence

type Range = tuple[int, int]
"""Start and end (exclusive) in characters of `doc.text`."""


def within(inner: Range, outer: Range) -> bool:
    """Say whether all of `inner` lies in `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Range, other: Range) -> bool:
    """Say whether two ranges share characters."""
    return one[0] < other[1] and other[0] < one[1]


def share(words: Sequence[Range], others: Iterable[Range]) -> float:
    """Return which share of the characters of `words` lies in `others`."""
    both = sum(max(0, min(end, high) - max(start, low)) for low, high in others for start, end in words)
    return both / size(words)


def size(words: Iterable[Range]) -> int:
    """Return how many characters `words` are."""
    return sum(end - start for start, end in words)
