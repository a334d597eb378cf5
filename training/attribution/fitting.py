"""Training the attribution network on PolNeAR."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.batching import Batch, batches
from training.attribution.corpus import NO_CLASS, Example
from training.attribution.network import Network, pretrained
from training.descent import Course, Rates, Trained, falling, train

EPOCHS = 7
# The rate falls to nothing over the first epochs, and once more from a part of it over the rest.
_FIRST_FALL, _AGAIN = 5, 0.3
RATES = Rates(last=2e-4, fall=0.9, heads=1e-3)
_SMOOTHING = 0.03
# The shares of the loss: claims of content and of source, which are rare among the words, and whose a word is.
_CONTENT_WEIGHT, _SOURCE_WEIGHT, _WHOSE_WEIGHT = 10.0, 20.0, 0.3
# Besides cues, words that the network takes for one, and a few others, must claim nothing.
_TAKEN_FOR_CUE, _OTHERS = 0.1, 0.01
_CUE = 3


def fit(examples: Sequence[Example], work: Path, *, seed: int, log: Path) -> Trained[Network]:
    """Train a network on `examples`, from the weights of `pretrained`.

    Training goes on from the last whole epoch that is kept in the folder `work`; the same seed, machine and number of
    threads give the same weights.
    """
    torch.manual_seed(seed)
    course = Course(EPOCHS, RATES, lambda step, steps: falling(step, steps, _FIRST_FALL, EPOCHS, _AGAIN))

    def drawn(_: int, chance: random.Random) -> Iterator[Batch]:
        return batches(examples, chance)

    return train(pretrained(), drawn, _lesson, course, kept=work / f"seed{seed}.pt", seed=seed, log=log)


def _lesson(network: Network, batch: Batch) -> tuple[Tensor, ...]:
    roles, claims = network(batch.pieces, batch.features, batch.mask)
    return losses(roles, claims, batch)


def losses(roles: Tensor, claims: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Return the three parts of the loss: of classes, of claims, and of whose each word is."""
    smooth = functional.cross_entropy(
        roles.transpose(1, 2), batch.classes, ignore_index=NO_CLASS, label_smoothing=_SMOOTHING
    )
    return smooth, claims_loss(roles, claims, batch), _WHOSE_WEIGHT * _whose_loss(claims, batch)


def claims_loss(roles: Tensor, claims: Tensor, batch: Batch) -> Tensor:
    """Return how far the claims of cues, and of some words that are none, are from what they should claim."""
    words = batch.classes != NO_CLASS
    taken = roles.detach().softmax(-1)[..., _CUE] > _TAKEN_FOR_CUE
    rows = (batch.cues | taken | (torch.rand(taken.shape) < _OTHERS)) & words
    number, row = rows.nonzero(as_tuple=True)
    given, right = claims[number, :, row], batch.claims[number, :, row]
    counted = words[number][:, None].float().expand_as(right)
    weights = torch.tensor([_CONTENT_WEIGHT, _SOURCE_WEIGHT])[None, :, None]
    loss = functional.binary_cross_entropy_with_logits(given, right, reduction="none")
    return (loss * counted * weights).sum() / (counted.sum() + 1)


def _whose_loss(claims: Tensor, batch: Batch) -> Tensor:
    """Return how unlikely it is that the right cue, of all words, claims each word of a content."""
    words = batch.classes != NO_CLASS
    number, cue, word = batch.claims[:, 0].nonzero(as_tuple=True)
    if not len(cue):
        return torch.zeros(())
    by_word = claims[:, 0].masked_fill(~words[:, :, None], -1e4).transpose(1, 2)
    return functional.cross_entropy(by_word[number, word], cue)
