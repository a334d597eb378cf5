"""A narrower network that is taught by the whole one, which costs a quarter less to run.

In each layer the inner units of least worth are taken out, where worth is how much the loss would change without a
unit, to the first order (Molchanov et al., CVPR 2019); then the rest learns from the classes and claims of the whole
network (Hinton, Vinyals and Dean, 2015) beside those of the corpus.
"""

import copy
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.batching import Batch, batches
from training.attribution.corpus import NO_CLASS, Example
from training.attribution.fitting import RATES, claims_loss, losses
from training.attribution.network import INNER, LAYERS, Network
from training.descent import Course, Trained, falling, train

SLIM_INNER = 768
"""How many inner units each layer keeps."""

SLIM_EPOCHS = 6
# The rate falls to nothing over the first epochs, and once more from a part of it over the rest.
_FIRST_FALL, _AGAIN = 3, 0.5
# Of the rate of the first training; how much the corpus counts beside the whole network; batches that worth is seen on.
_RATE = 0.5
_CORPUS = 0.3
_SEEN = 100


def slim(whole: Network, examples: Sequence[Example], work: Path, *, seed: int, log: Path) -> Trained[Network]:
    """Return a network of `SLIM_INNER` inner units a layer that has learnt from `whole`.

    Goes on from the last whole epoch that is kept in the folder `work`, as `fit` does.
    """
    kept = work / f"slim{seed}.pt"
    worth = torch.zeros(LAYERS, INNER) if kept.exists() else _worth(whole, examples, seed)
    course = Course(
        SLIM_EPOCHS, RATES, lambda step, steps: _RATE * falling(step, steps, _FIRST_FALL, SLIM_EPOCHS, _AGAIN)
    )

    def drawn(_: int, chance: random.Random) -> Iterator[Batch]:
        return batches(examples, chance)

    return train(_narrowed(whole, worth), drawn, _taught_by(whole), course, kept=kept, seed=seed, log=log)


def _worth(whole: Network, examples: Sequence[Example], seed: int) -> Tensor:
    """Return how much each inner unit is worth (layers x units)."""
    torch.manual_seed(seed)
    network = copy.deepcopy(whole).eval()
    worth = torch.zeros(LAYERS, INNER)
    for batch in islice(batches(examples, random.Random(seed)), _SEEN):
        network.zero_grad(set_to_none=True)
        roles, claims = network(batch.pieces, batch.features, batch.mask)
        torch.stack(losses(roles, claims, batch)).sum().backward()
        for number, layer in enumerate(network.layers):
            # The sum over a unit's outgoing weights of weight times gradient is its output times gradient.
            worth[number] += (layer.down.weight.detach() * layer.down.weight.grad).sum(0) ** 2
    return worth


def _narrowed(whole: Network, worth: Tensor) -> Network:
    """Return a network with the weights of `whole` but for the units of least worth."""
    network = Network(inner=SLIM_INNER)
    weights = whole.state_dict()
    for number, units in enumerate(worth):
        best = units.argsort(descending=True)[:SLIM_INNER].sort().values
        for name, across in (("up.weight", 0), ("up.bias", 0), ("down.weight", 1)):
            at = f"layers.{number}.{name}"
            weights[at] = weights[at].index_select(across, best)
    network.load_state_dict(weights)
    return network


def _taught_by(whole: Network) -> Callable[[Network, Batch], tuple[Tensor, ...]]:
    whole.eval()

    def lesson(network: Network, batch: Batch) -> tuple[Tensor, ...]:
        given = batch.pieces, batch.features, batch.mask
        with torch.no_grad():
            taught_roles, taught_claims = whole(*given)
        roles, claims = network(*given)
        words = batch.classes != NO_CLASS
        classes = functional.cross_entropy(roles[words], taught_roles[words].softmax(-1))
        claimed = claims_loss(roles, claims, replace(batch, claims=taught_claims.sigmoid()))
        corpus = torch.stack(losses(roles, claims, batch)).sum()
        return (1 - _CORPUS) * classes, (1 - _CORPUS) * claimed, _CORPUS * corpus

    return lesson
