"""Which of the registered entities that share keys with an appearance it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.entity_linking import SAME, Profile, compare

# Registered entities that an appearance is compared with, of those that are looked up: which share most keys with it.
_COMPARED = 20
# How much of the keys that the nearest shares another must share, to be compared.
_ENOUGH = 0.2
# How much likelier the best candidate must be than the next.
_CLEARLY = 4.0
# Comparisons remembered: articles print the same names of the same entities again and again.
_REMEMBERED = 20_000

type Match = tuple[int, float | None]
"""The key of the registered entity that an appearance is, and how probably; None where it is the first of its kind."""


@dataclass(frozen=True, slots=True)
class LinkCandidate:
    """A registered entity that an appearance may be."""

    key: int
    root: int
    articles: int
    profile: Profile


def nearest(keys: Collection[str], under: Mapping[str, Collection[int]]) -> list[int]:
    """Return the registered entities that share most of the keys, those known longest first among equals.

    A key tells the more the fewer have it: under that of a frequent surname not all who have it are looked up, so that
    whoever shares the given name too must come first. Those that share little beside another only sound like it.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    # In one order, since sums of fractions depend on it, and the same pages must give the same entities.
    for key in sorted(keys):
        having = under.get(key, ())
        for registered in having:
            shared[registered] += 1 / len(having)
    enough = max(shared.values(), default=0.0) * _ENOUGH
    near = [registered for registered, much in shared.items() if much >= enough]
    return sorted(near, key=lambda registered: (-shared[registered], registered))[:_COMPARED]


def scored(own: Profile, candidates: Iterable[LinkCandidate]) -> list[tuple[LinkCandidate, float]]:
    """Return the candidates with how probably each is the same as `own`, the most probable and best known first."""
    with_probability = [(c, _probability(own, c.profile)) for c in candidates]
    return sorted(with_probability, key=lambda one: (-one[1], -one[0].articles, one[0].key))


def best(candidates: Sequence[tuple[LinkCandidate, float]]) -> Match | None:
    """Return the candidate that an appearance is, None if that is none or not clear.

    Where several are as probable, it is one that cannot be told from any of the others, if there is one: who is only
    named stays together, apart from those of the name who are told apart by more.
    """
    fit = [(c, p) for c, p in candidates if p >= SAME]
    if not fit:
        return None
    first, probability = fit[0]
    rivals = [c for c, p in fit[1:] if c.root != first.root and _odds(p) * _CLEARLY > _odds(probability)]
    if not rivals:
        return first.key, probability
    tied = [first, *rivals]
    for one in tied:
        if all(other.root == one.root or _probability(one.profile, other.profile) >= SAME for other in tied):
            return one.key, next(p for c, p in fit if c is one)
    return None


@lru_cache(maxsize=_REMEMBERED)
def _probability(one: Profile, other: Profile) -> float:
    return compare(one, other).probability


def _odds(probability: float) -> float:
    return probability / max(1.0 - probability, 1e-9)
