"""Quantities: how much of what, where and when an article claims, and who says so."""

from onrecord.extraction.quantities.quantity_records import record_quantities

__all__ = ["record_quantities"]
