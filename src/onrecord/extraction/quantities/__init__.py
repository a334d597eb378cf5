"""Quantities: how much of what, where and when an article claims, and who says so.

numerals and units, printed_quantities (both, with ranges and hedges), candidate (one of them among its words), ages
(numbers that are ages without a unit), vetoes (numbers that claim nothing: forms, codes, names, known_numbers and some
others), counted_nouns (of what), circumstances (where and when), quantity_records (the result).
"""

from typing import Any

from onrecord.extraction.quantities.ages import AGES
from onrecord.extraction.quantities.counted_nouns import COUNTED, REPEATED
from onrecord.extraction.quantities.quantity_records import SPEAKERS, record_quantities
from onrecord.extraction.quantities.vetoes import VETOES
from onrecord.rules import Rule

RULES: tuple[Rule[Any], ...] = (*AGES, *VETOES, *COUNTED, *REPEATED, *SPEAKERS)
"""Every rule of quantities, in the order in which a number meets them."""

__all__ = ["RULES", "record_quantities"]
