"""Logistic regressions of named features: fitted on all examples, and on folds of pages to see how good they are."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from onrecord.extraction.encoder import Floats
from onrecord.extraction.likelihood import INTERCEPT
from training.likelihood.examples import Example

type Weights = Mapping[str, float]
type Cases = Sequence[Mapping[str, float]]

FOLDS = 10
# How weakly weights are drawn to nothing, of features that vary alike (scikit-learn's C); chosen by folds.
LOOSENESS = {"words": 0.01, "speakers": 0.03}
# Features of fewer examples tell nothing.
_SELDOM = 8


def fit(cases: Cases, right: Sequence[bool], looseness: float) -> Weights:
    """Return the weights of features, and of what is always the case, that tell best what is right."""
    often = Counter(name for one in cases for name in one)
    kept = [{name: value for name, value in one.items() if often[name] >= _SELDOM} for one in cases]
    vectors = DictVectorizer(sparse=False)
    scale, regression = StandardScaler(), LogisticRegression(C=looseness, max_iter=3000)
    make_pipeline(vectors, scale, regression).fit(kept, right)
    weights = regression.coef_[0] / scale.scale_
    intercept = float(regression.intercept_[0] - (weights * scale.mean_).sum())
    named = zip(vectors.get_feature_names_out(), weights, strict=True)
    return {INTERCEPT: intercept} | {str(name): float(weight) for name, weight in named}


def probabilities(weights: Weights, cases: Cases) -> Floats:
    """Return how likely each is right."""
    sums = [weights[INTERCEPT] + sum(weights.get(name, 0.0) * value for name, value in one.items()) for one in cases]
    return 1 / (1 + np.exp(-np.array(sums)))


def fit_both(examples: Sequence[Example]) -> tuple[Weights, Weights]:
    """Return the weights for words, and for the speakers of what has the right words."""
    said = [one for one in examples if one.said]
    words = fit([one.words for one in examples], [one.said for one in examples], LOOSENESS["words"])
    speakers = fit([one.speakers for one in said], [one.right for one in said], LOOSENESS["speakers"])
    return words, speakers


def by_folds(examples: Sequence[Example]) -> tuple[Floats, Floats]:
    """Return how likely the words of each example are right, and its speakers, by weights fitted without its page."""
    folds = np.array([_fold(one.page) for one in examples])
    found = np.zeros((2, len(examples)))
    for fold in range(FOLDS):
        own = np.flatnonzero(folds == fold).tolist()
        words, speakers = fit_both([one for one, number in zip(examples, folds, strict=True) if number != fold])
        found[0, own] = probabilities(words, [examples[number].words for number in own])
        found[1, own] = probabilities(speakers, [examples[number].speakers for number in own])
    return found[0], found[1]


def _fold(page: str) -> int:
    return int.from_bytes(hashlib.sha256(page.encode()).digest()[:4]) % FOLDS
