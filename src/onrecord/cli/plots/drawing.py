"""What all drawings share: the file they are written to, the axis of days, the legend."""

import datetime
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter
from matplotlib.figure import Figure

from onrecord.cli.output_file import written
from onrecord.errors import UsageError
from onrecord.ledger import EventRow, QuantityRow, first_day

INCHES = (9.0, 3.0)
"""The width of a drawing, and the height of one panel."""
_FORMATS = {".svg", ".png"}


def style() -> AbstractContextManager[None]:
    """Return what to draw within: the same bytes are made each time, and a name with dollar signs is no formula."""
    return mpl.rc_context({"svg.hashsalt": "onrecord", "text.parse_math": False})


def check(path: Path) -> None:
    """Raise a UsageError if the name of a file ends in neither .svg nor .png."""
    if path.suffix.casefold() not in _FORMATS:
        raise UsageError(str(path), "is no kind of drawing", "end its name in .svg or .png")


def save(drawing: Figure, path: Path) -> None:
    """Write a drawing, the same bytes each time; raise a UsageError if that cannot be."""
    format = path.suffix.casefold().removeprefix(".")
    with written(path) as stream:
        drawing.savefig(stream, format=format, metadata={"Date": None} if format == "svg" else None)


def concise_days(panel: Axes) -> None:
    """Label the horizontal axis with days."""
    locator = AutoDateLocator()  # type: ignore[no-untyped-call]
    panel.xaxis.set_major_locator(locator)
    panel.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]


def day_of(row: QuantityRow | EventRow, time: str | None) -> datetime.date | None:
    """Return the first day of a row's time, else the day of publication."""
    return first_day(time) or first_day(row["article"]["published"])


def legend(drawing: Figure, panels: Iterable[Axes]) -> None:
    """Put one legend for all panels beside them, each name once."""
    marks: dict[str, Artist] = {}
    for panel in panels:
        for mark, name in zip(*panel.get_legend_handles_labels(), strict=True):
            marks.setdefault(name, mark)
    if marks:
        drawing.legend(list(marks.values()), list(marks), loc="outside right upper", frameon=False)
