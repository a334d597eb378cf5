"""A document as the model reads it: word pieces in windows, and what language pass and quote marks show of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy import attrs
from spacy.tokens import Doc
from tokenizers import Tokenizer

from onrecord.extraction.document import PARTS
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import Range
from onrecord.reading.attribution.relation import Attribution

type Ints = NDArray[np.int64]

WINDOW = 254
"""Word pieces in a window at most, without the two that frame it."""

# The labels of the language pipeline that are told apart; others are as good as none.
_POS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X", "SPACE",
)  # fmt: skip
_DEPENDENCIES = (
    "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc",
    "ccomp", "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta",
    "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj",
    "predet", "prep", "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
ENTITIES = (
    "PERSON", "ORG", "NORP", "GPE", "DATE", "CARDINAL", "LOC", "FAC", "TIME", "MONEY", "PERCENT", "EVENT", "LAW",
    "WORK_OF_ART", "PRODUCT", "QUANTITY", "ORDINAL", "LANGUAGE",
)  # fmt: skip
_PARTS = ("title", "heading", "paragraph")
# From so many tokens on a head is in the next class of distance, to the left or to the right.
_DISTANCES = (1, 2, 3, 5, 9, 17)
_SURE = 0.6

FEATURES = {
    "part of speech": len(_POS) + 1,
    "dependency": len(_DEPENDENCIES) + 1,
    "place of the head": 2 * len(_DISTANCES) + 1,
    "entity": len(ENTITIES) + 1,
    "letter case": 6,
    "quote marks": 8,
    "part of the article, and whether it starts here": 2 * len(_PARTS),
    "what the rules say": 5,
}
"""What the model is told of each piece beside itself, and how many values each has."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a document, arrays of one length.

    Attributes:
        ids: the pieces, by their number in the vocabulary.
        features: a row for each piece, a column for each of `FEATURES`.
        tokens: the token of the document that each piece starts in.
        parts: from which to which piece each title, heading and paragraph goes, those without pieces left out.
    """

    ids: Ints
    features: Ints
    tokens: Ints
    parts: Sequence[Range]

    def windows(self) -> Iterator[Range]:
        """Yield the ranges of pieces that are read at once: as many whole parts as fit.

        A part that is too long for one window is cut.
        """
        start = end = 0
        for first, last in self.parts:
            if end > start and last - start > WINDOW:
                yield start, end
                start = first
            end = last
            while end - start > WINDOW:
                yield start, start + WINDOW
                start += WINDOW
        if end > start:
            yield start, end


def split(doc: Doc, tokenizer: Tokenizer, hints: Sequence[Attribution], quotes: Sequence[Quotation]) -> Pieces:
    """Return the word pieces of `doc`.

    Args:
        doc: a document after the language pass, with its titles, headings and paragraphs in `doc.spans["parts"]`.
        tokenizer: what the model was made with, without truncation or padding.
        hints: the relations that the rules find in `doc`.
        quotes: the quotations of `doc`.
    """
    text = doc.text
    spans = doc.spans[PARTS]
    encodings = tokenizer.encode_batch([text[s.start_char : s.end_char] for s in spans], add_special_tokens=False)
    ids: list[int] = []
    starts: list[int] = []
    parts: list[Range] = []
    for span, encoding in zip(spans, encodings, strict=True):
        if encoding.ids:
            parts.append((len(ids), len(ids) + len(encoding.ids)))
            ids += encoding.ids
            starts += [start + span.start_char for start, _ in encoding.offsets]
    begins = np.array([token.idx for token in doc], dtype=np.int64)
    tokens = np.searchsorted(begins, np.array(starts, dtype=np.int64), side="right") - 1
    features = _features(doc, begins, hints, quotes)[tokens]
    features[[start for start, _ in parts], 6] += len(_PARTS)
    return Pieces(np.array(ids, dtype=np.int64), features, tokens, parts)


def _features(doc: Doc, begins: Ints, hints: Sequence[Attribution], quotes: Sequence[Quotation]) -> Ints:
    """Return the features of each token of `doc`."""
    heads = doc.to_array(attrs.HEAD).astype(np.int64)
    distances = np.searchsorted(_DISTANCES, np.abs(heads), side="right")
    columns = (
        _numbered(doc, attrs.POS, _POS),
        _numbered(doc, attrs.DEP, _DEPENDENCIES),
        np.where(heads < 0, distances, np.where(heads > 0, distances + len(_DISTANCES), 0)),
        _numbered(doc, attrs.ENT_TYPE, ENTITIES),
        np.array([_letter_case(token.text) for token in doc], dtype=np.int64),
        _quoted(doc, begins, quotes),
        _parts(doc),
        _hinted(doc, begins, hints),
    )
    return np.stack(columns, axis=1)


def _numbered(doc: Doc, attribute: int, names: Sequence[str]) -> Ints:
    """Return for each token the number of its label among `names`, from one on, 0 for others."""
    numbers = {doc.vocab.strings.add(name): number for number, name in enumerate(names, 1)}
    labels, where = np.unique(doc.to_array(attribute), return_inverse=True)
    return np.array([numbers.get(int(label), 0) for label in labels], dtype=np.int64)[where]


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
        roles[span.start : span.end] = _PARTS.index(span.label_)
    return roles


def _quoted(doc: Doc, begins: Ints, quotes: Sequence[Quotation]) -> Ints:
    """Return where tokens stand: 1-2 in double marks, closed or not, 3-4 in single ones, 5 in both, 6-7 at the ends."""
    marks = np.zeros(len(doc), dtype=np.int64)
    for quote in quotes:
        first, last = np.searchsorted(begins, (quote.start, quote.end))
        if first == len(doc):
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


def _hinted(doc: Doc, begins: Ints, hints: Sequence[Attribution]) -> Ints:
    """Return what the rules take each token for: 1-2 content, doubtful or sure, 3 source, 4 cue."""
    found = np.zeros(len(doc), dtype=np.int64)
    for hint in sorted(hints, key=lambda hint: hint.confidence):
        marked = [(content, 1 + (hint.confidence > _SURE)) for content in hint.content]
        if not hint.inherited:
            marked += [(words, number) for words, number in ((hint.source, 3), (hint.cue, 4)) if words]
        for (start, end), number in marked:
            first, last = np.searchsorted(begins, (start + 1, end))
            found[max(first - 1, 0) : last] = number
    return found
