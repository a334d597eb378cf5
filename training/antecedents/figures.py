"""How good choices are: how many are right, by form and with the doubt that articles differ, and how calibrated."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from training.antecedents.examples import Example
from training.antecedents.fitting import Numbers

_DRAWS = 2000
_EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some choices are right, with the middle 95 % of what other articles would have given.

    `wrong` is how many name somebody who is not meant; of the others that are not right nobody was named.
    """

    of: int
    right: float
    low: float
    high: float
    wrong: int


@dataclass(frozen=True, slots=True)
class Bin:
    """Choices of about the same probability: how many, what they said on average, and how many were right."""

    of: int
    said: float
    right: float


def share(examples: Sequence[Example], told: Sequence[Numbers], *, seed: int = 1) -> Share:
    """Return how many of `examples` are right by the probabilities `told` of their options."""
    best = [int(shares.argmax()) for shares in told]
    rights = [one.right[number] for one, number in zip(examples, best, strict=True)]
    wrong = sum(
        not is_right and number < len(one.right) - 1
        for one, number, is_right in zip(examples, best, rights, strict=True)
    )
    by_article: dict[str, list[bool]] = defaultdict(list)
    for one, is_right in zip(examples, rights, strict=True):
        by_article[one.article].append(is_right)
    counts = np.array([(sum(found), len(found)) for found in by_article.values()])
    random = np.random.default_rng(seed)
    drawn = counts[random.integers(0, len(counts), (_DRAWS, len(counts)))].sum(axis=1)
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], (0.025, 0.975))
    return Share(len(rights), sum(rights) / len(rights), float(low), float(high), wrong)


def bins(examples: Sequence[Example], told: Sequence[Numbers]) -> list[Bin]:
    """Return how often choices of some probability are right, by bins; those of nobody are left out."""
    pairs = [
        (float(shares.max()), one.right[int(shares.argmax())])
        for one, shares in zip(examples, told, strict=True)
        if int(shares.argmax()) < len(one.right) - 1
    ]
    found = []
    for low, high in pairwise(_EDGES):
        inside = [pair for pair in pairs if low < pair[0] <= high]
        if inside:
            said = sum(said for said, _ in inside) / len(inside)
            found.append(Bin(len(inside), said, sum(is_right for _, is_right in inside) / len(inside)))
    return found


def calibration_error(found: Sequence[Bin]) -> float:
    """Return by how much probabilities differ on average from how often they are right (ECE)."""
    return sum(one.of * abs(one.said - one.right) for one in found) / sum(one.of for one in found)
