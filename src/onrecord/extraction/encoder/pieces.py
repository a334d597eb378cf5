"""A document as the encoder reads it: word pieces in windows of whole paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy import attrs
from spacy.tokens import Doc
from tokenizers import Encoding, Tokenizer

from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.encoder.scores import Ints
from onrecord.extraction.encoder.surface import PART_ROLES, surface
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import PieceRange

type Flags = NDArray[np.bool_]

WINDOW = 254
"""Word pieces in a window at most, without the two that frame it."""

# A part too long for one window is cut behind the end of a sentence in its last two thirds.
_LEAST_OF_A_WINDOW = 3
_STOP = re.compile(r"[.!?]+$")
_CLOSING = re.compile(r"[\"'”’)\]]+$")
_PART = 2


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a document. A word is a token that has pieces: white space and invisible characters have none.

    Attributes:
        ids: the pieces, by their number in the vocabulary.
        surface: a row for each piece, a column for each of `SURFACE`.
        words: the tokens that are words, in order.
        first: of each word its first piece.
        parts: from which to which piece each title, heading and paragraph goes, those without pieces left out.
        begun: for each word, whether a sentence must begin with it: with each part and behind a dateline.
        windows: the ranges of pieces that are read at once: as many whole parts as fit.
    """

    ids: Ints
    surface: Ints
    words: Ints
    first: Ints
    parts: Sequence[PieceRange]
    begun: Flags
    windows: Sequence[PieceRange]


def split(doc: Doc, tokenizer: Tokenizer, quotes: Sequence[Quotation]) -> Pieces:
    """Return the word pieces of `doc`.

    Args:
        doc: a tokenised document, with its titles, headings and paragraphs in `doc.spans["parts"]`.
        tokenizer: that of the encoder, without truncation or padding.
        quotes: the quotations of `doc`.
    """
    text, spans = text_of(doc), doc.spans[PARTS]
    begins = doc.to_array(attrs.IDX).astype(np.int64)
    encodings = tokenizer.encode_batch([text[s.start_char : s.end_char] for s in spans], add_special_tokens=False)
    ids: list[int] = []
    tokens: list[int] = []
    parts: list[PieceRange] = []
    for span, encoding in zip(spans, encodings, strict=True):
        if encoding.ids:
            own_ids, own_tokens = _by_token(doc, span.start_char, begins, encoding, tokenizer)
            parts.append(PieceRange(len(ids), len(ids) + len(own_ids)))
            ids += own_ids
            tokens += own_tokens
    of_token = np.array(tokens, dtype=np.int64)
    first = np.nonzero(np.diff(of_token, prepend=-1))[0]
    words = of_token[first]
    shown = surface(doc, begins, quotes)[of_token]
    starts = [start for start, _ in parts]
    shown[starts, _PART] += len(PART_ROLES)
    begun: Flags = (doc.to_array(attrs.SENT_START)[words] == 1) | np.isin(first, starts)
    windows = list(_windows(parts, first, [doc[int(token)].text for token in words], begun))
    return Pieces(np.array(ids, dtype=np.int64), shown, words, first, parts, begun, windows)


def _by_token(
    doc: Doc, start: int, begins: Ints, encoding: Encoding, tokenizer: Tokenizer
) -> tuple[list[int], list[int]]:
    """Return the pieces of a part and the token that each starts in.

    A token that no piece starts in ("can|not", "gon|na") and the one before it get pieces of their own.
    """
    places = np.array(encoding.offsets, dtype=np.int64) + start
    tokens = (np.searchsorted(begins, places[:, 0], side="right") - 1).tolist()
    last = (np.searchsorted(begins, places[:, 1] - 1, side="right") - 1).tolist()
    ids = list(encoding.ids)
    covered = {i for token, end in zip(tokens, last, strict=True) for i in range(token + 1, end + 1)} - set(tokens)
    if not covered:
        return ids, tokens
    shared = covered | {i - 1 for i in covered}
    split_ids: list[int] = []
    split_tokens: list[int] = []
    done: set[int] = set()
    for number, token in zip(ids, tokens, strict=True):
        if token not in shared:
            split_ids.append(number)
            split_tokens.append(token)
            continue
        for own in range(token, len(begins)):
            if own not in shared or own in done:
                break
            pieces = tokenizer.encode(doc[own].text, add_special_tokens=False).ids
            split_ids += pieces
            split_tokens += [own] * len(pieces)
            done.add(own)
    return split_ids, split_tokens


def _windows(parts: Sequence[PieceRange], first: Ints, texts: Sequence[str], begun: Flags) -> Iterator[PieceRange]:
    """Yield ranges of pieces: whole parts; one that is too long is cut behind the end of a sentence, or anywhere."""
    start = end = 0
    for low, high in parts:
        if end > start and high - start > WINDOW:
            yield PieceRange(start, end)
            start = low
        end = high
        while end - start > WINDOW:
            cut = _cut(start, first, texts, begun)
            yield PieceRange(start, cut)
            start = cut
    if end > start:
        yield PieceRange(start, end)


def _cut(start: int, first: Ints, texts: Sequence[str], begun: Flags) -> int:
    """Return the piece before which a window that begins with piece `start` ends."""
    low, most = (int(at) for at in np.searchsorted(first, [start, start + WINDOW + 1]))
    most -= 1
    for word in range(most, low + (most - low) // _LEAST_OF_A_WINDOW, -1):
        before = texts[word - 1]
        quoted = _CLOSING.search(before) and word - low > 1 and _STOP.search(texts[word - 2])
        if begun[word] or _STOP.search(before) or quoted:
            return int(first[word])
    # A word of more pieces than a window has is cut itself.
    return int(first[most]) if most > low else start + WINDOW
