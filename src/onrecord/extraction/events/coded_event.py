"""An event as it is coded, before it is led back to the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extraction.entities import DiscourseEntity
from onrecord.extraction.events.arguments import EventArgument
from onrecord.extraction.ranges import CharRange
from onrecord.vocabulary import EventModality, EventType, TimeBasis


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """An event by the document's characters and discourse entities.

    `telling` is the number of the attribution that tells of it, or that it is, None for the narrator; `teller` that of
    the one whose speaker asserts it.
    """

    type: EventType
    where: Sequence[CharRange]
    actors: Sequence[EventArgument]
    recipients: Sequence[EventArgument]
    place: CharRange | None
    date: str | None
    date_basis: TimeBasis | None
    modality: EventModality
    telling: int | None
    teller: int | None
    confidence: float

    @property
    def entities(self) -> tuple[DiscourseEntity, ...]:
        """All who act or are acted upon."""
        return tuple(entity for entity, _ in (*self.actors, *self.recipients))
