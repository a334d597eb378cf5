"""Quantities: how much of what, where and when an article claims, and who says so.

numerals and units, printed_quantities (both, with ranges and hedges), exclusions (numbers that claim nothing),
counted_nouns (of what), circumstances (where and when), quantity_records (the result).
"""

from onrecord.extraction.quantities.quantity_records import record_quantities

__all__ = ["record_quantities"]
