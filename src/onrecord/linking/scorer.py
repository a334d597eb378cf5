"""How likely each relation is, by named features and by the network: a logistic regression whose weights are a table.

Multinomial, over `RELATIONS`; fitted by `python -m training.linking` on bundles of articles, by folds of bundles. A
first one, of the features alone, says which pairs the network is asked about.
"""

from collections.abc import Mapping
from functools import cache
from math import exp
from typing import NamedTuple

from onrecord.linking.network import FOLDER
from onrecord.linking.relations import RELATIONS, Relation

type Features = Mapping[str, float]

INTERCEPT = "always"
NETWORK = "network: {}"
"""The feature that the network's score of a relation is."""


class Weights(NamedTuple):
    """For each relation how much each feature speaks for it."""

    of: Mapping[Relation, Mapping[str, float]]

    def probabilities(self, features: Features) -> dict[Relation, float]:
        """Return how likely each relation is; together they are 1."""
        sums = {
            relation: weights[INTERCEPT] + sum(weights.get(name, 0.0) * value for name, value in features.items())
            for relation, weights in self.of.items()
        }
        most = max(sums.values())
        parts = {relation: exp(total - most) for relation, total in sums.items()}
        whole = sum(parts.values())
        return {relation: part / whole for relation, part in parts.items()}


def likely(features: Features) -> float:
    """Return how likely two statements are linked at all, by the features alone: 0 to 1.

    Its table has two columns: "none", and "repeats" for a link of whatever kind.
    """
    return 1 - _table("first.tsv").probabilities(features)["none"]


def relations(features: Features) -> dict[Relation, float]:
    """Return how likely each relation is, by features with the network's scores among them."""
    return _table("relations.tsv").probabilities(features)


@cache
def _table(name: str) -> Weights:
    """Return the weights in a table: a feature a row, its weight for each relation a column."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    columns = [relation for relation in RELATIONS if relation in head]
    return Weights({relation: {row[0]: float(row[head.index(relation)]) for row in rows} for relation in columns})
