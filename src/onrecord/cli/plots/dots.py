"""Dots over time in rows, each row of one kind; those of one day stand above each other."""

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from matplotlib.dates import date2num
from matplotlib.figure import Figure

from onrecord.cli.characters import visible
from onrecord.cli.plots.drawing import INCHES, concise_days, legend, save, style

# The height of a row; the part of it for the dots of one day, and how far apart these are at most.
_INCHES_A_ROW = 0.45
_ROW = 0.8
_APART = 0.15


class Dot(NamedTuple):
    """What is drawn: its day, the row it is in, its colour, and what that means."""

    day: datetime.date
    row: str
    colour: str
    label: str


def draw_dots(dots: Sequence[Dot], rows: Sequence[str], path: Path, *, title: str = "") -> None:
    """Draw dots into a file, the same bytes each time; `rows` are from top to bottom.

    Raises:
        UsageError: it cannot be written.
    """
    days = Counter((dot.row, dot.day) for dot in dots)
    # So far apart that the dots of the fullest day stay in their row.
    apart = min(_APART, _ROW / max(days.values(), default=1))
    drawn: Counter[tuple[str, datetime.date]] = Counter()
    with style():
        drawing = Figure((INCHES[0], max(INCHES[1], 1 + _INCHES_A_ROW * len(rows))), layout="constrained")
        panel = drawing.subplots()
        for dot in dots:
            spot = (dot.row, dot.day)
            height = rows.index(dot.row) + (drawn[spot] - (days[spot] - 1) / 2) * apart
            drawn[spot] += 1
            at = date2num(dot.day)  # type: ignore[no-untyped-call]
            panel.plot([at], [height], "o", color=dot.colour, label=dot.label)
        panel.set_yticks(range(len(rows)), rows)
        panel.set_ylim(len(rows) - 0.5, -0.5)
        panel.grid(alpha=0.3)
        if title:
            panel.set_title(visible(title))
        if dots:
            concise_days(panel)
        legend(drawing, [panel])
        save(drawing, path)
