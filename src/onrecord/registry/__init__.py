"""Stand-in for the comparison, until it is merged."""

from collections.abc import Mapping
from dataclasses import dataclass

SAME = 0.9
UNSURE = 0.3


@dataclass(frozen=True, slots=True)
class Profile:
    """Who."""

    type: str
    names: tuple[str, ...]
    country: str | None = None
    roles: tuple[str, ...] = ()
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """Why."""

    name: str
    value: str
    weight: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """How probable."""

    probability: float
    features: tuple[Feature, ...] = ()


def blocking_keys(profile: Profile) -> frozenset[str]:
    """Return keys."""
    return frozenset(f"{profile.type}:{name.split()[-1].casefold()}" for name in profile.names if name.split())


def compare(one: Profile, other: Profile) -> Comparison:
    """Return how probable."""
    full = [{n.casefold() for n in p.names} for p in (one, other)]
    if one.type != other.type:
        return Comparison(0.01)
    longest = [max(p.names, key=lambda n: len(n.split())).split() for p in (one, other)]
    same = full[0] & full[1]
    if longest[0] == longest[1] and (len(longest[0]) > 1 or one.type != "person"):
        return Comparison(0.97, (Feature("name", "same", 3.0),))
    if longest[0][0][0] == longest[1][0][0] and longest[0][-1] == longest[1][-1]:
        return Comparison(0.95 if any("." in w for w in longest[0] + longest[1]) else 0.6)
    return Comparison(0.5 if same else 0.05)


def canonical_name(counts: Mapping[str, int]) -> str:
    """Return the name."""
    return max(counts, key=lambda name: (len(name.split()), counts[name], name))
