"""The table of relations: fitted on what the network says of bundles that it has not seen, and judged by folds."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rich.table import Table

from onrecord.linking import (
    LIKELY,
    MOST_PAIRS,
    RELATIONS,
    Asked,
    as_printed,
    features_of_asked,
    is_possible,
    pair_pieces,
    place_of,
    relation_scores,
    speakers_of,
)
from training.linking.pairs import Pair
from training.linking.scoring import LikelyWeights, Weights, fit_scorer, likely, probabilities

_FOLDS = 6
_FLOORS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)

type Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that the network is asked about, and its features."""

    pair: Pair
    asked: Asked
    features: Mapping[str, float]


def judged(pairs: Sequence[Pair], weights: Mapping[bool, LikelyWeights]) -> list[Judged]:
    """Return the pairs that the network is asked about, as in linking: of each later statement the likeliest."""
    of: dict[tuple[str, int], list[tuple[float, Pair]]] = defaultdict(list)
    for within in (True, False):
        own = [one for one in pairs if one.within == within and _may_be_asked(one)]
        for chance, one in zip(likely(weights[within], [one.features for one in own]), own, strict=True):
            if chance >= LIKELY:
                of[one.bundle, one.later.key].append((float(chance), one))
    found = []
    for some in of.values():
        some.sort(key=lambda one: (-one[0], one[1].earlier.key))
        asked = [_asked(one, chance) for chance, one in some[:MOST_PAIRS]]
        told = zip([one for _, one in some[:MOST_PAIRS]], asked, features_of_asked(asked), strict=True)
        found += [Judged(*one) for one in told]
    return found


def _may_be_asked(pair: Pair) -> bool:
    return not pair.within or speakers_of(pair.later, pair.earlier, within=True) != "same"


def relation_weights(told: Sequence[Judged]) -> Weights:
    """Return how much each feature speaks for each relation."""
    known = [one for one in told if one.pair.relation is not None]
    return fit_scorer([one.features for one in known], [one.pair.relation or "none" for one in known])


def by_folds(told: Sequence[Judged]) -> Chances:
    """Return how likely each relation is by weights that were fitted without the pair's bundle."""
    names = sorted({one.pair.bundle for one in told})
    folds = np.array([names.index(one.pair.bundle) % _FOLDS for one in told])
    found: Chances = np.zeros((len(told), len(RELATIONS)))
    for fold in range(_FOLDS):
        weights = relation_weights([one for one, other in zip(told, folds, strict=True) if other != fold])
        own = np.nonzero(folds == fold)[0]
        found[own] = probabilities(weights, [told[number].features for number in own])
    possible = [[float(name == "none" or is_possible(name, one.asked.speakers)) for name in RELATIONS] for one in told]
    told_possible: Chances = found * np.array(possible)
    return told_possible


def table(told: Sequence[Judged], chances: Chances) -> Table:
    """Return how many of the pairs that are asked about are found, and rightly, from each floor on, kind by kind."""
    kinds = RELATIONS[1:]
    shown = Table(
        "floor", "links", "precision", "of those asked", *kinds, title="By folds of bundles; of kinds precision"
    )
    known = np.array([one.pair.relation is not None for one in told])
    right = np.array([RELATIONS.index(one.pair.relation or "none") for one in told])
    best, most = chances[:, 1:].argmax(1) + 1, chances[:, 1:].max(1)
    for floor in _FLOORS:
        linked = known & (most >= floor)
        hits = linked & (best == right)
        cells = []
        for kind in kinds:
            own = linked & (best == RELATIONS.index(kind))
            cells.append(f"{(hits & own).sum() / own.sum():.2f} of {own.sum()}" if own.any() else "-")
        precision, recall = hits.sum() / max(linked.sum(), 1), hits.sum() / (known & (right > 0)).sum()
        shown.add_row(f"{floor:.1f}", str(linked.sum()), f"{precision:.3f}", f"{recall:.3f}", *cells)
    return shown


def _asked(pair: Pair, chance: float) -> Asked:
    later, earlier = pair.later, pair.earlier
    speakers, place = speakers_of(later, earlier, within=pair.within), place_of(later, earlier, within=pair.within)
    scores = relation_scores(pair_pieces(as_printed(later), as_printed(earlier), speakers, place))
    return Asked(scores, chance, speakers, pair.within)
