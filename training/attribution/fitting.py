"""Training the network: windows of whole paragraphs, packed anew each epoch, and a moving average of the weights."""

import copy
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.reading.attribution.pieces import FEATURES, WINDOW, Pieces
from onrecord.reading.attribution.relation import Range
from training.attribution.corpus import NO_CLASS, Example, Labels
from training.attribution.network import LAYERS, Network, pretrained

EPOCHS = 7
# The rate falls to nothing over the first epochs, and once more from a part of it over the rest.
_FIRST_FALL, _AGAIN = 5, 0.3
# The encoder's rate of learning at its last layer, by how much it falls from layer to layer, and that of the heads.
_RATE, _FALL, _HEADS_RATE = 2e-4, 0.9, 1e-3
_WARM_UP = 0.06
_DECAY = 0.01
_AVERAGED = 0.998
_BATCH_PIECES = 2600
_SORTED_TOGETHER = 320
# What the network does without now and then, so as not to lean on it: pieces, the rules' hints, the language pass.
_MASKED_PIECES, _NO_HINTS, _NO_SYNTAX = 0.06, 0.5, 0.15
_MASK, _FIRST, _LAST = 103, 101, 102
_SMOOTHING = 0.03
# The shares of the loss: claims of content and of source, which are rare among the words, and whose a word is.
_CONTENT_WEIGHT, _SOURCE_WEIGHT, WHOSE_WEIGHT = 10.0, 20.0, 0.3
# Besides cues, words that the network takes for one, and a few others, must claim nothing.
_TAKEN_FOR_CUE, _OTHERS = 0.1, 0.01
_CUE = 3
_LOGGED = 50


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows of one length: pieces, features and mask; the right classes, and the claims of the rows that are cues."""

    pieces: Tensor
    features: Tensor
    mask: Tensor
    classes: Tensor
    claims: Tensor
    cues: Tensor


@dataclass(frozen=True, slots=True)
class Trained:
    """A trained network, its weights averaged, and how long that took."""

    network: Network
    hours: float


def fit(examples: Sequence[Example], work: Path, *, seed: int, log: Path) -> Trained:
    """Train a network on `examples`.

    Training goes on from the last whole epoch that is kept in the folder `work`; the same seed, machine and number of
    threads give the same weights.
    """
    kept = work / f"seed{seed}.pt"
    torch.manual_seed(seed)
    network = pretrained()
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
    for epoch in range(done, EPOCHS):
        chance = random.Random(seed * 1000 + epoch)
        torch.manual_seed(seed * 1000 + epoch)
        seen = []
        # The number of batches differs a little from epoch to epoch.
        for number, batch in enumerate(batches(examples, chance)):
            step = epoch * steps + min(number, steps - 1)
            rate = _rate(step, steps)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate
            seen.append(_step(network, optimizer, batch))
            follow(average, network, min(_AVERAGED, (1 + step) / (10 + step)))
            if number % _LOGGED == _LOGGED - 1:
                shown = " ".join(f"{loss:.4f}" for loss in np.mean(seen[-_LOGGED:], axis=0))
                with log.open("a", encoding="utf-8") as stream:
                    stream.write(f"{epoch} {number + 1}/{steps} {shown} {time.monotonic() - started:.0f} s\n")
        state = {"network": network, "average": average, "optimizer": optimizer}
        seconds = time.monotonic() - started
        parts = {name: part.state_dict() for name, part in state.items()}
        torch.save(parts | {"epochs": epoch + 1, "seconds": seconds}, kept)
    return Trained(average.eval(), seconds / 3600)


def _rate(step: int, steps: int) -> float:
    """Return the part of the rate of learning at `step`, where an epoch has so many `steps`."""
    first = steps * _FIRST_FALL
    if step >= first:
        return _AGAIN * (1 - (step - first) / (steps * EPOCHS - first))
    return min(1, (step + 1) / (_WARM_UP * first)) * (1 - step / first)


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


def _step(network: Network, optimizer: torch.optim.Optimizer, batch: Batch) -> tuple[float, float, float]:
    """Learn from a batch; return the three parts of its loss."""
    network.train()
    roles, claims = network(batch.pieces, batch.features, batch.mask)
    smooth, claimed, whose = losses(roles, claims, batch)
    descend(network, optimizer, smooth + claimed + WHOSE_WEIGHT * whose)
    return smooth.item(), claimed.item(), whose.item()


def losses(roles: Tensor, claims: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Return the three parts of the loss: of classes, of claims, of whose each word is (to be weighted)."""
    smooth = functional.cross_entropy(
        roles.transpose(1, 2), batch.classes, ignore_index=NO_CLASS, label_smoothing=_SMOOTHING
    )
    return smooth, _claims_loss(roles, claims, batch), _whose_loss(claims, batch)


def descend(network: Network, optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """Take a step down."""
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()


def _claims_loss(roles: Tensor, claims: Tensor, batch: Batch) -> Tensor:
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


def batches(examples: Sequence[Example], chance: random.Random) -> Iterator[Batch]:
    """Yield the windows of all articles in batches of like lengths, each article by one of its annotators."""
    windows: list[tuple[Pieces, Labels, Range]] = []
    for example in examples:
        labels = chance.choice(example.labels)
        windows += [(example.pieces, labels, window) for window in _windows(example.pieces, chance)]
    chance.shuffle(windows)
    batches: list[list[tuple[Pieces, Labels, Range]]] = []
    for at in range(0, len(windows), _SORTED_TOGETHER):
        batch: list[tuple[Pieces, Labels, Range]] = []
        for window in sorted(windows[at : at + _SORTED_TOGETHER], key=lambda one: one[2][1] - one[2][0]):
            length = window[2][1] - window[2][0] + 2
            if batch and (len(batch) + 1) * length > _BATCH_PIECES:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    chance.shuffle(batches)
    for batch in batches:
        yield _batch(batch, chance)


def _windows(pieces: Pieces, chance: random.Random) -> Iterator[Range]:
    """Yield windows as `Pieces.windows` does, the first of them shorter by chance, so that the seams wander."""
    cut = chance.randrange(len(pieces.parts)) if len(pieces.parts) > 1 else 0
    near = next((n for n in range(cut, 0, -1) if pieces.parts[n - 1][1] - pieces.parts[0][0] <= WINDOW), 0)
    for parts in (pieces.parts[:near], pieces.parts[near:]):
        yield from Pieces(pieces.ids, pieces.features, pieces.tokens, parts).windows()


def _batch(windows: Sequence[tuple[Pieces, Labels, Range]], chance: random.Random) -> Batch:
    count, length = len(windows), max(end - start for _, _, (start, end) in windows) + 2
    ids = np.zeros((count, length), dtype=np.int64)
    features = np.zeros((count, length, len(FEATURES)), dtype=np.int64)
    mask = np.zeros((count, length), dtype=np.int64)
    classes = np.full((count, length), NO_CLASS, dtype=np.int64)
    claims = np.zeros((count, 2, length, length), dtype=np.float32)
    cues = np.zeros((count, length), dtype=np.bool_)
    for row, (pieces, labels, (start, end)) in enumerate(windows):
        size = end - start
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = _FIRST, pieces.ids[start:end], _LAST
        hidden = [chance.random() < _MASKED_PIECES for _ in range(size)]
        ids[row, 1 : size + 1][hidden] = _MASK
        features[row, 1 : size + 1] = pieces.features[start:end]
        if chance.random() < _NO_HINTS:
            features[row, :, -1] = 0
        if chance.random() < _NO_SYNTAX:
            features[row, :, :4] = 0
        mask[row, : size + 2] = 1
        classes[row, 1 : size + 1] = labels.classes[start:end]
        for cue, *claimed in labels.relations:
            if start <= cue < end:
                cues[row, cue - start + 1] = True
                for kind, words in enumerate(claimed):
                    claims[row, kind, cue - start + 1, [word - start + 1 for word in words if start <= word < end]] = 1
    arrays = (ids, features, mask, classes, claims, cues)
    return Batch(*(torch.from_numpy(array) for array in arrays))
