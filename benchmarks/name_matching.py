"""Matching names on pairs of entities (`corpora.name_pairs`): precision, recall, F1, by kind too, comparisons a second.

The peers' thresholds are the best on the "fit" half, on which our weights were set; scores are of the "held" half.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from followthemoney import EntityProxy, model
from nomenklatura.matching import LogicV2
from rapidfuzz import fuzz
from rich.console import Console
from rich.table import Table

from corpora.name_pairs import NamePair, name_pairs
from onrecord.entity_linking import SAME, Profile, compare
from onrecord.gazetteers import get_territory

type Matcher = Callable[[Profile, Profile], float]

_SCHEMATA = {"person": "Person", "organisation": "Organization"}


@dataclass(frozen=True, slots=True)
class Score:
    """How well pairs are told: `precision` of those called the same, `recall` of those that are, 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> None:
    """Print how well onrecord and its peers tell the held pairs, and how fast."""
    fit, held = name_pairs("fit"), name_pairs("held")
    table = Table(title=f"Name matching, {len(held)} held pairs ({len(fit)} for thresholds and weights)")
    for column in ("system", "threshold", "precision", "recall", "F1", "fit F1", "comparisons/s"):
        table.add_column(column, justify="left" if column == "system" else "right")
    for name, matcher, fixed in (
        ("onrecord", _ours, SAME),
        ("rapidfuzz ratio", _ratio, None),
        ("nomenklatura LogicV2", _nomenklatura, None),
    ):
        matcher(fit[0].one, fit[0].other)
        threshold = fixed if fixed is not None else _best_threshold(matcher, fit)
        scores = _scores(matcher, held)
        # Timed the second time, when each system has read the names, as they are in a ledger many times over.
        start = time.perf_counter()
        _scores(matcher, held)
        speed = len(held) / (time.perf_counter() - start)
        told, fitted = _score(held, scores, threshold), _score(fit, _scores(matcher, fit), threshold)
        rates = (told.precision, told.recall, told.f1, fitted.f1)
        table.add_row(name, f"{threshold:.2f}", *(f"{rate:.3f}" for rate in rates), f"{speed:,.0f}")
    console = Console(width=120)
    console.print(table)
    console.print(_by_kind(held))


def _ours(one: Profile, other: Profile) -> float:
    return compare(one, other).probability


def _ratio(one: Profile, other: Profile) -> float:
    if one.type != other.type:
        return 0.0
    return max(float(fuzz.ratio(a.casefold(), b.casefold())) for a in one.names for b in other.names) / 100


def _nomenklatura(one: Profile, other: Profile) -> float:
    return float(LogicV2.compare(_entity(one), _entity(other), LogicV2.default_config()).score)


@cache
def _entity(profile: Profile) -> EntityProxy:
    """Return the profile as FollowTheMoney has it; states and places as public bodies."""
    entity = model.make_entity(_SCHEMATA.get(profile.type, "PublicBody"))
    entity.id = repr(profile)
    entity.add("name", profile.names)
    territory = get_territory(profile.country) if profile.country else None
    entity.add("country", territory.code if territory else None)
    if profile.type == "person":
        entity.add("position", profile.roles)
        entity.add("gender", {"m": "male", "f": "female"}.get(profile.gender or ""))
    return entity


def _scores(matcher: Matcher, pairs: Sequence[NamePair]) -> list[float]:
    return [matcher(pair.one, pair.other) for pair in pairs]


def _score(pairs: Sequence[NamePair], scores: Sequence[float], threshold: float) -> Score:
    called = [pair.same for pair, score in zip(pairs, scores, strict=True) if score >= threshold]
    same = sum(pair.same for pair in pairs)
    return Score(sum(called) / len(called) if called else 1.0, sum(called) / same if same else 1.0)


def _best_threshold(matcher: Matcher, pairs: Sequence[NamePair]) -> float:
    """Return the threshold with the best F1 on `pairs`, the highest of equals."""
    scores = _scores(matcher, pairs)
    return max(sorted(set(scores), reverse=True), key=lambda threshold: _score(pairs, scores, threshold).f1)


def _by_kind(pairs: Sequence[NamePair]) -> Table:
    table = Table(title="onrecord by kind, held pairs")
    for column in ("kind", "pairs", "wrong merges", "missed", "precision", "recall", "F1"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind in dict.fromkeys(pair.kind for pair in pairs):
        of_kind = [pair for pair in pairs if pair.kind == kind]
        scores = _scores(_ours, of_kind)
        merged = [score >= SAME for score in scores]
        wrong = sum(merge and not pair.same for pair, merge in zip(of_kind, merged, strict=True))
        missed = sum(pair.same and not merge for pair, merge in zip(of_kind, merged, strict=True))
        told = _score(of_kind, scores, SAME)
        rates = (f"{rate:.2f}" for rate in (told.precision, told.recall, told.f1))
        table.add_row(kind, str(len(of_kind)), str(wrong), str(missed), *rates)
    return table
