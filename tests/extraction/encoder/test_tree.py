"""Trees from arc scores: whatever the scores, each sentence is one tree, and it is the best one."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.encoder.tree import best_heads


def is_tree(heads: list[int]) -> bool:
    """Say whether words (each with its head, the root with itself) are one tree."""
    if sum(head == word for word, head in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        word = start
        for _ in heads:
            word = heads[word]
        if heads[word] != word:
            return False
    return True


def score(arcs: np.ndarray, heads: list[int]) -> float:
    return sum(float(arcs[word, 0 if head == word else head + 1]) for word, head in enumerate(heads))


def test_the_best_head_of_each_word_is_taken_where_that_is_a_tree() -> None:
    # Root, and two words that hang on it.
    arcs = np.array([[5, 0, 1, 1], [0, 5, 0, 1], [0, 5, 1, 0]], dtype=np.float32)
    assert best_heads(arcs, np.zeros(3, dtype=np.int64)).tolist() == [0, 0, 0]


def test_a_cycle_is_broken_where_that_costs_least() -> None:
    # The second and third word want each other; the second would as soon hang on the first.
    arcs = np.array([[9, 0, 0, 0], [0, 4, 0, 5], [0, 1, 5, 0]], dtype=np.float32)
    assert best_heads(arcs, np.zeros(3, dtype=np.int64)).tolist() == [0, 0, 1]


def test_no_word_hangs_on_one_of_another_sentence() -> None:
    arcs = np.array([[1, 0, 9], [1, 9, 0]], dtype=np.float32)
    assert best_heads(arcs, np.array([0, 1])).tolist() == [0, 1]


def test_of_two_roots_the_likelier_stays() -> None:
    arcs = np.array([[5, 0, 1], [6, 2, 0]], dtype=np.float32)
    assert best_heads(arcs, np.zeros(2, dtype=np.int64)).tolist() == [1, 1]


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-9, 9), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_what_comes_out_is_the_best_tree_under_the_likeliest_root(numbers: list[int]) -> None:
    count = next(n for n in range(1, 5) if n * (n + 1) == len(numbers))
    arcs = np.array(numbers, dtype=np.float32).reshape(count, count + 1)
    heads = best_heads(arcs, np.zeros(count, dtype=np.int64)).tolist()
    assert is_tree(heads)
    trees = [list(tree) for tree in product(range(count), repeat=count) if is_tree(list(tree))]
    columns = arcs.copy()
    columns[np.arange(count), np.arange(count) + 1] = -np.inf
    best = columns.argmax(axis=1)
    greedy = [word if column == 0 else column - 1 for word, column in enumerate(best.tolist())]
    root = int(arcs[:, 0].argmax())
    if is_tree(greedy):
        assert score(arcs, heads) == pytest.approx(max(score(arcs, tree) for tree in trees))
    else:
        assert score(arcs, heads) == pytest.approx(max(score(arcs, t) for t in trees if t[root] == root))
