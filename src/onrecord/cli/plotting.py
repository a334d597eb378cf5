"""Drawings of answers: figures over time, in a file that a report can take up."""

import datetime
from collections.abc import Iterable, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import ConciseDateFormatter, date2num
from matplotlib.figure import Figure

from onrecord.cli.amounts import asserting
from onrecord.errors import UsageError
from onrecord.ledger import QuantityRow

_FORMATS = {".svg", ".png"}
_INCHES = (9.0, 3.0)
# As many units have a panel of their own, those with the most figures.
_PANELS = 4
# As many speakers have a colour of their own, those with the most figures.
_COLOURS = 9
_OTHERS = "others"


def plot_figures(figures: Sequence[QuantityRow], words: str, path: Path) -> int:
    """Draw `figures` over time into `path`, a panel for each unit, and return how many have no day to be drawn at.

    A number is a dot, a range a line between two, "at least" and "at most" an arrow from the number. The same figures
    make the same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    if path.suffix.casefold() not in _FORMATS:
        raise UsageError(str(path), "is no kind of drawing", "end its name in .svg or .png")
    dated = [(day, figure) for figure in figures if (day := _day(figure)) is not None]
    units = _most([figure["unit"] for _, figure in dated], _PANELS) or [None]
    names = _most([asserting(figure) for _, figure in dated], _COLOURS)
    colours = {name: f"C{number}" for number, name in enumerate(names)}
    with mpl.rc_context({"svg.hashsalt": "onrecord"}):
        drawing = Figure((_INCHES[0], _INCHES[1] * len(units)), layout="constrained")
        panels = drawing.subplots(len(units), sharex=True, squeeze=False)[:, 0]
        for panel, unit in zip(panels, units, strict=True):
            for day, figure in dated:
                if figure["unit"] == unit:
                    who = asserting(figure)
                    _draw(panel, day, figure, who if who in colours else _OTHERS, colours.get(who, "0.6"))
            panel.set_ylabel(unit or "number")
            panel.grid(alpha=0.3)
            panel.xaxis.set_major_formatter(ConciseDateFormatter(panel.xaxis.get_major_locator()))  # type: ignore[no-untyped-call]
        _legend(drawing, panels)
        panels[0].set_title(words)
        try:
            drawing.savefig(path, metadata={"Date": None} if path.suffix.casefold() == ".svg" else None)
        except OSError as error:
            raise UsageError(str(path), f"cannot be written ({error.strerror})", "name another file") from error
    return len(figures) - len(dated)


def _most[Item](items: Sequence[Item], limit: int) -> list[Item]:
    """Return the items that come most often, at most `limit`, the first of equals first."""
    counts: dict[Item, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return sorted(counts, key=lambda item: -counts[item])[:limit]


def _day(figure: QuantityRow) -> datetime.date | None:
    """Return the first day of the time a figure holds for, else the day of publication."""
    time = (figure["as_of"] or figure["article"]["published"] or "").partition("/")[0][:10]
    for whole in (time, f"{time}-01", f"{time}-01-01"):
        try:
            return datetime.date.fromisoformat(whole)
        except ValueError:
            continue
    return None


def _draw(panel: Axes, day: datetime.date, figure: QuantityRow, who: str, colour: str) -> None:
    value, low, high = figure["value"], figure["low"], figure["high"]
    at = date2num(day)  # type: ignore[no-untyped-call]
    if value is not None:
        panel.plot([at], [value], "o", color=colour, label=who)
    elif low is not None and high is not None:
        panel.plot([at, at], [low, high], "_-", color=colour, label=who)
    elif low is not None:
        panel.plot([at], [low], "^", color=colour, label=who)
    elif high is not None:
        panel.plot([at], [high], "v", color=colour, label=who)


def _legend(drawing: Figure, panels: Iterable[Axes]) -> None:
    marks: dict[str, Artist] = {}
    for panel in panels:
        for mark, name in zip(*panel.get_legend_handles_labels(), strict=True):
            marks.setdefault(name, mark)
    if marks:
        drawing.legend(list(marks.values()), list(marks), loc="outside right upper", frameon=False)
