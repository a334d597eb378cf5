"""From arc scores to dependency trees, one for each sentence.

The best head of each word is a tree in most sentences; where it is none, the best tree is found by Chu and Liu (1965)
and Edmonds (1967), under the word that is likeliest the root.
"""

import numpy as np
from numpy.typing import NDArray

from onrecord.extraction.encoder.scores import Ints

type Arcs = NDArray[np.float32]
"""Scores of words (rows) for each head (columns): first for none, which makes a word the root, then for each word."""

_NEVER = np.float32(-1e9)


def best_heads(arcs: Arcs, sentences: Ints) -> Ints:
    """Return the head of each of n words by its number, the word's own number for the root of a sentence.

    Args:
        arcs: n x (n + 1).
        sentences: for each word the number of its sentence, from 0 on and rising.
    """
    count = len(sentences)
    at = np.arange(count)
    scores = arcs.copy()
    scores[:, 1:][sentences[:, None] != sentences[None, :]] = _NEVER
    scores[at, at + 1] = _NEVER
    columns = scores.argmax(axis=1)
    for sentence in np.nonzero(_broken(columns, sentences))[0]:
        low, high = np.searchsorted(sentences, [sentence, sentence + 1])
        own = np.concatenate([scores[low:high, :1], scores[low:high, low + 1 : high + 1]], axis=1)
        columns[low:high] = [column + low if column else 0 for column in _best_tree(own)]
    return np.where(columns == 0, at, columns - 1)


def _broken(columns: Ints, sentences: Ints) -> NDArray[np.bool_]:
    """Return which sentences are no tree: without a root or with several, or with words that do not lead to it."""
    up = np.concatenate([[0], columns])
    for _ in range(int(np.ceil(np.log2(len(up))))):
        up = up[up]
    several = np.bincount(sentences, weights=columns == 0) != 1
    astray = np.bincount(sentences, weights=up[1:] != 0) > 0
    return np.asarray(several | astray)


def _best_tree(scores: Arcs) -> list[int]:
    """Return the column of each word's head in the best tree of a sentence, 0 for the root."""
    root = int(scores[:, 0].argmax())
    nodes = np.full((len(scores) + 1, len(scores) + 1), _NEVER, dtype=np.float64)
    nodes[1:, 1:] = scores[:, 1:]
    nodes[root + 1] = _NEVER
    nodes[root + 1, 0] = 0.0
    return [int(head) for head in _arborescence(nodes)[1:]]


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """Return the head of each node (rows: nodes, columns: heads) in the best tree under node 0."""
    scores = scores.copy()
    scores[0] = _NEVER
    np.fill_diagonal(scores, _NEVER)
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    rest = np.array([node for node in range(len(scores)) if node not in cycle])
    inside = np.array(cycle)
    # The cycle as one node behind the rest: what it costs to enter at a node of it, and the best way out of it.
    entering = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    leaving = scores[np.ix_(rest, inside)]
    one = len(rest)
    smaller = np.full((one + 1, one + 1), _NEVER, dtype=np.float64)
    smaller[:one, :one] = scores[np.ix_(rest, rest)]
    smaller[one, :one] = entering.max(axis=0)
    smaller[:one, one] = leaving.max(axis=1)
    found = _arborescence(smaller)
    for place, node in enumerate(rest[1:], start=1):
        heads[node] = inside[leaving[place].argmax()] if found[place] == one else rest[found[place]]
    entered = found[one]
    heads[inside[entering[:, entered].argmax()]] = rest[entered]
    return heads


def _cycle(heads: Ints) -> list[int]:
    """Return the nodes of a cycle, none if every node leads to node 0."""
    seen_from = np.zeros(len(heads), dtype=np.int64)
    for start in range(1, len(heads)):
        node = start
        while node and not seen_from[node]:
            seen_from[node] = start
            node = int(heads[node])
        if node and seen_from[node] == start:
            cycle = [node]
            while int(heads[cycle[-1]]) != node:
                cycle.append(int(heads[cycle[-1]]))
            return cycle
    return []
