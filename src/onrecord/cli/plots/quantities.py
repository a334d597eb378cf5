"""Quantities over time, drawn."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.figure import Figure

from onrecord.cli.characters import visible
from onrecord.cli.plots.drawing import INCHES, check, concise_days, day_of, legend, save, style
from onrecord.ledger import QuantityRow, who_asserts

# As many units have a panel of their own, those with the most quantities.
_PANELS = 4
# As many speakers have a colour of their own, those with the most quantities.
_COLOURS = 9
_OTHERS = "others"


def plot_quantities(quantities: Sequence[QuantityRow], words: str, path: Path) -> int:
    """Draw `quantities` over time into `path`, a panel for each unit, and return how many have no day to be drawn at.

    A number is a dot, a range a line between two, "at least" and "at most" an arrow from the number. The same
    quantities make the same file.

    Raises:
        UsageError: the file's name ends in neither .svg nor .png, or it cannot be written.
    """
    check(path)
    dated = [(day, quantity) for quantity in quantities if (day := day_of(quantity, quantity["as_of"])) is not None]
    units = _most([quantity["unit"] for _, quantity in dated], _PANELS) or [None]
    names = _most([_who(quantity) for _, quantity in dated], _COLOURS)
    colours = {name: f"C{number}" for number, name in enumerate(names)}
    with style():
        drawing = Figure((INCHES[0], INCHES[1] * len(units)), layout="constrained")
        panels = drawing.subplots(len(units), sharex=True, squeeze=False)[:, 0]
        for panel, unit in zip(panels, units, strict=True):
            for day, quantity in dated:
                if quantity["unit"] == unit:
                    who = _who(quantity)
                    _draw(panel, day, quantity, who if who in colours else _OTHERS, colours.get(who, "0.6"))
            panel.set_ylabel(visible(unit or "number"))
            panel.grid(alpha=0.3)
            concise_days(panel)
        legend(drawing, panels)
        panels[0].set_title(visible(words))
        save(drawing, path)
    return len(quantities) - len(dated)


def _draw(panel: Axes, day: datetime.date, quantity: QuantityRow, who: str, colour: str) -> None:
    value, low, high = quantity["value"], quantity["low"], quantity["high"]
    at = date2num(day)  # type: ignore[no-untyped-call]
    if value is not None:
        panel.plot([at], [value], "o", color=colour, label=who)
    elif low is not None and high is not None:
        panel.plot([at, at], [low, high], "_-", color=colour, label=who)
    elif low is not None:
        panel.plot([at], [low], "^", color=colour, label=who)
    elif high is not None:
        panel.plot([at], [high], "v", color=colour, label=who)


def _who(quantity: QuantityRow) -> str:
    return visible(who_asserts(quantity))


def _most[Item](items: Sequence[Item], limit: int) -> list[Item]:
    """Return the items that come most often, at most `limit`, the first of equals first."""
    counts: dict[Item, int] = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return sorted(counts, key=lambda item: -counts[item])[:limit]
