"""What was said and done over time, drawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from onrecord.cli.plots.dots import Dot, draw_dots
from onrecord.cli.plots.drawing import check
from onrecord.ledger import TimelineRow, first_day
from onrecord.vocabulary import Act, EventType

_ROWS = (*get_args(Act.__value__), *get_args(EventType.__value__))


def plot_timeline(rows: Sequence[TimelineRow], asked: str, path: Path) -> int:
    """Draw `rows` over time into `path`, a row for each act and type of event, and return how many have no day.

    Each is a dot; those of a row and day stand above each other. The same rows make the same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    check(path)
    dots = [_dot(row) for row in rows if first_day(row["day"]) is not None]
    names = {dot.row for dot in dots}
    draw_dots(dots, [name for name in _ROWS if name in names], path, title=asked)
    return len(rows) - len(dots)


def _dot(row: TimelineRow) -> Dot:
    day = first_day(row["day"])
    assert day is not None
    if row["statement"] is not None:
        return Dot(day, row["statement"]["act"], "C0", "said")
    assert row["event"] is not None
    return Dot(day, row["event"]["type"], "C1", "done")
