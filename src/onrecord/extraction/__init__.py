"""Extraction: from an article to the same article with what it says.

In the order in which an article goes through them: `document` (the text that is read), `encoder` (tags, trees, names,
and scores of attribution), `attribution` (source, cue and content), `entities` (who is named), `coreference` (whom
words stand for), `participants` (who speaks, to whom, for whom, against whom, where), `temporal`, `events`, and then
the records: entities, `statements`, events, times, `quantities`. `reader` takes an article through all of them, and
`rule_book` has every rule that they apply.
"""

from onrecord.extraction.document import DATELINES, PARTS, Document
from onrecord.extraction.quotations import find_quotations, pair_quotations
from onrecord.extraction.ranges import CharRange, PieceRange, TokenRange
from onrecord.extraction.reader import Reader, load_reader
from onrecord.extraction.rule_book import RULES

__all__ = [
    "DATELINES",
    "PARTS",
    "RULES",
    "CharRange",
    "Document",
    "PieceRange",
    "Reader",
    "TokenRange",
    "find_quotations",
    "load_reader",
    "pair_quotations",
]
