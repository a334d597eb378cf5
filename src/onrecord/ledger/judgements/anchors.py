"""Finding a judged statement again: after another reading of its page, or in a new version of it.

An anchor is that of the Web Annotation Data Model (W3C, 2017): the words, those around them, and their position.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypedDict

from onrecord.ledger.store import words_in_common

# Share of words that two contents must have in common to be of one statement, and characters kept around them.
_OVERLAP = 0.5
_AROUND = 32


class Anchor(TypedDict):
    """A statement's place: its id, the words of its content, what stands before and after them, and where."""

    statement: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AnchoredStatement:
    """A statement that an anchor may be of: the spans of its content into `text`."""

    key: int
    id: str
    content: Sequence[tuple[int, int]]
    text: str

    def anchor(self) -> Anchor:
        """Return the anchor of this statement."""
        start, end = self.content[0][0], self.content[-1][1]
        return Anchor(
            statement=self.id,
            exact=" ".join(self.text[low:high] for low, high in self.content),
            prefix=self.text[max(start - _AROUND, 0) : start],
            suffix=self.text[end : end + _AROUND],
            start=start,
            end=end,
        )

    def nearest(self, words: str, away: int) -> int | None:
        """Return where the page has some words nearest to so far behind its beginning, None if nowhere."""
        wanted = max(self.content[0][0] + away, 0)
        before, behind = self.text.rfind(words, 0, wanted + len(words)), self.text.find(words, wanted)
        found = [start for start in (before, behind) if start >= 0]
        return min(found, key=lambda start: abs(start - wanted), default=None)


def find_anchored(anchor: Anchor, statements: Iterable[AnchoredStatement]) -> AnchoredStatement | None:
    """Return which of the statements of one reading an anchor is of, None if none.

    The same id is the same place in the same bytes. Otherwise at least half of the words must be the same; of several
    such statements the one with most of them, then with most around them the same, then the nearest.
    """
    best: tuple[tuple[float, int, int], AnchoredStatement] | None = None
    for one in statements:
        if one.id == anchor["statement"]:
            return one
        other = one.anchor()
        overlap = words_in_common(anchor["exact"], other["exact"])
        if overlap < _OVERLAP:
            continue
        around = _common(anchor["prefix"][::-1], other["prefix"][::-1]) + _common(anchor["suffix"], other["suffix"])
        score = (overlap, around, -abs(anchor["start"] - other["start"]))
        if best is None or score > best[0]:
            best = (score, one)
    return best[1] if best else None


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
