"""The network that types events: the MiniLM encoder over a marked sentence, and one layer over its marks."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extraction.events import MARKS
from onrecord.models import MASK
from training.attribution.network import LAYERS, WIDTH, pretrained
from training.events.corpus import Example

_BATCH, _TOGETHER = 16, 128
_RATE, _FALL, _HEAD_RATE, _DECAY, _WARM_UP = 1e-4, 0.9, 1e-3, 0.01, 0.1
_SMOOTHING, _DROPOUT = 0.1, 0.1
_MASKED_PIECES, _FIRST_WORD = 0.05, 110
_HIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is made: for how many classes, how often it sees each example, and what stays as pretrained.

    With `kinds` it learns to tell the kinds of the examples as well, from the same states: what is no relation is so by
    its kind ("meet", "transfer money"). With `frozen` layers the embeddings stay, too.
    """

    classes: int
    kinds: int = 0
    epochs: int = 8
    frozen: int = 0


class Typing(nn.Module):
    """Scores the classes of marked sentences, from the states at their marks, their mean, and the first."""

    def __init__(self, classes: int) -> None:
        super().__init__()
        base = pretrained()
        self.words, self.positions, self.kind = base.words, base.positions, base.kind
        self.words_norm, self.layers = base.words_norm, base.layers
        self.dropout = nn.Dropout(_DROPOUT)
        self.mix = nn.Linear(4 * WIDTH, WIDTH)
        self.classes = nn.Linear(WIDTH, classes)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return the scores (batch x classes) of sentences (batch x length), before they are probabilities."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        x = self.dropout(self.words_norm(x))
        bias = (1.0 - mask)[:, None, None, :] * _HIDDEN
        for layer in self.layers:
            x = layer(x, bias)
        source, target = (_mean(x, (pieces == MARKS[mark]).float()) for mark in ("<s>", "<t>"))
        states = torch.cat([source, target, _mean(x, mask), x[:, 0]], -1)
        scores: Tensor = self.classes(self.dropout(torch.tanh(self.mix(self.dropout(states)))))
        return scores


def _mean(x: Tensor, where: Tensor) -> Tensor:
    return (x * where[..., None]).sum(1) / where.sum(1, keepdim=True).clamp(min=1)


def fit(examples: Sequence[Example], recipe: Recipe, *, seed: int, start: Typing | None = None) -> Typing:
    """Return a network trained on `examples`; the same seed, machine and number of threads give the same one.

    All but its classes begins as in `start`, where one is given that has learnt other classes.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    network = Typing(recipe.classes + recipe.kinds)
    if start is not None:
        learnt = {name: value for name, value in start.state_dict().items() if not name.startswith("classes.")}
        network.load_state_dict(learnt, strict=False)
    network.train()
    if recipe.frozen:
        kept = ("words", "positions", "kind", *(f"layers.{number}." for number in range(recipe.frozen)))
        for name, parameter in network.named_parameters():
            parameter.requires_grad_(not name.startswith(kept))
    optimizer = torch.optim.AdamW(_groups(network), weight_decay=_DECAY)
    steps = recipe.epochs * -(-len(examples) // _BATCH)
    step = 0
    for _ in range(recipe.epochs):
        for batch in _batches(examples, chance):
            rate = min(1, (step + 1) / (_WARM_UP * steps)) * max(0, 1 - step / steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate
            pieces, mask = _padded(batch)
            hidden = (torch.rand(pieces.shape) < _MASKED_PIECES) & (pieces > _FIRST_WORD)
            labels = torch.tensor([example.label for example in batch])
            scores = network(pieces.masked_fill(hidden, MASK), mask)
            loss = _loss(scores[:, : recipe.classes], labels)
            if recipe.kinds:
                loss = loss + _loss(scores[:, recipe.classes :], torch.tensor([example.kind for example in batch]))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
    network.eval()
    return network


def probabilities(network: Typing, examples: Sequence[Example], recipe: Recipe) -> NDArray[np.float64]:
    """Return the probability of each class for each example (examples x classes)."""
    with torch.no_grad():
        rows = [network(*_padded([example]))[0, : recipe.classes].softmax(-1) for example in examples]
    found: NDArray[np.float64] = torch.stack(rows).double().numpy()
    return found


def _loss(scores: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(scores, labels, label_smoothing=_SMOOTHING)


def _groups(network: Typing) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        rate = _RATE * _FALL**LAYERS
        if name.startswith(("mix", "classes")):
            rate = _HEAD_RATE
        elif name.startswith("layers."):
            rate = _RATE * _FALL ** (LAYERS - 1 - int(name.split(".")[1]))
        groups.append({"params": [parameter], "lr": rate, "rate": rate})
    return groups


def _batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Return the examples in batches of like lengths, in random order."""
    order = list(examples)
    chance.shuffle(order)
    batches = []
    for at in range(0, len(order), _TOGETHER):
        near = sorted(order[at : at + _TOGETHER], key=lambda example: len(example.pieces))
        batches += [near[i : i + _BATCH] for i in range(0, len(near), _BATCH)]
    chance.shuffle(batches)
    return batches


def _padded(batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    length = max(len(example.pieces) for example in batch)
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length)
    for row, example in enumerate(batch):
        pieces[row, : len(example.pieces)] = torch.tensor(example.pieces)
        mask[row, : len(example.pieces)] = 1
    return pieces, mask
