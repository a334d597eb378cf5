"""What copies are mostly found with: MinHash with banded hashes (datasketch), and the cosine of weighed words."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

import numpy as np
from datasketch import MinHash, MinHashLSH

from benchmarks.copy_scores import Pair

_GRAM, _PERMUTATIONS, _THRESHOLD = 5, 128, 0.5
_COSINES = np.arange(0.3, 0.96, 0.05)


def by_minhash(texts: Sequence[str]) -> set[Pair]:
    """Return the pairs that MinHash over runs of five words takes for copies, as datasketch's own guide has it."""
    index = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    found: set[Pair] = set()
    for number, text in enumerate(texts):
        words = text.lower().split()
        runs = {" ".join(words[at : at + _GRAM]).encode() for at in range(max(1, len(words) - _GRAM + 1))}
        sketch = MinHash(num_perm=_PERMUTATIONS)
        sketch.update_batch(list(runs))
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return found


def by_cosine(texts: Sequence[str]) -> dict[float, set[Pair]]:
    """Return the pairs whose words are alike, for each threshold: words counted, weighed by how rare they are here."""
    counted = [Counter(text.lower().split()) for text in texts]
    having = Counter(word for words in counted for word in words)
    places = {word: place for place, word in enumerate(having)}
    cosines = np.zeros((len(texts), len(texts)), np.float32)
    rows = np.zeros((len(texts), len(places)), np.float32)
    for number, words in enumerate(counted):
        weights = {word: count * log(len(texts) / having[word]) for word, count in words.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            rows[number, places[word]] = weight / length
    cosines = np.triu(rows @ rows.T, 1)
    return {round(float(least), 2): set(_pairs(np.argwhere(cosines >= least))) for least in _COSINES}


def _pairs(found: Iterable[Sequence[int]]) -> Iterable[Pair]:
    return ((int(one), int(other)) for one, other in found)
