"""Batches for the encoder: windows of whole parts, packed anew each epoch, those of like lengths."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from onrecord.extraction.encoder import FEATURES, PARSE_FEATURES, PART_ROLES, SURFACE, WINDOW, Ints
from onrecord.models import FIRST, LAST, MASK
from training.attribution.network import MASKED, VOCABULARY
from training.encoder.corpus import NO_HEAD, UNKNOWN, Corpus
from training.packing import packed

NO_LABEL = -100
"""The label of what is not scored."""

_BATCH_PIECES = 4000
_SORTED_TOGETHER = 512
# A part too long for one window is cut before a sentence in its last two thirds.
_LEAST_OF_A_WINDOW = 3
# What the network does without now and then, so as not to lean on it: pieces, the rules' hints, the parse; curly marks,
# and the case of letters, all of them small or all of them capitals.
_MASKED_PIECES, _NO_HINTS, _NO_SYNTAX = 0.05, 0.5, 0.15
_STRAIGHT_MARKS, _SMALL, _CAPITALS = 0.15, 0.04, 0.02
_MARKS = {"“": '"', "”": '"', "‘": "'", "’": "'"}
# The values of the letter case: by each, what it is in small letters and in capitals.
_IN_SMALL, _IN_CAPITALS = np.array([0, 1, 1, 1, 4, 1]), np.array([0, 3, 3, 3, 4, 3])
_CASE, _PART = 0, 2


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one length, of pieces and of words.

    Attributes:
        pieces: as the network reads them, some masked or changed.
        clean: as they are.
        surface: of each piece, as the network is told.
        shown: of each piece, all of `FEATURES`.
        bias: what is added to the attention to each piece.
        first: of each word, the place of its first piece.
        words: which words there are.
        features: of each word, as the network is told.
        tags: and the others to `starts`: the labels of the words; a head is 0 for a root, else the word + 1.
        classes: by an annotator, `NO_LABEL` where there is none.
        claims: by an annotator (batch x content, source x cue x word).
        annotated: which windows an annotator has read.
    """

    pieces: Tensor
    clean: Tensor
    surface: Tensor
    shown: Tensor
    bias: Tensor
    first: Tensor
    words: Tensor
    features: Tensor
    tags: Tensor
    names: Tensor
    heads: Tensor
    dependencies: Tensor
    starts: Tensor
    classes: Tensor
    claims: Tensor
    annotated: Tensor

    def to(self, device: torch.device) -> "Batch":
        """Return the batch on a device."""
        moved = (getattr(self, field.name).to(device, non_blocking=True) for field in fields(self))
        return Batch(*moved)


@dataclass(frozen=True, slots=True)
class _Window:
    """Words `start` to `end` of a document, with one of its annotators (0 where it has none)."""

    start: int
    end: int
    document: int
    annotator: int


class Windows:
    """Draws batches from a corpus."""

    def __init__(self, corpus: Corpus, tokenizer: Tokenizer) -> None:
        self._corpus = corpus
        self._pieces = _edges(corpus.lengths)
        self._parts = _edges(corpus.parts)
        self._documents = _edges(corpus.documents)
        self._annotators = _edges(corpus.annotators)
        words = np.diff(self._parts[self._documents])
        self._classes = _edges(np.repeat(words, corpus.annotators))
        self._claims = _edges(corpus.claimed)
        vocabulary = tokenizer.get_vocab()
        self._straight = np.arange(VOCABULARY)
        for curly, straight in _MARKS.items():
            self._straight[vocabulary[curly]] = vocabulary[straight]

    def batches(self, documents: Sequence[int], chance: random.Random, *, noisy: bool = True) -> Iterator[Batch]:
        """Yield the windows of `documents`, each by one of its annotators; if noisy, some of it withheld or changed."""
        windows = [window for document in documents for window in self._windows(document, chance)]
        for batch in packed(windows, self._length, chance, most=_BATCH_PIECES, together=_SORTED_TOGETHER):
            yield self._batch(batch, np.random.default_rng(chance.getrandbits(32)) if noisy else None)

    def _length(self, window: _Window) -> int:
        return int(self._pieces[window.end] - self._pieces[window.start])

    def _windows(self, document: int, chance: random.Random) -> Iterator[_Window]:
        """Yield windows of whole parts, the first ones packed anew from a part on, so that their edges wander."""
        low, high = (int(at) for at in self._documents[document : document + 2])
        annotator = chance.randrange(max(1, int(self._corpus.annotators[document])))
        cut = chance.randrange(low, high)
        for group in (range(low, cut), range(cut, high)):
            start = end = int(self._parts[group.start])
            for part in group:
                if end > start and self._pieces[self._parts[part + 1]] - self._pieces[start] > WINDOW:
                    yield _Window(start, end, document, annotator)
                    start = end
                end = int(self._parts[part + 1])
                while self._pieces[end] - self._pieces[start] > WINDOW:
                    before = self._cut(start)
                    # A word of more pieces than a window has is left out.
                    if before > start:
                        yield _Window(start, before, document, annotator)
                    start = max(before, start + 1)
            if end > start:
                yield _Window(start, end, document, annotator)

    def _cut(self, start: int) -> int:
        """Return the word before which a window ends that begins with the word `start`."""
        most = int(np.searchsorted(self._pieces, self._pieces[start] + WINDOW, side="right")) - 1
        least = start + (most - start) // _LEAST_OF_A_WINDOW
        return next((word for word in range(most, least, -1) if self._corpus.starts[word]), most)

    def _batch(self, windows: Sequence[_Window], noise: np.random.Generator | None) -> Batch:
        corpus = self._corpus
        count = len(windows)
        start, end = (np.array([getattr(window, name) for window in windows]) for name in ("start", "end"))
        low, high = self._pieces[start], self._pieces[end]
        # Of each place in a window, the word, and whether there is one.
        at_word = np.arange((end - start).max())
        word = np.minimum(start[:, None] + at_word, len(corpus.lengths) - 1)
        words = at_word < (end - start)[:, None]
        at_piece = np.arange((high - low).max() + 2) - 1
        inside = (at_piece >= 0) & (at_piece < (high - low)[:, None])
        piece = np.clip(low[:, None] + at_piece, 0, len(corpus.ids) - 1)
        of_word = np.searchsorted(self._pieces, piece, side="right") - 1
        clean = np.where(inside, corpus.ids[piece].astype(np.int64), 0)
        clean[:, 0] = FIRST
        clean[np.arange(count), high - low + 1] = LAST
        shown = corpus.features[of_word].astype(np.int64)
        surface = slice(len(PARSE_FEATURES), len(PARSE_FEATURES) + len(SURFACE))
        # Only its first piece starts a part.
        part = shown[..., surface][..., _PART]
        part[piece != self._pieces[of_word]] %= len(PART_ROLES)
        shown[~inside] = 0
        features = np.where(words[..., None], corpus.features[word], 0).astype(np.int64)
        pieces, told = clean.copy(), shown[..., surface].copy()
        if noise is not None:
            self._disturb(pieces, told, features, inside, noise)
        heads = corpus.heads[word].astype(np.int64)
        target = at_word + heads
        known = words & (heads != NO_HEAD) & (target >= 0) & (target < (end - start)[:, None])
        labels = {
            name: np.where(words & (numbers[word] != UNKNOWN), numbers[word].astype(np.int64), NO_LABEL)
            for name, numbers in (("tags", corpus.tags), ("names", corpus.names), ("dependencies", corpus.dependencies))
        }
        classes, claims = self._marked(windows, words.shape[1])
        arrays = {
            "pieces": pieces,
            "clean": clean,
            "surface": told,
            "shown": shown,
            "bias": np.where(at_piece <= (high - low)[:, None], 0.0, MASKED).astype(np.float32)[:, None, None],
            "first": np.where(words, self._pieces[word] - low[:, None] + 1, 0),
            "words": words,
            "features": features,
            "heads": np.where(known, np.where(heads == 0, 0, target + 1), NO_LABEL),
            "starts": corpus.starts[word] & words,
            "classes": classes,
            "claims": claims,
            "annotated": corpus.annotators[[window.document for window in windows]] > 0,
        }
        return Batch(**{name: torch.from_numpy(array) for name, array in (arrays | labels).items()})

    def _marked(self, windows: Sequence[_Window], length: int) -> tuple[Ints, NDArray[np.float32]]:
        """Return what annotators have marked: classes, and claims."""
        corpus = self._corpus
        classes = np.full((len(windows), length), NO_LABEL)
        claims = np.zeros((len(windows), 2, length, length), dtype=np.float32)
        for row, window in enumerate(windows):
            if not corpus.annotators[window.document]:
                continue
            number = self._annotators[window.document] + window.annotator
            begin = int(self._parts[self._documents[window.document]])
            size, low = window.end - window.start, window.start - begin
            at = self._classes[number] + low
            classes[row, :size] = corpus.classes[at : at + size]
            marked = corpus.claims[self._claims[number] : self._claims[number + 1]].astype(np.int64)
            marked[:, :2] -= low
            cue, claimed, kind = marked[((marked[:, :2] >= 0) & (marked[:, :2] < size)).all(axis=1)].T
            claims[row, kind, cue, claimed] = 1
        return classes, claims

    def _disturb(
        self, pieces: Ints, surface: Ints, features: Ints, inside: NDArray[np.bool_], noise: np.random.Generator
    ) -> None:
        """Withhold and change some of what is told, in place."""
        count = len(pieces)
        straight = noise.random(count) < _STRAIGHT_MARKS
        pieces[straight] = self._straight[pieces[straight]]
        pieces[inside & (noise.random(pieces.shape) < _MASKED_PIECES)] = MASK
        letters = noise.random(count)
        column = len(PARSE_FEATURES) + _CASE
        for chosen, case in (
            (letters < _SMALL, _IN_SMALL),
            ((letters >= _SMALL) & (letters < _SMALL + _CAPITALS), _IN_CAPITALS),
        ):
            surface[chosen, :, _CASE] = case[surface[chosen, :, _CASE]]
            features[chosen, :, column] = case[features[chosen, :, column]]
        features[noise.random(count) < _NO_HINTS, :, len(FEATURES) - 1] = 0
        features[noise.random(count) < _NO_SYNTAX, :, : len(PARSE_FEATURES)] = 0


def _edges(sizes: NDArray[np.generic]) -> Ints:
    """Return where each of things of these sizes begins, and where the last ends."""
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
