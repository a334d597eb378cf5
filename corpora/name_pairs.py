"""Pairs of entities from different articles, and whether they are one: our own, by hand (name_pairs.toml).

In `benchmarks/data`; all persons and bodies are invented. Licence: as the project's. Weights are set on the half
"fit"; the half "held" is only reported.
"""

import tomllib
from dataclasses import dataclass
from typing import Any

from corpora.location import OWN
from onrecord.entity_linking import Profile

_FILE = OWN / "name_pairs.toml"


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two entities, whether they are one, and what makes it hard to tell."""

    kind: str
    same: bool
    one: Profile
    other: Profile


def name_pairs(half: str) -> list[NamePair]:
    """Return the pairs of one half: "fit" or "held"."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))[half]
    return [NamePair(pair["kind"], pair["same"], _profile(pair["one"]), _profile(pair["other"])) for pair in told]


def _profile(told: dict[str, Any]) -> Profile:
    return Profile(
        type=told.get("type", "person"),
        names=tuple(told["names"]),
        country=told.get("country"),
        roles=tuple(told.get("roles", ())),
        gender=told.get("gender"),
    )
