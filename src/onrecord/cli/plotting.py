"""Drawings of answers: figures and events over time, in a file that a report can take up."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import get_args

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import AutoDateLocator, ConciseDateFormatter, date2num
from matplotlib.figure import Figure

from onrecord.cli.amounts import asserting
from onrecord.errors import UsageError
from onrecord.ledger import EventRow, QuantityRow, first_day
from onrecord.records import Modality, Root

_FORMATS = {".svg", ".png"}
_INCHES = (9.0, 3.0)
# As many units have a panel of their own, those with the most figures.
_PANELS = 4
# As many speakers have a colour of their own, those with the most figures.
_COLOURS = 9
_OTHERS = "others"
# The height of a type's row of events; the part of it for the dots of one day, and how far apart these are at most.
_INCHES_A_ROW = 0.45
_ROW = 0.8
_APART = 0.15
_COLOUR_OF = {modality: f"C{number}" for number, modality in enumerate(get_args(Modality.__value__))}


def plot_figures(figures: Sequence[QuantityRow], words: str, path: Path) -> int:
    """Draw `figures` over time into `path`, a panel for each unit, and return how many have no day to be drawn at.

    A number is a dot, a range a line between two, "at least" and "at most" an arrow from the number. The same figures
    make the same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    _check(path)
    dated = [(day, figure) for figure in figures if (day := _day(figure, figure["as_of"])) is not None]
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
            _concise_days(panel)
        _legend(drawing, panels)
        panels[0].set_title(words)
        _save(drawing, path)
    return len(figures) - len(dated)


def plot_events(events: Sequence[EventRow], path: Path) -> int:
    """Draw `events` over time into `path`, a row for each type, and return how many have no day to be drawn at.

    Each is a dot, its colour the modality; those of one type and day stand above each other. The same events make the
    same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    _check(path)
    dated = [(day, event) for event in events if (day := _day(event, event["date"])) is not None]
    types = [root for root in get_args(Root.__value__) if any(event["type"] == root for _, event in dated)]
    days = Counter((event["type"], day) for day, event in dated)
    # So far apart that the dots of the fullest day stay in their row.
    apart = min(_APART, _ROW / max(days.values(), default=1))
    drawn: Counter[tuple[str, datetime.date]] = Counter()
    with mpl.rc_context({"svg.hashsalt": "onrecord"}):
        drawing = Figure((_INCHES[0], max(_INCHES[1], 1 + _INCHES_A_ROW * len(types))), layout="constrained")
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
            _concise_days(panel)
        _legend(drawing, [panel])
        _save(drawing, path)
    return len(events) - len(dated)


def _check(path: Path) -> None:
    if path.suffix.casefold() not in _FORMATS:
        raise UsageError(str(path), "is no kind of drawing", "end its name in .svg or .png")


def _save(drawing: Figure, path: Path) -> None:
    try:
        drawing.savefig(path, metadata={"Date": None} if path.suffix.casefold() == ".svg" else None)
    except OSError as error:
        raise UsageError(str(path), f"cannot be written ({error.strerror})", "name another file") from error


def _concise_days(panel: Axes) -> None:
    locator = AutoDateLocator()  # type: ignore[no-untyped-call]
    panel.xaxis.set_major_locator(locator)
    panel.xaxis.set_major_formatter(ConciseDateFormatter(locator))  # type: ignore[no-untyped-call]


def _most[Item](items: Sequence[Item], limit: int) -> list[Item]:
    """Return the items that come most often, at most `limit`, the first of equals first."""
    counts: dict[Item, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return sorted(counts, key=lambda item: -counts[item])[:limit]


def _day(row: QuantityRow | EventRow, time: str | None) -> datetime.date | None:
    """Return the first day of a row's time, else the day of publication."""
    return first_day(time) or first_day(row["article"]["published"])


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
