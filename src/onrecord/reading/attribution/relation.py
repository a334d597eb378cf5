"""The relation that attribution finds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Act, Medium, Saying

type Range = tuple[int, int]
"""Start and end (exclusive) in characters of `doc.text`."""


def within(inner: Range, outer: Range) -> bool:
    """Say whether all of `inner` lies in `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Range, other: Range) -> bool:
    """Say whether two ranges share characters."""
    return one[0] < other[1] and other[0] < one[1]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution relation of a document, after PARC and PolNeAR: source, cue and content.

    `content` has at least one range, in order; `source` and `cue` are None where the text prints none. A quotation
    that stands free, in a paragraph of its own, has the source and cue of the relation it goes on from, and
    `inherited` is set. `saying` tells whether the words were said at all. `confidence` is the estimated probability,
    0 to 1, that content and source are right.
    """

    source: Range | None
    cue: Range | None
    content: tuple[Range, ...]
    medium: Medium
    act: Act
    confidence: float
    inherited: bool = False
    saying: Saying = "said"


def share(words: Sequence[Range], others: Iterable[Range]) -> float:
    """Return which share of the characters of `words` lies in `others`."""
    both = sum(max(0, min(end, high) - max(start, low)) for low, high in others for start, end in words)
    return both / size(words)


def size(words: Iterable[Range]) -> int:
    """Return how many characters `words` are."""
    return sum(end - start for start, end in words)
