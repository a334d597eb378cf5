"""What the encoder says of attribution in a window, before anything is decided."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.extraction.ranges import WordRange

type Ints = NDArray[np.int64]
type Floats = NDArray[np.float64]

WORD_CLASSES = ("none", "source", "more source", "cue", "more cue", "content", "more content")
"""The classes of `Scores.roles`: a word that begins a span of a role, or one that goes on with it."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a window of n words.

    Attributes:
        tokens: n, the token of the document that each word is.
        parts: the ranges of the n words that are one title, heading or paragraph each.
        roles: n x 7, the logarithm of the probability of each of `WORD_CLASSES`.
        content: n x n, the probability that a word (column) is in the content of the cue that begins with a word (row).
        source: n x n, likewise of its source.
    """

    tokens: Ints
    parts: list[WordRange]
    roles: Floats
    content: Floats
    source: Floats
