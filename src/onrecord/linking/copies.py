"""Which articles are copies: agency copy that several outlets print, cut, put in another order or lightly rewritten."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.linking.material import Story
from onrecord.linking.shingles import containment

# Shares of the shorter narration that the longer has. Looked at by eye on news of one event by several outlets
# (docs/decisions/linking.md): from .45 on nearly all pairs come from one text, below .3 hardly any does.
_COPY, _MAYBE = 0.45, 0.3
# A text with fewer shingles is a line or two, which two reporters may write alike.
_SHORT, _SHORT_COPY = 24, 0.8
# A copy of whose narration the original has less than this has enough of its own that others may be copies of that.
_HARDLY_MORE = 0.8


@dataclass(frozen=True, slots=True)
class Copy:
    """An earlier article that another is a copy of, or may be.

    `shared` is the share of the shorter narration that both have, `covered` that of the copy that the original has.
    """

    original: Story
    shared: float
    covered: float
    sure: bool

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


def original_of(story: Story, earlier: Iterable[Story]) -> Copy | None:
    """Return which of some earlier articles one is a copy of: the one with most in common, then the earliest."""
    best: tuple[float, Story] | None = None
    for other in sorted(earlier, key=lambda one: one.position):
        shared = containment(story.shingles, other.shingles)
        if best is None or shared > best[0]:
            best = shared, other
    if best is None:
        return None
    shared, other = best
    short = min(len(story.shingles), len(other.shingles)) < _SHORT
    if shared < (_SHORT_COPY if short else _MAYBE):
        return None
    covered = shared * min(1.0, len(other.shingles) / len(story.shingles))
    return Copy(other, shared, covered, sure=short or shared >= _COPY)
