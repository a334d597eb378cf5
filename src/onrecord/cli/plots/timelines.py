"""What was said and done over time, drawn."""

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from matplotlib.dates import date2num
from matplotlib.figure import Figure

from onrecord.cli.characters import visible
from onrecord.cli.plots.drawing import INCHES, check, concise_days, legend, save, style
from onrecord.ledger import TimelineRow, first_day

# The height of a row, the part of it for the dots of one day, and how far apart these are at most.
_INCHES_A_ROW, _ROW, _APART = 0.45, 0.8, 0.15


def plot_timeline(rows: Sequence[TimelineRow], asked: str, path: Path) -> int:
    """Draw `rows` over time into `path`, a row for each act and type of event, and return how many have no day.

    Each is a dot; those of a row and day stand above each other. The same rows make the same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    check(path)
    dated = [(day, _name(row), row) for row in rows if (day := first_day(row["day"])) is not None]
    names = sorted({name for _, name, _ in dated}, key=lambda name: (name.isupper(), name))
    days = Counter((name, day) for day, name, _ in dated)
    apart = min(_APART, _ROW / max(days.values(), default=1))
    drawn: Counter[tuple[str, datetime.date]] = Counter()
    with style():
        drawing = Figure((INCHES[0], max(INCHES[1], 1 + _INCHES_A_ROW * len(names))), layout="constrained")
        panel = drawing.subplots()
        for day, name, row in dated:
            height = names.index(name) + (drawn[name, day] - (days[name, day] - 1) / 2) * apart
            drawn[name, day] += 1
            said = row["statement"] is not None
            at = date2num(day)  # type: ignore[no-untyped-call]
            panel.plot([at], [height], "o", color="C0" if said else "C1", label="said" if said else "done")
        panel.set_yticks(range(len(names)), names)
        panel.set_ylim(len(names) - 0.5, -0.5)
        panel.set_title(visible(asked))
        panel.grid(alpha=0.3)
        if dated:
            concise_days(panel)
        legend(drawing, [panel])
        save(drawing, path)
    return len(rows) - len(dated)


def _name(row: TimelineRow) -> str:
    """Return the act of a statement, or the type of an event."""
    if row["statement"] is not None:
        return row["statement"]["act"]
    return row["event"]["type"] if row["event"] is not None else "?"
