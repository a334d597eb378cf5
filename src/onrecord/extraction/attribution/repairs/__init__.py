"""Repairs: a relation in, the same put right out, or none.

of_decoded (what the model found, by its words), of_sources, of_contents, openings and supplements (of all relations of
a document together); surroundings is what a repair may look at, order which repair comes when.
"""

from onrecord.extraction.attribution.repairs.of_decoded import DECODED_REPAIRS
from onrecord.extraction.attribution.repairs.order import (
    DOCUMENT_REPAIRS,
    FIRST_REPAIRS,
    LAST_REPAIRS,
    repaired,
    repaired_decoded,
    repaired_document,
)
from onrecord.extraction.attribution.repairs.surroundings import Surroundings

__all__ = [
    "DECODED_REPAIRS",
    "DOCUMENT_REPAIRS",
    "FIRST_REPAIRS",
    "LAST_REPAIRS",
    "Surroundings",
    "repaired",
    "repaired_decoded",
    "repaired_document",
]
