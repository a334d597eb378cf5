"""Drawings of answers over time, in a file that a report can take up. Slow to import, since Matplotlib is."""

from onrecord.cli.plots.events import plot_events
from onrecord.cli.plots.quantities import plot_quantities
from onrecord.cli.plots.timelines import plot_timeline

__all__ = ["plot_events", "plot_quantities", "plot_timeline"]
