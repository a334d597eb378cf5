"""Events over time, drawn."""

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from matplotlib.dates import date2num
from matplotlib.figure import Figure

from onrecord.cli.plots.drawing import INCHES, check, concise_days, day_of, legend, save, style
from onrecord.ledger import EventRow
from onrecord.vocabulary import EventModality, EventType

# The height of a type's row of events; the part of it for the dots of one day, and how far apart these are at most.
_INCHES_A_ROW = 0.45
_ROW = 0.8
_APART = 0.15
_COLOUR_OF = {modality: f"C{number}" for number, modality in enumerate(get_args(EventModality.__value__))}


def plot_events(events: Sequence[EventRow], path: Path) -> int:
    """Draw `events` over time into `path`, a row for each type, and return how many have no day to be drawn at.

    Each is a dot, its colour the modality; those of one type and day stand above each other. The same events make the
    same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    check(path)
    dated = [(day, event) for event in events if (day := day_of(event, event["date"])) is not None]
    types = [root for root in get_args(EventType.__value__) if any(event["type"] == root for _, event in dated)]
    days = Counter((event["type"], day) for day, event in dated)
    # So far apart that the dots of the fullest day stay in their row.
    apart = min(_APART, _ROW / max(days.values(), default=1))
    drawn: Counter[tuple[str, datetime.date]] = Counter()
    with style():
        drawing = Figure((INCHES[0], max(INCHES[1], 1 + _INCHES_A_ROW * len(types))), layout="constrained")
        panel = drawing.subplots()
        for day, event in dated:
            spot = (event["type"], day)
            height = types.index(event["type"]) + (drawn[spot] - (days[spot] - 1) / 2) * apart
            drawn[spot] += 1
            colour, at = _COLOUR_OF[event["modality"]], date2num(day)  # type: ignore[no-untyped-call]
            panel.plot([at], [height], "o", color=colour, label=event["modality"])
        panel.set_yticks(range(len(types)), types)
        panel.set_ylim(len(types) - 0.5, -0.5)
        panel.grid(alpha=0.3)
        if dated:
            concise_days(panel)
        legend(drawing, [panel])
        save(drawing, path)
    return len(events) - len(dated)
