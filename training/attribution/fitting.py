"""Training the network: by steps down a falling rate, with a moving average of the weights, kept after each epoch."""

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.batching import Batch, batches
from training.attribution.corpus import NO_CLASS, Example
from training.attribution.network import LAYERS, Network, pretrained

EPOCHS = 7
# The rate falls to nothing over the first epochs, and once more from a part of it over the rest.
_FIRST_FALL, _AGAIN = 5, 0.3
# The encoder's rate of learning at its last layer, by how much it falls from layer to layer, and that of the heads.
_RATE, _FALL, _HEADS_RATE = 2e-4, 0.9, 1e-3
_WARM_UP = 0.06
_DECAY = 0.01
_AVERAGED = 0.998
_SMOOTHING = 0.03
# The shares of the loss: claims of content and of source, which are rare among the words, and whose a word is.
_CONTENT_WEIGHT, _SOURCE_WEIGHT, _WHOSE_WEIGHT = 10.0, 20.0, 0.3
# Besides cues, words that the network takes for one, and a few others, must claim nothing.
_TAKEN_FOR_CUE, _OTHERS = 0.1, 0.01
_CUE = 3
_LOGGED = 50

type Lesson = Callable[[Network, Batch], tuple[Tensor, ...]]
"""Gives the parts of the loss of a network over a batch; their sum is what a step lessens."""


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network, its weights averaged, and how long that took."""

    network: Network
    hours: float


@dataclass(frozen=True, slots=True)
class Course:
    """How long a training lasts, and the part of the rate of learning at each step of it.

    Attributes:
        epochs: how often the examples are gone through.
        rate: takes the step and the steps of an epoch.
    """

    epochs: int
    rate: Callable[[int, int], float]


def fit(examples: Sequence[Example], work: Path, *, seed: int, log: Path) -> Trained:
    """Train a network on `examples`, from the weights of `pretrained`.

    Training goes on from the last whole epoch that is kept in the folder `work`; the same seed, machine and number of
    threads give the same weights.
    """
    torch.manual_seed(seed)
    course = Course(EPOCHS, lambda step, steps: falling(step, steps, _FIRST_FALL, EPOCHS, _AGAIN))
    return train(pretrained(), examples, _lesson, course, kept=work / f"seed{seed}.pt", seed=seed, log=log)


def train(
    network: Network,
    examples: Sequence[Example],
    lesson: Lesson,
    course: Course,
    *,
    kept: Path,
    seed: int,
    log: Path,
) -> Trained:
    """Train `network` on `examples` by `lesson`, going on from the last whole epoch that is in the file `kept`."""
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98))
    done, seconds = 0, 0.0
    if kept.exists():
        state = torch.load(kept)
        for name, part in (("network", network), ("average", average), ("optimizer", optimizer)):
            part.load_state_dict(state[name])
        done, seconds = state["epochs"], state["seconds"]
    steps = sum(1 for _ in batches(examples, random.Random(seed)))
    started = time.monotonic() - seconds
    for epoch in range(done, course.epochs):
        chance = random.Random(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        seen = []
        # The number of batches differs a little from epoch to epoch.
        for number, batch in enumerate(batches(examples, chance)):
            step = epoch * steps + min(number, steps - 1)
            rate = course.rate(step, steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate
            network.train()
            parts = lesson(network, batch)
            descend(network, optimizer, torch.stack(parts).sum())
            seen.append([part.item() for part in parts])
            follow(average, network, min(_AVERAGED, (1 + step) / (10 + step)))
            if number % _LOGGED == _LOGGED - 1:
                shown = " ".join(f"{loss:.4f}" for loss in np.mean(seen[-_LOGGED:], axis=0))
                with log.open("a", encoding="utf-8") as stream:
                    stream.write(f"{epoch} {number + 1}/{steps} {shown} {time.monotonic() - started:.0f} s\n")
        state = {"network": network, "average": average, "optimizer": optimizer}
        seconds = time.monotonic() - started
        parts_kept = {name: part.state_dict() for name, part in state.items()}
        torch.save(parts_kept | {"epochs": epoch + 1, "seconds": seconds}, kept)
    return Trained(average.eval(), seconds / 3600)


def falling(step: int, steps: int, first: int, epochs: int, again: float) -> float:
    """Return the part of the rate of learning at `step`, where an epoch has so many `steps`.

    It rises a little and falls to nothing over the `first` epochs, and once more, from the part `again`, over the rest.
    """
    fallen = steps * first
    if step >= fallen:
        return again * (1 - (step - fallen) / (steps * epochs - fallen))
    return min(1, (step + 1) / (_WARM_UP * fallen)) * (1 - step / fallen)


def groups(network: Network) -> Iterator[dict[str, object]]:
    """Yield the parameters, each with its rate of learning and its decay."""
    for name, parameter in network.named_parameters():
        rate = _HEADS_RATE
        if name.startswith("layers."):
            rate = _RATE * _FALL ** (LAYERS - 1 - int(name.split(".")[1]))
        elif name.startswith(("words", "positions", "kind")):
            rate = _RATE * _FALL**LAYERS
        decay = _DECAY if parameter.dim() > 1 else 0.0
        yield {"params": [parameter], "lr": rate, "rate": rate, "weight_decay": decay}


def _lesson(network: Network, batch: Batch) -> tuple[Tensor, ...]:
    roles, claims = network(batch.pieces, batch.features, batch.mask)
    return losses(roles, claims, batch)


def losses(roles: Tensor, claims: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Return the three parts of the loss: of classes, of claims, and of whose each word is."""
    smooth = functional.cross_entropy(
        roles.transpose(1, 2), batch.classes, ignore_index=NO_CLASS, label_smoothing=_SMOOTHING
    )
    return smooth, claims_loss(roles, claims, batch), _WHOSE_WEIGHT * _whose_loss(claims, batch)


def descend(network: Network, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """Take a step down."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


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


def follow(average: Network, network: Network, kept: float) -> None:
    """Move the weights of `average` towards those of `network`, of the old `kept` is the share that stays."""
    with torch.no_grad():
        for old, new in zip(average.parameters(), network.parameters(), strict=True):
            old.lerp_(new, 1 - kept)
