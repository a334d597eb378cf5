"""Learn how statements belong together: the relation network, and the scorer.

    python -m training.linking [--work FOLDER]

Trains the network on nine tenths of the sets (half an hour on one core; it goes on from the last whole epoch that is
kept in the folder), reads the open bundles, fits the scorer on them, prints how good both are (the network on the other
tenth, the scorer by folds of bundles), and writes what ships to `src/onrecord/models/linking` with its card.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from corpora.linked_statements import bundles
from onrecord.linking import LIKELY, MOST_PAIRS, NETWORK, RELATIONS, Relation, relation_scores
from training.linking.examples import StatementSet, examples, statement_sets
from training.linking.fitting import batch, fit
from training.linking.network import RelationNetwork
from training.linking.pairs import Pair, pairs
from training.linking.scoring import Weights, fit_scorer, probabilities
from training.linking.shipping import FIRST, SECOND, ship_network, write_card, write_weights

WORK = Path(__file__).parent.parent / "work" / "linking"
_EVERY, _SEED = 10, 1
_FLOORS = (0.25, 0.3, 0.4, 0.5, 0.6, 0.7)
_BATCH = 64

type Chances = NDArray[np.float64]
"""How likely each of `RELATIONS` is, of each pair (pairs x relations)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=WORK, help="where training keeps its state")
    work: Path = parser.parse_args().work
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    sets = statement_sets()
    learnt = [one for number, one in enumerate(sets) if number % _EVERY != _EVERY - 1]
    trained = fit(learnt, work, seed=_SEED, log=work / "log.txt")
    accuracy = _accuracy(trained.network, sets[_EVERY - 1 :: _EVERY])
    ship_network(trained.network)
    told = list(pairs(bundles("open")))
    chances = _by_folds(told)
    console = Console(width=120)
    console.print(f"relations of pairs of sets that the network has not seen, right: {accuracy:.3f}")
    console.print(_table(told, chances))
    first, looked_at = _first(told)
    write_weights(FIRST, first)
    write_weights(SECOND, _second(told, looked_at))
    write_card(
        {
            "right of pairs of unseen sets": round(accuracy, 3),
            "bundles that the scorer was fitted on": len({one.bundle for one in told}),
        }
    )


def _accuracy(network: RelationNetwork, sets: Sequence[StatementSet]) -> float:
    """Return the share of pairs whose relation the network finds."""
    told = list(examples(sets, random.Random(_SEED), hard=True))
    right = 0
    with torch.no_grad():
        for at in range(0, len(told), _BATCH):
            one = batch(told[at : at + _BATCH])
            right += int((network(one.pieces, one.kinds, one.mask).argmax(-1) == one.relations).sum())
    return right / len(told)


def _first(told: Sequence[Pair]) -> tuple[Weights, list[int]]:
    """Return the weights that say which pairs are looked at, and the numbers of those of `told` that are."""
    weights = fit_scorer([one.features for one in told], [_linked(one.relation) for one in told])
    return weights, list(_looked_at(told, weights))


def _linked(relation: Relation) -> Relation:
    """Return the same for all kinds of links, as the first table has them."""
    return "none" if relation == "none" else "repeats"


def _looked_at(told: Sequence[Pair], weights: Weights) -> Iterator[int]:
    """Yield the numbers of the pairs that are looked at: of each later statement a few, if they are likely enough."""
    chances = 1 - probabilities(weights, [one.features for one in told])[:, RELATIONS.index("none")]
    of: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        of[one.bundle, one.later.key].append(number)
    for own in of.values():
        for number in sorted(own, key=lambda number: -chances[number])[:MOST_PAIRS]:
            if chances[number] >= LIKELY:
                yield number


def _second(told: Sequence[Pair], looked_at: Sequence[int]) -> Weights:
    """Return the weights that say how statements belong together, fitted on the pairs that are looked at."""
    return fit_scorer([_with_network(told[number]) for number in looked_at], [told[n].relation for n in looked_at])


def _with_network(pair: Pair) -> dict[str, float]:
    scores = relation_scores(pair.later, pair.earlier)
    return pair.features | {NETWORK.format(one): float(score) for one, score in zip(RELATIONS, scores, strict=True)}


def _by_folds(told: Sequence[Pair]) -> Chances:
    """Return how likely each relation is by weights that were fitted without the pair's bundle."""
    found: Chances = np.zeros((len(told), len(RELATIONS)))
    found[:, RELATIONS.index("none")] = 1
    for bundle in sorted({one.bundle for one in told}):
        others = [one for one in told if one.bundle != bundle]
        first, looked_at = _first(others)
        second = _second(others, looked_at)
        own = [number for number, one in enumerate(told) if one.bundle == bundle]
        chosen = [own[number] for number in _looked_at([told[number] for number in own], first)]
        found[chosen] = probabilities(second, [_with_network(told[number]) for number in chosen])
    return found


def _table(told: Sequence[Pair], chances: Chances) -> Table:
    """Return how many links are found, and rightly, from each floor on."""
    table = Table("floor", "links", "precision", "recall", "F1", title="Links with their kind, by folds of bundles")
    relations = np.array([RELATIONS.index(one.relation) for one in told])
    best, most = chances[:, 1:].argmax(1) + 1, chances[:, 1:].max(1)
    for floor in _FLOORS:
        shown = most >= floor
        right = int((shown & (best == relations)).sum())
        links, wanted = int(shown.sum()), int((relations > 0).sum())
        values = right / links if links else 0.0, right / wanted, 2 * right / (links + wanted)
        table.add_row(f"{floor:.2f}", str(links), *(f"{value:.3f}" for value in values))
    return table


if __name__ == "__main__":
    main()
