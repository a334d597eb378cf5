"""A logistic regression of named features, its weights in a table that a person can read."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import exp
from typing import Literal, NamedTuple

type Question = Literal["words", "speakers"]
"""What is judged: whether a statement was made in these words, or whether these speak if it was."""

FOLDER = resources.files("onrecord.models") / "likelihood"
INTERCEPT = "always"
_TOLD = 3


class Logistic(NamedTuple):
    """The weights of a model, and what each feature means, by the names of features; `INTERCEPT` is always the case."""

    weights: Mapping[str, float]
    meanings: Mapping[str, str]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return how likely it is, 0 to 1."""
        total = self.weights[INTERCEPT]
        for name, value in features.items():
            total += self.weights.get(name, 0.0) * value
        return 1 / (1 + exp(-total))

    def against(self, features: Mapping[str, float]) -> list[str]:
        """Return what the features mean that speak most against it, the worst first: a few that are simply the case."""
        parts = ((self.weights.get(name, 0.0), name) for name, value in features.items() if value == 1)
        worst = sorted((weight, name) for weight, name in parts if weight < 0)
        return [self.meanings[name] for _, name in worst[:_TOLD]]


@cache
def model_of(question: Question) -> Logistic:
    """Return the model that answers a question; `training.likelihood` fits and writes it."""
    lines = (FOLDER / f"{question}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return Logistic({name: float(weight) for name, weight, _ in rows}, {name: means for name, _, means in rows})
