"""Every figure that an article claims: how much of what, where and when, and who says so."""

from onrecord.reading.quantities.quantifying import quantify

__all__ = ["quantify"]
