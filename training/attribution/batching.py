"""Batches for the attribution network: windows of whole paragraphs, packed anew each epoch, those of like lengths."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.extraction import PieceRange
from onrecord.extraction.encoder import FEATURES, WINDOW
from onrecord.models import FIRST, LAST, MASK
from training.attribution.corpus import NO_CLASS, Example, Labels
from training.attribution.pieces import Pieces
from training.packing import packed

_BATCH_PIECES = 2600
_SORTED_TOGETHER = 320
# What the network does without now and then, so as not to lean on it: pieces, the rules' hints, the language pass.
_MASKED_PIECES, _NO_HINTS, _NO_SYNTAX = 0.06, 0.5, 0.15


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one length: pieces, features and mask; the right classes, and the claims of the rows that are cues."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    classes: Tensor
    claims: Tensor
    cues: Tensor


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[Batch]:
    """Yield the windows of all articles in batches of like lengths, each article by one of its annotators."""
    windows: list[tuple[Pieces, Labels, PieceRange]] = []
    for example in examples:
        labels = chance.choice(example.labels)
        windows += [(example.pieces, labels, window) for window in _windows(example.pieces, chance)]
    for batch in packed(windows, _length, chance, most=_BATCH_PIECES, together=_SORTED_TOGETHER):
        yield _batch(batch, chance)


def _length(window: tuple[Pieces, Labels, PieceRange]) -> int:
    start, end = window[2]
    return end - start


def _windows(pieces: Pieces, chance: random.Random) -> Iterator[PieceRange]:
    """Yield windows as `Pieces.windows` does, the first of them shorter by chance, so that their edges wander."""
    cut = chance.randrange(len(pieces.parts)) if len(pieces.parts) > 1 else 0
    near = next((n for n in range(cut, 0, -1) if pieces.parts[n - 1][1] - pieces.parts[0][0] <= WINDOW), 0)
    for parts in (pieces.parts[:near], pieces.parts[near:]):
        yield from Pieces(pieces.ids, pieces.features, pieces.tokens, parts).windows()


def _batch(windows: Sequence[tuple[Pieces, Labels, PieceRange]], chance: random.Random) -> Batch:
    count, length = len(windows), max(end - start for _, _, (start, end) in windows) + 2
    ids = np.zeros((count, length), dtype=np.int64)
    features = np.zeros((count, length, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((count, length), dtype=np.int64)
    classes = np.full((count, length), NO_CLASS, dtype=np.int64)
    claims = np.zeros((count, 2, length, length), dtype=np.float32)
    cues = np.zeros((count, length), dtype=np.bool_)
    for row, (pieces, labels, (start, end)) in enumerate(windows):
        size = end - start
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = FIRST, pieces.ids[start:end], LAST
        hidden = [chance.random() < _MASKED_PIECES for _ in range(size)]
        ids[row, 1 : size + 1][hidden] = MASK
        features[row, 1 : size + 1] = pieces.features[start:end]
        if chance.random() < _NO_HINTS:
            features[row, :, -1] = 0
        if chance.random() < _NO_SYNTAX:
            features[row, :, :4] = 0
        mask[row, : size + 2] = 1
        classes[row, 1 : size + 1] = labels.classes[start:end]
        for cue, *claimed in labels.relations:
            if start <= cue < end:
                cues[row, cue - start + 1] = True
                for kind, words in enumerate(claimed):
                    claims[row, kind, cue - start + 1, [word - start + 1 for word in words if start <= word < end]] = 1
    arrays = (ids, features, mask, classes, claims, cues)
    return Batch(*(torch.from_numpy(array) for array in arrays))
