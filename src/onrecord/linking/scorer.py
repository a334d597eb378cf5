"""How likely pairs of statements are linked, and how: regressions whose weights are tables.

A logistic one of features alone says which pairs the network is asked about: what a feature is worth depends on how
much the two have in common, and there is a table for pairs within an article and one for pairs across two. A
multinomial one over `RELATIONS` weighs what the network says of a pair, and how that stands to what it says of the
others of the same later statement. Both are fitted by `python -m training.linking`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.features import OVERLAPS
from onrecord.linking.network import FOLDER
from onrecord.linking.pairing import Speakers
from onrecord.linking.relations import RELATIONS, Relation

type Features = Mapping[str, float]

INTERCEPT, ALONE = "always", "alone"
WITHIN, ACROSS, KINDS = "likely_within.tsv", "likely_across.tsv", "relations.tsv"
"""The tables: how likely pairs within an article and across two are linked, and how they are."""

_NETWORK = "network: {}"
# Differences of log odds are no larger, and so large where nothing else is asked about.
_WIDEST, _ALONE = 6.0, 3.0
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Asked:
    """A pair that the network was asked about.

    Attributes:
        scores: the logarithm of the probability of each of `RELATIONS`, as the network sees it.
        chance: how likely the pair is linked by its features.
        speakers: whether one speaks in both.
        within: whether they stand in one article.
    """

    scores: NDArray[np.float32]
    chance: float
    speakers: Speakers
    within: bool


def likely(pairs: Sequence[Features], *, within: bool) -> list[float]:
    """Return how likely each of some pairs is linked at all, by the features alone: 0 to 1.

    Args:
        pairs: their features.
        within: whether they stand in one article.
    """
    if not pairs:
        return []
    numbers, weights = _bilinear(WITHIN if within else ACROSS)
    values = np.zeros((len(pairs), len(numbers)))
    values[:, numbers[INTERCEPT]] = 1
    for row, features in zip(values, pairs, strict=True):
        for name, value in features.items():
            if name in numbers:
                row[numbers[name]] = value
    overlaps = np.column_stack([np.ones(len(pairs)), values[:, [numbers[name] for name in OVERLAPS]]])
    odds = (values @ weights * overlaps).sum(1)
    found: list[float] = (1 / (1 + np.exp(-odds))).tolist()
    return found


def features_of_asked(asked: Sequence[Asked]) -> list[dict[str, float]]:
    """Return the features of the pairs of one later statement, the likeliest first, by which relations are weighed."""
    odds = [_odds(one) for one in asked]
    found = []
    for number, one in enumerate(asked):
        others = odds[:number] + odds[number + 1 :]
        ahead = min(max(odds[number] - max(others), -_WIDEST), _WIDEST) if others else _ALONE
        told = {
            _NETWORK.format(name): max(float(score), log(_LEAST))
            for name, score in zip(RELATIONS, one.scores, strict=True)
        }
        told |= {
            "ahead of the next, log odds": ahead,
            "asked about first": float(number == 0),
            "asked about so late, log": log(1 + number),
            "likely by its features, log": log(one.chance + _LEAST),
            f"speakers: {one.speakers}": 1.0,
            "in one article": float(one.within),
        }
        found.append(told)
    return found


def relations(features: Features) -> dict[Relation, float]:
    """Return how likely each relation is, by `features_of_asked`; together they are 1."""
    table = _table(KINDS)
    sums = {
        relation: weights[INTERCEPT] + sum(weights.get(name, 0.0) * value for name, value in features.items())
        for relation, weights in table.items()
    }
    most = max(sums.values())
    parts = {relation: exp(total - most) for relation, total in sums.items()}
    whole = sum(parts.values())
    return {relation: part / whole for relation, part in parts.items()}


def _odds(asked: Asked) -> float:
    """Return the log odds of a link of whatever kind, as the network sees it."""
    none = exp(float(asked.scores[RELATIONS.index("none")]))
    return log((1 - none + _LEAST) / (none + _LEAST))


@cache
def _bilinear(name: str) -> tuple[Mapping[str, int], NDArray[np.float64]]:
    """Return the rows of a table by feature, and its weights: what each is worth alone, and by each of `OVERLAPS`."""
    head, *rows = _rows(name)
    if head[1:] != [ALONE, *OVERLAPS]:
        raise ValueError(f"{name}: its columns are not {', '.join((ALONE, *OVERLAPS))}")
    return {row[0]: number for number, row in enumerate(rows)}, np.array([row[1:] for row in rows], np.float64)


def _rows(name: str) -> list[list[str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@cache
def _table(name: str) -> Mapping[Relation, Mapping[str, float]]:
    """Return the weights in a table: a feature a row, its weight for each relation a column."""
    head, *rows = _rows(name)
    columns = [relation for relation in RELATIONS if relation in head]
    return {relation: {row[0]: float(row[head.index(relation)]) for row in rows} for relation in columns}
