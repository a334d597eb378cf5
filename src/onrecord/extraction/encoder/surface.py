"""What shows of tokens before anything is parsed: letter case, quote marks, part of the article."""

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from onrecord.extraction.document import PARTS
from onrecord.extraction.encoder.scores import Ints
from onrecord.extraction.quotations import Quotation

PART_ROLES = ("title", "heading", "paragraph")

SURFACE = {
    "letter case": 6,
    "quote marks": 8,
    "part of the article, and whether it starts here": 2 * len(PART_ROLES),
}
"""The columns of `surface`, and how many values each has."""


def surface(doc: Doc, begins: Ints, quotes: Sequence[Quotation]) -> Ints:
    """Return a row for each token of `doc` with a column for each of `SURFACE`.

    Args:
        doc: a tokenised document, with its titles, headings and paragraphs in `doc.spans["parts"]`.
        begins: the first character of each token.
        quotes: the quotations of `doc`.
    """
    case = np.array([_letter_case(token.text) for token in doc], dtype=np.int64)
    return np.stack([case, _quoted(begins, quotes), _parts(doc)], axis=1)


def _letter_case(word: str) -> int:
    if word.islower():
        return 1
    if word.istitle():
        return 2
    if word.isupper():
        return 3
    if any(c.isdigit() for c in word):
        return 4
    return 5 if any(c.isalpha() for c in word) else 0


def _parts(doc: Doc) -> Ints:
    roles = np.zeros(len(doc), dtype=np.int64)
    for span in doc.spans[PARTS]:
        roles[span.start : span.end] = PART_ROLES.index(span.label_)
    return roles


def _quoted(begins: Ints, quotes: Sequence[Quotation]) -> Ints:
    """Return where tokens stand: 1-2 in double marks, closed or not, 3-4 in single ones, 5 in both, 6-7 at the ends."""
    marks = np.zeros(len(begins), dtype=np.int64)
    for quote in quotes:
        first, last = np.searchsorted(begins, (quote.start, quote.end))
        if first == len(begins):
            # The mark is the tail of the last token.
            continue
        inside = marks[first:last]
        inside[inside == 0] = 1 + 2 * quote.single + (not quote.closed)
        if quote.single:
            inside[inside == 1] = 5
        marks[first] = 6
        if quote.closed and last > first:
            marks[last - 1] = 7
    return marks
