"""Fitting the tables: a regression of features for which pairs are asked about, and one for how they belong."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MaxAbsScaler

from onrecord.linking import ALONE, INTERCEPT, OVERLAPS, RELATIONS, Relation

type Cases = Sequence[Mapping[str, float]]
type Weights = dict[Relation, dict[str, float]]
type LikelyWeights = dict[str, dict[str, float]]
"""What each feature is worth alone, and by each of `OVERLAPS`."""

_BY = "{} by {}"

# How weakly weights are drawn to nothing (scikit-learn's C); chosen by folds of bundles.
LOOSENESS = 3.0


def fit_likely(cases: Cases, linked: Sequence[bool]) -> LikelyWeights:
    """Return what each feature, alone and by how much is in common, says for a link."""
    told = fit_scorer([_by_overlaps(one) for one in cases], ["repeats" if one else "none" for one in linked])["repeats"]
    names = {name for one in cases for name in one} | {INTERCEPT}
    found = {name: {by: told.get(_BY.format(name, by), 0.0) for by in OVERLAPS} for name in names}
    return {name: {ALONE: told.get(name, 0.0)} | own for name, own in found.items()}


def likely(weights: LikelyWeights, cases: Cases) -> NDArray[np.float64]:
    """Return how likely each case is a link."""
    odds = [
        sum(
            value * (weights[name][ALONE] + sum(weights[name][by] * case.get(by, 0.0) for by in OVERLAPS))
            for name, value in (*case.items(), (INTERCEPT, 1.0))
            if name in weights
        )
        for case in cases
    ]
    found: NDArray[np.float64] = 1 / (1 + np.exp(-np.array(odds)))
    return found


def _by_overlaps(case: Mapping[str, float]) -> dict[str, float]:
    products = {
        _BY.format(name, by): value * case[by]
        for name, value in (*case.items(), (INTERCEPT, 1.0))
        for by in OVERLAPS
        if by in case
    }
    return {**case, **products}


def fit_scorer(cases: Cases, relations: Sequence[Relation]) -> Weights:
    """Return for each relation the weight of each feature, and of what is always the case."""
    vectors, scale = DictVectorizer(sparse=False), MaxAbsScaler()
    regression = LogisticRegression(C=LOOSENESS, max_iter=5000)
    regression.fit(scale.fit_transform(vectors.fit_transform(cases)), relations)
    names = [str(name) for name in vectors.get_feature_names_out()]
    rows = regression.coef_ / scale.scale_
    if len(regression.classes_) == 2:
        # Of two classes the regression has the second's weights alone.
        rows, intercepts = np.vstack([np.zeros_like(rows), rows]), [0.0, float(regression.intercept_[0])]
    else:
        intercepts = [float(value) for value in regression.intercept_]
    return {
        relation: {INTERCEPT: intercept} | {name: float(weight) for name, weight in zip(names, row, strict=True)}
        for relation, row, intercept in zip(regression.classes_, rows, intercepts, strict=True)
    }


def probabilities(weights: Weights, cases: Cases) -> NDArray[np.float64]:
    """Return how likely each of `RELATIONS` is of each case (cases x relations)."""
    sums = np.full((len(cases), len(RELATIONS)), -np.inf)
    for relation, own in weights.items():
        column = RELATIONS.index(relation)
        sums[:, column] = [
            own[INTERCEPT] + sum(own.get(name, 0.0) * value for name, value in one.items()) for one in cases
        ]
    parts = np.exp(sums - sums.max(1, keepdims=True))
    found: NDArray[np.float64] = parts / parts.sum(1, keepdims=True)
    return found
