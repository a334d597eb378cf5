"""Shingles: the runs of four words of a text, by which copies are known however they are cut and put in order.

Words between quotation marks are left out: whoever reports on an event prints the same quotations, and is no copy.

Broder, "On the resemblance and containment of documents" (1997). A few of them, chosen by their own value alone
(Manber, "Finding similar files in a large file system", 1994), are a text's fingerprints: two texts that have many
shingles in common have some of these in common.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.folding import fold
from onrecord.linking.words import WORD

type Shingles = NDArray[np.uint32]
"""The hashes of the shingles of a text, each once, in rising order."""

_LONG = 4
# What stands between quotation marks, to the end of its paragraph where they are not closed.
_QUOTED = re.compile(r"“[^”\n]*”?|\"[^\"\n]*\"?|‘[^’\n]{25,}’")
# Where less than this share of the words is the narrator's, as in a transcript, all words count.
_NARRATED = 0.3
# One shingle in so many is a fingerprint; of a short text one in fewer, so that it has at least so many.
_ONE_IN, _LEAST = 16, 16
# Any odd number serves to mix the bits of four words' hashes (Knuth's, for 64 bits).
_MIX = np.uint64(0x9E3779B97F4A7C15)
_KNOWN = 200_000


def shingles_of(text: str) -> Shingles:
    """Return the shingles of a text's narration; a text of fewer than four words has none."""
    narrated = _QUOTED.sub("\n", text)
    if len(narrated) < _NARRATED * len(text):
        narrated = text
    words: list[int] = []
    paragraphs: list[int] = []
    for number, paragraph in enumerate(narrated.split("\n")):
        here = WORD.findall(paragraph)
        words += map(_hash, here)
        paragraphs += [number] * len(here)
    runs = np.sort(_runs(words, paragraphs))
    found: Shingles = runs[np.append(True, runs[1:] != runs[:-1])[: len(runs)]]
    return found


def _runs(words: Sequence[int], paragraphs: Sequence[int]) -> NDArray[np.uint32]:
    """Return the hashes of the runs of words that stand in one paragraph, in their order."""
    number = max(len(words) - _LONG + 1, 0)
    hashes, within = np.array(words, np.uint64), np.array(paragraphs)
    total = np.zeros(number, np.uint64)
    for at in range(_LONG):
        total = (total ^ hashes[at : at + number]) * _MIX
        total ^= total >> np.uint64(29)
    # Two of a few hundred shingles have the same 32 bits by chance in one of 50,000 texts.
    found: NDArray[np.uint32] = total[within[:number] == within[_LONG - 1 : _LONG - 1 + number]].astype(np.uint32)
    return found


@lru_cache(_KNOWN)
def _hash(word: str) -> int:
    return crc32(fold(word).encode())


def fingerprints(shingles: Shingles) -> list[int]:
    """Return the fingerprints of a text, in rising order.

    Of the shingles that a short and a long text share the fingerprints that they share are those of the long one, since
    every one in 16 is one in 8, too.
    """
    found: list[int] = shingles[shingles % np.uint32(_one_in(len(shingles))) == 0].tolist()
    return found


def likely_share(common: int, one: int, other: int) -> float:
    """Return which share of the shorter text the longer likely has, by the number of their common fingerprints.

    Args:
        common: how many fingerprints they have in common.
        one: how many shingles the one text has.
        other: how many the other has.
    """
    return common * _one_in(max(one, other)) / min(one, other)


def _one_in(shingles: int) -> int:
    """Return how many shingles there are to a fingerprint in a text of so many."""
    one_in = _ONE_IN
    while one_in > 1 and shingles < one_in * _LEAST:
        one_in //= 2
    return one_in


def containment(one: Shingles, other: Shingles) -> float:
    """Return which share of the shorter text's shingles the longer has: 0 to 1; 0 where one has none."""
    shorter = min(len(one), len(other))
    if shorter == 0:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter
