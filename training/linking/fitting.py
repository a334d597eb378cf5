"""Training the relation network on the sets."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.descent import Course, Rates, Trained, falling, train
from training.linking.examples import Example, StatementSet, examples
from training.linking.network import RelationNetwork, from_pretrained
from training.packing import packed

EPOCHS = 6
# The rate falls to nothing over the first epochs, and once more, with harder examples, from a part of it over the rest.
_FIRST_FALL, _AGAIN = 4, 0.6
RATES = Rates(last=8e-5, fall=0.9, heads=4e-4)
_SMOOTHING = 0.05
_BATCH_PIECES, _SORTED_TOGETHER = 1_300, 320


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs of like lengths: their pieces, kinds of pieces and mask (batch x length), and the right relations."""

    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    relations: Tensor


def fit(sets: Sequence[StatementSet], work: Path, *, seed: int, log: Path) -> Trained[RelationNetwork]:
    """Train a network on the sets; it goes on from the last whole epoch that is kept in the folder `work`."""
    torch.manual_seed(seed)
    course = Course(EPOCHS, RATES, lambda step, steps: falling(step, steps, _FIRST_FALL, EPOCHS, _AGAIN))

    def drawn(epoch: int, chance: random.Random) -> Iterator[Batch]:
        told = list(examples(sets, chance, hard=epoch >= _FIRST_FALL))
        chance.shuffle(told)
        for some in packed(told, length, chance, most=_BATCH_PIECES, together=_SORTED_TOGETHER):
            yield batch(some)

    return train(from_pretrained(), drawn, _lesson, course, kept=work / f"seed{seed}.pt", seed=seed, log=log)


def length(example: Example) -> int:
    """Return how many pieces a pair has."""
    return len(example.pieces.ids)


def batch(told: Sequence[Example]) -> Batch:
    """Return pairs as one batch."""
    longest = max(map(length, told))
    pieces, kinds = torch.zeros((2, len(told), longest), dtype=torch.long)
    mask = torch.zeros((len(told), longest), dtype=torch.bool)
    for row, one in enumerate(told):
        pieces[row, : length(one)] = torch.tensor(one.pieces.ids)
        kinds[row, : length(one)] = torch.tensor(one.pieces.kinds)
        mask[row, : length(one)] = True
    return Batch(pieces, kinds, mask, torch.tensor([one.relation for one in told]))


def _lesson(network: RelationNetwork, one: Batch) -> tuple[Tensor, ...]:
    scores = network(one.pieces, one.kinds, one.mask)
    return (functional.cross_entropy(scores, one.relations, label_smoothing=_SMOOTHING),)
