"""Training a network: by steps down a falling rate, with a moving average of the weights, kept after each epoch."""

import copy
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

_WARM_UP = 0.06
_DECAY = 0.01
_AVERAGED = 0.998
_LOGGED = 50


@dataclass(frozen=True, slots=True)
class Trained[N: nn.Module]:
    """A trained network, its weights averaged, and how long that took."""

    network: N
    hours: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The rates of learning: that of the encoder's last layer, by how much it falls from layer to layer, the heads'."""

    last: float
    fall: float
    heads: float


@dataclass(frozen=True, slots=True)
class Course:
    """How long a training lasts and how fast it goes.

    Attributes:
        epochs: how often batches are drawn.
        rates: the rates of learning.
        part: the part of the rates at each step; takes the step and the steps of an epoch.
    """

    epochs: int
    rates: Rates
    part: Callable[[int, int], float]


def train[N: nn.Module, B](
    network: N,
    batches: Callable[[int, random.Random], Iterator[B]],
    lesson: Callable[[N, B], tuple[Tensor, ...]],
    course: Course,
    *,
    kept: Path,
    seed: int,
    log: Path,
) -> Trained[N]:
    """Train `network`, going on from the last whole epoch that is in the file `kept`.

    Args:
        network: what is trained, on its device.
        batches: gives those of an epoch.
        lesson: gives the parts of the loss of the network over a batch; their sum is what a step lessens.
        course: how long and how fast.
        kept: where the state is kept after each epoch.
        seed: of all chance.
        log: the file to which the losses are added.
    """
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(groups(network, course.rates), betas=(0.9, 0.98))
    done, seconds, steps = 0, 0.0, 0
    if kept.exists():
        state = torch.load(kept)
        for name, part in (("network", network), ("average", average), ("optimizer", optimizer)):
            part.load_state_dict(state[name])
        done, seconds, steps = state["epochs"], state["seconds"], state["steps"]
    steps = steps or sum(1 for _ in batches(0, random.Random(seed)))
    started = time.monotonic() - seconds
    for epoch in range(done, course.epochs):
        chance = random.Random(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        seen = []
        # The number of batches differs a little from epoch to epoch.
        for number, batch in enumerate(batches(epoch, chance)):
            step = epoch * steps + min(number, steps - 1)
            part_of_rates = course.part(step, steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * part_of_rates
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
        # Killed while it is written, training goes on from the one before.
        unfinished = kept.with_suffix(".new")
        torch.save(parts_kept | {"epochs": epoch + 1, "seconds": seconds, "steps": steps}, unfinished)
        unfinished.replace(kept)
    return Trained(average.eval(), seconds / 3600)


def falling(step: int, steps: int, first: int, epochs: int, again: float) -> float:
    """Return the part of the rate of learning at `step`, where an epoch has so many `steps`.

    It rises a little and falls to nothing over the `first` epochs, and once more, from the part `again`, over the rest.
    """
    fallen = steps * first
    if step >= fallen:
        return again * (1 - (step - fallen) / (steps * epochs - fallen))
    return min(1, (step + 1) / (_WARM_UP * fallen)) * (1 - step / fallen)


def groups(network: nn.Module, rates: Rates) -> list[dict[str, Any]]:
    """Return the parameters that learn in groups, those of one rate of learning and one decay together."""
    depth = sum(1 for _ in network.get_submodule("layers").children())
    found: dict[tuple[float, float], list[nn.Parameter]] = defaultdict(list)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = rates.heads
        if name.startswith("layers."):
            rate = rates.last * rates.fall ** (depth - 1 - int(name.split(".")[1]))
        elif name.startswith(("words", "positions", "kind", "surface", "distances")):
            rate = rates.last * rates.fall**depth
        found[rate, _DECAY if parameter.dim() > 1 else 0.0].append(parameter)
    return [{"params": some, "lr": rate, "rate": rate, "weight_decay": decay} for (rate, decay), some in found.items()]


def descend(network: nn.Module, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """Take a step down."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def follow(average: nn.Module, network: nn.Module, kept: float) -> None:
    """Move the weights of `average` towards those of `network`, of the old `kept` is the share that stays."""
    with torch.no_grad():
        torch._foreach_lerp_([*average.parameters()], [*network.parameters()], 1 - kept)
