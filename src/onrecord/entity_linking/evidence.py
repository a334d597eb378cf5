"""The evidence that two entities are one: named features, each with a weight in log odds.

The way of nomenklatura's and Splink's matchers: a sum of weighted features, turned into a probability. The weights
were set by hand and checked on the "fit" half of `benchmarks/data/name_pairs.toml`; docs/explanation/registry.md gives
the reasons.
"""

from dataclasses import dataclass

WEIGHTS = {
    # How the names of two persons stand to each other: exactly one of these holds.
    "full names agree": 3.2,
    "surname and initial agree": 0.9,
    "surname against full name": -0.8,
    "surnames alone": -1.2,
    "given name alone": -2.5,
    # The same for all others.
    "names agree": 3.0,
    "acronyms agree": 1.9,
    "acronym of the name": 0.5,
    "name within the other": -1.0,
    "same territory": 4.0,
    # For all.
    "names differ": -6.0,
    # What makes agreeing names agree less.
    "spelling varies": -0.15,
    "nickname": -0.6,
    "another form of the name": -1.6,
    "typo": -1.7,
    "sounds alike": -2.0,
    "middle name left out": -0.3,
    "first or last name left out": -1.0,
    "half a given name left out": -2.0,
    "order swapped": -0.9,
    "order swapped around an English given name": -2.0,
    "generation in one only": -2.5,
    "generation differs": -6.0,
    "every country has one": -1.6,
    # What else is known.
    "role agrees": 1.8,
    "role differs": -1.2,
    "country agrees": 0.9,
    "country differs": -2.5,
    "gender differs": -4.0,
    "people and state": -3.0,
    "types differ": -12.0,
}


@dataclass(frozen=True, slots=True)
class Feature:
    """A piece of evidence: how far it holds (`value`, mostly 1, else a share or a count), its weight in log odds."""

    name: str
    value: float
    weight: float

    @property
    def evidence(self) -> float:
        """What the feature adds to the log odds that the two are one."""
        return self.value * self.weight


def feature(name: str, value: float = 1.0) -> Feature:
    """Return the feature called `name` in `WEIGHTS`."""
    return Feature(name, value, WEIGHTS[name])


def log_odds(features: list[Feature]) -> float:
    """Return the sum of the evidence."""
    return sum(one.evidence for one in features)
