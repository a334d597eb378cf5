"""Events over time, drawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from onrecord.cli.plots.dots import Dot, draw_dots
from onrecord.cli.plots.drawing import check, day_of
from onrecord.ledger import EventRow
from onrecord.vocabulary import EventModality, EventType

_COLOUR_OF = {modality: f"C{number}" for number, modality in enumerate(get_args(EventModality.__value__))}


def plot_events(events: Sequence[EventRow], path: Path) -> int:
    """Draw `events` over time into `path`, a row for each type, and return how many have no day to be drawn at.

    Each is a dot, its colour the modality; those of one type and day stand above each other. The same events make the
    same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    check(path)
    dots = [
        Dot(day, event["type"], _COLOUR_OF[event["modality"]], event["modality"])
        for event in events
        if (day := day_of(event, event["date"])) is not None
    ]
    types = {dot.row for dot in dots}
    draw_dots(dots, [root for root in get_args(EventType.__value__) if root in types], path)
    return len(events) - len(dots)
