"""Whose statement it is, as far as an article tells."""

from dataclasses import dataclass, replace
from typing import Self

from onrecord.extraction.entities import DiscourseEntity
from onrecord.records import Reason


@dataclass(frozen=True, slots=True)
class StatementParticipants:
    """Who speaks (nobody where that could not be resolved), for whom, to whom, and against whom.

    `sureness`, 0 to 1, is how likely the words of the source stand for these; `reasons` tell why it is these.
    """

    speakers: tuple[DiscourseEntity, ...] = ()
    sureness: float = 1.0
    on_behalf_of: DiscourseEntity | None = None
    addressees: tuple[DiscourseEntity, ...] = ()
    targets: tuple[DiscourseEntity, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def entities(self) -> tuple[DiscourseEntity, ...]:
        """All who take part."""
        behalf = (self.on_behalf_of,) if self.on_behalf_of is not None else ()
        return (*self.speakers, *behalf, *self.addressees, *self.targets)

    def inherited(self) -> Self:
        """Return the same participants for a statement that goes on without naming them."""
        return replace(self, addressees=(), targets=())
