"""Words that show how a statement belongs to another, and whether it negates."""

from collections.abc import Mapping, Sequence
from functools import cache

from onrecord import lexicons
from onrecord.linking.words import stems

_CUES = "link_cues.tsv"
_LONGEST = 3
_NEGATIONS = frozenset(
    {"no", "not", "never", "none", "noth", "nobodi", "neither", "nor", "without", "cannot", "nowher"}
)


def cues_in(text: str) -> frozenset[str]:
    """Return what the words of a text show: "denies", "rejects", ...; see `link_cues.tsv`."""
    known = _known_cues()
    found = stems(text)
    runs = (" ".join(found[at : at + long]) for at in range(len(found)) for long in range(1, _LONGEST + 1))
    return frozenset(known[run] for run in runs if run in known)


def negates(found: Sequence[str]) -> bool:
    """Say whether some of these stems negate: "no", "never", "isn't"."""
    return any(one in _NEGATIONS or one.endswith("n't") for one in found)


@cache
def _known_cues() -> Mapping[str, str]:
    return lexicons.mapping(_CUES)
