"""Folds that have no text in common, and what the small regression learns."""

import numpy as np

from benchmarks.logistic import predicted
from benchmarks.statement_pairs import folds, macro_f1
from corpora.statement_pairs import StatementPair


def test_pairs_that_have_a_text_in_common_are_in_one_fold() -> None:
    pairs = [StatementPair(one, other, "none") for one, other in ("ab", "cd", "be", "fg", "de", "hi", "jk", "lm")]
    found = folds(pairs).tolist()
    assert len({found[0], found[1], found[2], found[4]}) == 1
    assert set(found) == set(range(5))


def test_a_class_is_learnt_from_its_feature_and_the_most_frequent_taken_where_there_is_none() -> None:
    classes = np.array([0, 1, 2, 2] * 10)
    features = np.eye(3)[classes]
    assert predicted(features, classes, np.eye(3), 0.1).tolist() == [0, 1, 2]
    assert predicted(np.zeros((40, 1)), classes, np.zeros((2, 1)), 0.1).tolist() == [2, 2]


def test_each_class_counts_alike_in_the_mean_f1() -> None:
    assert macro_f1(np.array([0, 0, 0, 1]), np.array([0, 0, 0, 0])) == np.mean([6 / 7, 0])
