"""Which articles are copies: agency copy that several outlets print, cut, put in another order or lightly rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.shingles import Shingles, containment

# Shares of the shorter narration that the longer has. Looked at by eye on news of one event by several outlets
# (docs/decisions/linking.md): from .45 on nearly all pairs come from one text, below .3 hardly any does.
_COPY, _MAYBE = 0.45, 0.3
# A text with fewer shingles is a line or two, which two reporters may write alike.
_SHORT, _SHORT_COPY = 24, 0.8
# A copy of whose narration the original has less than this has enough of its own that others may be copies of that.
_HARDLY_MORE = 0.8


@dataclass(frozen=True, slots=True)
class Narration:
    """What an article narrates: its key and id, its `Story.position`, and its shingles."""

    key: int
    id: str
    position: str
    shingles: Shingles


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is a copy of an earlier one, or may be; `shared` is the share of the shorter that both have."""

    narration: Narration
    original: Narration
    shared: float

    @property
    def covered(self) -> float:
        """The share of the copy that the original has."""
        return self.shared * min(1.0, len(self.original.shingles) / len(self.narration.shingles))

    @property
    def sure(self) -> bool:
        """Whether it is a copy, or only may be."""
        return self.shared >= _COPY

    @property
    def tells_more(self) -> bool:
        """Whether so much of it is not in the original that later articles may be copies of that."""
        return not self.sure or self.covered < _HARDLY_MORE

    @property
    def confidence(self) -> float:
        """How likely it is a copy, 0 to 1: halfway between the shares from which it may be, and is taken to be, one."""
        return round(min(max((self.shared - _MAYBE) / (_COPY - _MAYBE) / 2, 0.05), 0.99), 2)

    @property
    def reason(self) -> str:
        """Why, in words."""
        return f"{self.shared:.0%} of the narration of the shorter one stands in the other"

    @property
    def rank(self) -> tuple[float, str]:
        """What orders those that one article may be a copy of: the one with most in common, then the earliest."""
        return -self.shared, self.original.position


def copy_of(one: Narration, earlier: Narration) -> Copy | None:
    """Return how an article is a copy of an earlier one, None where it is none."""
    shared = containment(one.shingles, earlier.shingles)
    short = min(len(one.shingles), len(earlier.shingles)) < _SHORT
    return None if shared < (_SHORT_COPY if short else _MAYBE) else Copy(one, earlier, shared)


def original_of(one: Narration, earlier: Iterable[Narration]) -> Copy | None:
    """Return of which of some earlier articles one is a copy, the first by `Copy.rank`; None where of none."""
    found = filter(None, (copy_of(one, other) for other in earlier))
    return min(found, key=lambda copy: copy.rank, default=None)
