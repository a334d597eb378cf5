"""A document as the attribution network reads it: the encoder's word pieces, and what the parse shows of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc
from tokenizers import Tokenizer

from onrecord.extraction import PieceRange, find_quotations
from onrecord.extraction.attribution import hint_features
from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.encoder import WINDOW, Ints, parse_features
from onrecord.extraction.encoder import split as split_words


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a document, arrays of one length.

    Attributes:
        ids: the pieces, by their number in the vocabulary.
        features: a row for each piece, a column for each of `onrecord.extraction.encoder.features.FEATURES`.
        tokens: the token of the document that each piece is of.
        parts: from which to which piece each title, heading and paragraph goes, those without pieces left out.
    """

    ids: Ints
    features: Ints
    tokens: Ints
    parts: Sequence[PieceRange]

    def windows(self) -> Iterator[PieceRange]:
        """Yield the ranges of pieces that are read at once: as many whole parts as fit.

        A part that is too long for one window is cut.
        """
        start = end = 0
        for first, last in self.parts:
            if end > start and last - start > WINDOW:
                yield PieceRange(start, end)
                start = first
            end = last
            while end - start > WINDOW:
                yield PieceRange(start, start + WINDOW)
                start += WINDOW
        if end > start:
            yield PieceRange(start, end)


def split(doc: Doc, tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces of a document after the language pass."""
    pieces = split_words(doc, tokenizer, find_quotations(doc))
    tokens = np.repeat(pieces.words, np.diff(pieces.first, append=len(pieces.ids)))
    told = hint_features(doc, rule_relations(doc))[tokens, None]
    return Pieces(
        pieces.ids, np.concatenate([parse_features(doc)[tokens], pieces.surface, told], axis=1), tokens, pieces.parts
    )
