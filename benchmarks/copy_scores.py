"""How many of the pairs of texts that are copies are found, and how many are that are none."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import combinations

from benchmarks.copied_texts import Made

type Pair = tuple[int, int]
"""The numbers of two texts, the lower first."""


def scores(made: Sequence[Made], found: Collection[Pair]) -> tuple[float, float, float]:
    """Return the precision, recall and F1 of pairs."""
    right = sum(made[one].origin == made[other].origin for one, other in found)
    asked = sum(number * (number - 1) // 2 for number in Counter(one.origin for one in made).values())
    precision, recall = right / max(len(found), 1), right / asked
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def by_kind(made: Sequence[Made], found: Collection[Pair], kind: str) -> tuple[int, int]:
    """Return how many of the pairs of a kind with an article itself are found, and how many there are.

    Of those that are no copies, the pairs are with the article on the same event that others are copies of.
    """
    base = 0
    right = asked = 0
    for number, one in enumerate(made):
        if one.kind == "base":
            base = number
        elif one.kind == kind:
            asked += 1
            right += (base, number) in found
    return right, asked


def grouped(groups: Sequence[str]) -> set[Pair]:
    """Return the pairs of texts that are in one group."""
    members: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        members.setdefault(group, []).append(number)
    return {pair for some in members.values() for pair in combinations(some, 2)}
