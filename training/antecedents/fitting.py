"""The log-linear model of who is meant: fitted, by folds of articles, and calibrated.

The probability of an option is the share of its places in the exponentials of all scores; what is maximised is that of
the right options, with a penalty on the squares of the weights (L2). Weights that all forms share are punished less
than those by which a form differs from the others (Daumé III, "Frustratingly Easy Domain Adaptation", ACL 2007).
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize, minimize_scalar
from scipy.sparse import csr_matrix

from onrecord.extraction.coreference import FORMS, weights
from training.antecedents.examples import Example

type Numbers = NDArray[np.float64]
type Name = tuple[str, str]
"""A weight: the feature, and the form that it is for, "" for all."""

FOLDS = 10
SHARED, OWN = 1.0, 3.0
"""The penalties of weights that all forms share, and of those of one form; chosen by folds."""

# What is plain, and seldom seen, is punished less: grammar's own rules, persons who have just done something together.
_PLAIN = {"named beside", "does it to itself", "several persons, just before"}
_FIRM = 0.1
# Features of fewer options tell nothing.
_SELDOM = 8


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature and form."""

    weights: Mapping[Name, float]

    @classmethod
    def shipped(cls) -> Self:
        """Return the model that reading uses."""
        return cls({(feature, form): weight for form in FORMS for feature, weight in weights(form).items()})

    def of(self, feature: str, form: str) -> float:
        """Return the weight of a feature for a form, 0.0 where there is none."""
        return self.weights.get((feature, ""), 0.0) + self.weights.get((feature, form), 0.0)

    def scores(self, example: Example) -> list[Numbers]:
        """Return for each option of an example the scores of its places."""
        return [
            np.array([sum(self.of(name, example.form) * value for name, value in place.items()) for place in places])
            for places in example.options
        ]


def fit(examples: Sequence[Example]) -> Model:
    """Return the model that fits `examples` best."""
    often = Counter(
        name
        for one in examples
        for places in one.options
        for place in places
        for feature in place
        for name in ((feature, ""), (feature, one.form))
    )
    names = sorted(name for name, count in often.items() if count >= _SELDOM)
    matrix, starts, right = _design(examples, {name: number for number, name in enumerate(names)})
    group = np.repeat(np.arange(len(examples)), np.diff([*starts, matrix.shape[0]]))
    penalty = np.array([OWN if form else _FIRM if feature in _PLAIN else SHARED for feature, form in names])

    def loss(values: Numbers) -> tuple[float, Numbers]:
        scores = matrix @ values
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        shares = raised / np.add.reduceat(raised, starts)[group]
        rights = np.maximum(np.add.reduceat(shares * right, starts), 1e-12)
        slope = matrix.T @ (shares - shares * right / rights[group]) + 2 * penalty * values
        return float(-np.log(rights).sum() + (penalty * values**2).sum()), slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 1000})
    return Model(dict(zip(names, found.x.tolist(), strict=True)))


def by_folds(examples: Sequence[Example]) -> list[list[Numbers]]:
    """Return the scores of each example's places by a model that was fitted without its article."""
    folds = [_fold(one) for one in examples]
    models = [fit([one for one, other in zip(examples, folds, strict=True) if other != fold]) for fold in range(FOLDS)]
    return [models[fold].scores(one) for one, fold in zip(examples, folds, strict=True)]


def probabilities(scores: Sequence[Numbers], temperature: float = 1.0) -> Numbers:
    """Return the probability of each option by the scores of its places."""
    highest = max(float(places.max()) for places in scores)
    raised = np.array([np.exp((places - highest) / temperature).sum() for places in scores])
    shares: Numbers = raised / raised.sum()
    return shares


def temperature(examples: Sequence[Example], scored: Sequence[Sequence[Numbers]]) -> float:
    """Return by what scores are to be divided so that probabilities are as often right as they say."""

    def loss(value: float) -> float:
        told = (
            probabilities(scores, value)[np.array(one.right)].sum()
            for one, scores in zip(examples, scored, strict=True)
        )
        return float(-sum(np.log(max(share, 1e-12)) for share in told))

    return float(minimize_scalar(loss, bounds=(0.5, 3.0), method="bounded").x)


def _design(examples: Sequence[Example], numbers: Mapping[Name, int]) -> tuple[csr_matrix, NDArray[np.int64], Numbers]:
    """Return a row of features for each place of each option, where each example's rows start, and which are right."""
    data: list[float] = []
    columns: list[int] = []
    ends: list[int] = [0]
    starts: list[int] = []
    right: list[float] = []
    for one in examples:
        starts.append(len(right))
        for places, is_right in zip(one.options, one.right, strict=True):
            for place in places:
                for feature, value in place.items():
                    for name in ((feature, ""), (feature, one.form)):
                        if name in numbers:
                            columns.append(numbers[name])
                            data.append(value)
                ends.append(len(columns))
                right.append(float(is_right))
    matrix = csr_matrix((data, columns, ends), shape=(len(right), len(numbers)))
    return matrix, np.array(starts), np.array(right)


def _fold(one: Example) -> int:
    """Return the fold of an example: all of an article are in one."""
    return int.from_bytes(hashlib.sha256(f"{one.corpus} {one.article}".encode()).digest()[:4]) % FOLDS
