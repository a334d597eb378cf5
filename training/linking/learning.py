"""Training the relation network and its teacher on pairs, where the teacher's chances are learnt beside what is known.

Hinton, Vinyals and Dean (2015): the smaller network learns the larger one's whole distributions, also over pairs of
which nobody has told how they belong together.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.descent import Course, Rates, falling, train
from training.linking.arrays import UNKNOWN, Batch, Batches, Numbers

_SMOOTHING = 0.03

type Chances = NDArray[np.float32]
"""How likely each relation is, of each pair (pairs x relations)."""

type Drawing = Callable[[random.Random], Numbers]
"""Gives the numbers of the pairs that are learnt from in an epoch."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is learnt from: pairs, which of them in an epoch, and what a teacher says of each, where there is one.

    `known` is how much what is known counts beside the teacher.
    """

    batches: Batches
    drawn: Drawing
    taught: Chances | None = None
    known: float = 1.0


def learn[N: nn.Module](network: N, lessons: Lessons, rates: Rates, *, epochs: int, seed: int, kept: Path) -> N:
    """Return the network as it has learnt, its weights averaged; it goes on from the last whole epoch that is kept.

    Args:
        network: where it starts, on the device of the batches.
        lessons: what is learnt from.
        rates: of learning.
        epochs: how often pairs are drawn.
        seed: of all chance.
        kept: the file where the state is kept; the losses are added to `log.txt` beside it.
    """
    torch.manual_seed(seed)
    course = Course(epochs, rates, lambda step, steps: falling(step, steps, epochs, epochs, 0))

    def drawn(_: int, chance: random.Random) -> Iterator[Batch]:
        return lessons.batches.drawn(lessons.drawn(chance), chance)

    def lesson(network: N, batch: Batch) -> tuple[Tensor, ...]:
        return (_loss(scored(network, batch), batch, lessons),)

    return train(network, drawn, lesson, course, kept=kept, seed=seed, log=kept.with_name("log.txt")).network


def chances(network: nn.Module, batches: Batches) -> Chances:
    """Return what the network says of all pairs."""
    everything = np.arange(len(batches.pairs.relations))
    found: Chances | None = None
    with torch.no_grad():
        for batch in batches.drawn(everything, random.Random(0)):
            told = scored(network, batch).softmax(-1).cpu().numpy()
            if found is None:
                found = np.zeros((len(everything), told.shape[1]), np.float32)
            found[batch.numbers] = told
    if found is None:
        raise ValueError("there are no pairs")
    return found


def scored(network: nn.Module, batch: Batch) -> Tensor:
    """Return the scores of a batch's pairs; on a graphics card layers are done in bfloat16."""
    device = batch.pieces.device.type
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        scores: Tensor = network(batch.pieces, batch.kinds, batch.mask)
    return scores.float()


def _loss(scores: Tensor, batch: Batch, lessons: Lessons) -> Tensor:
    relations = lessons.batches.pairs.relations[batch.numbers]
    right = torch.from_numpy(relations.astype(np.int64)).to(scores.device)
    told = right != UNKNOWN
    marked = functional.one_hot(right.clamp(max=scores.shape[-1] - 1), scores.shape[-1]).float()
    wanted = marked * (1 - _SMOOTHING) + _SMOOTHING / scores.shape[-1]
    counted = told.float()
    if lessons.taught is not None:
        taught = torch.from_numpy(lessons.taught[batch.numbers]).to(scores.device)
        wanted = taught.lerp(wanted, lessons.known * counted[:, None])
        counted = torch.ones_like(counted)
    losses = -(wanted * scores.log_softmax(-1)).sum(-1)
    return (losses * counted).sum() / counted.sum().clamp(min=1)
