"""How likely a relation of the model is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression from what a relation shows (`DecodedRelation.evidence`) to whether it is right.

    Fitted by `training` on PolNeAR dev; docs/evaluation/model-card.md shows how well it holds.
    """

    intercept: float
    weights: Mapping[str, float]

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Return the estimated probability, 0 to 1, that content and source of a relation are right."""
        return 1 / (1 + exp(-self.intercept - sum(w * evidence.get(name, 0.0) for name, w in self.weights.items())))
