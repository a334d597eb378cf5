"""Training the encoder: the parse by a language pipeline's output, attribution by its teacher and by annotators.

The teacher gives whole distributions (Hinton, Vinyals and Dean, 2015), over all of the text; where annotators have read
it, their classes and claims are mixed in.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.network import Network
from training.descent import Course, Rates, Trained, train
from training.encoder.batching import NO_LABEL, Batch, Windows
from training.encoder.network import EncoderNetwork, Parse, first_pieces

EPOCHS = 12
LEGS = 10
"""An epoch goes by so many legs, and what is learnt is kept after each."""

_RATES = Rates(last=2e-4, fall=0.92, heads=7e-4)
_WARM_UP = 0.04
# How much the annotators count beside the teacher.
_ANNOTATORS = 0.3
_SMOOTHING = 0.02
# The shares of the loss: where sentences start, the claims of content and of source, and whose a word is.
_STARTS_WEIGHT, _CONTENT_WEIGHT, _SOURCE_WEIGHT, _WHOSE_WEIGHT = 0.5, 10.0, 20.0, 0.1
# Besides cues, words that teacher or network take for one, and a few others, must claim nothing.
_TAKEN_FOR_CUE, _OTHERS = 0.1, 0.01
_CUE = 3


def fit(
    network: EncoderNetwork,
    teacher: Network,
    windows: Windows,
    documents: Sequence[int],
    *,
    kept: Path,
    epochs: int,
    share: float,
    seed: int,
    log: Path,
) -> Trained[EncoderNetwork]:
    """Train `network` on `documents`, going on from the last whole leg of an epoch that is in the file `kept`.

    Args:
        network: where training starts; its word embeddings stay as they are.
        teacher: of attribution.
        windows: the text.
        documents: those of it that are learnt from.
        kept: where the state is kept.
        epochs: how often the documents are gone through.
        share: of the rates of learning; a part of them suffices to go on from trained weights.
        seed: of all chance.
        log: the file to which the losses are added.
    """
    network.words.weight.requires_grad_(False)
    teacher.eval()

    def drawn(leg: int, chance: random.Random) -> Iterator[Batch]:
        order = list(documents)
        epoch, leg = divmod(leg, LEGS)
        random.Random(seed * 1000 + epoch).shuffle(order)
        for batch in windows.batches(order[leg::LEGS], chance):
            yield batch.to(network.kind.device)

    def part(step: int, steps: int) -> float:
        done = step / (steps * LEGS * epochs)
        return share * min(1, done / _WARM_UP + 0.02) * (1 - done)

    course = Course(LEGS * epochs, _RATES, part)
    return train(network, drawn, lesson(teacher), course, kept=kept, seed=seed, log=log)


def started(network: EncoderNetwork, teacher: Network) -> EncoderNetwork:
    """Return `network` with the weights of the teacher, told what that is told where parse and hints are unknown."""
    own, taught = network.state_dict(), teacher.state_dict()
    for name, weight in taught.items():
        if name in own and not name.startswith("told"):
            own[name] = weight
    surface = range(len(teacher.told) - len(network.surface) - 1, len(teacher.told) - 1)
    for column, embedding in enumerate(teacher.told):
        own[f"told.{column}.weight"] = taught[f"told_again.{column}.weight"]
        if column in surface:
            own[f"surface.{column - surface.start}.weight"] = embedding.weight.data
        else:
            own["kind"] = own["kind"] + embedding.weight.data[0]
    network.load_state_dict(own)
    return network


def lesson(teacher: Network) -> Callable[[EncoderNetwork, Batch], tuple[Tensor, ...]]:
    """Return what gives the parts of the loss."""

    def parts(network: EncoderNetwork, batch: Batch) -> tuple[Tensor, ...]:
        with precision(batch.pieces.device):
            states = network.states(batch.pieces, batch.surface, batch.bias)
            words = first_pieces(states, batch.first)
            parse = network.parse(states, words)
            heads = batch.heads.clamp(min=0)[..., None].expand(-1, -1, parse.heads.shape[-1])
            labels = network.labelled(parse.dependents, parse.heads.gather(1, heads))
            roles, claims = network.claims(words, batch.features)
            taught_roles, taught_claims = taught(teacher, batch)
        attributed = _attribution_losses(roles.float(), claims.float(), taught_roles, taught_claims, batch)
        return (*_parse_losses(parse, labels, batch), *attributed)

    return parts


def taught(teacher: Network, batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the probabilities of classes and claims of the words, as the teacher has them."""
    with torch.no_grad():
        roles, claims = teacher(batch.clean, batch.shown, batch.bias[:, 0, 0] == 0)
    count, length = batch.first.shape
    of_words = batch.first[:, None, :, None].expand(-1, 2, -1, claims.shape[-1])
    claims = claims.gather(2, of_words).gather(3, batch.first[:, None, None].expand(count, 2, length, length))
    return first_pieces(roles, batch.first).float().softmax(-1), claims.float().sigmoid()


def precision(device: torch.device) -> torch.autocast:
    """Return the arithmetic of the layers: in bfloat16 where the device has instructions for that."""
    rounded = device.type == "cuda" or torch.cpu.get_capabilities().get("avx512_bf16", False)
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=rounded)


def _parse_losses(parse: Parse, labels: Tensor, batch: Batch) -> Iterator[Tensor]:
    def classified(scores: Tensor, right: Tensor) -> Tensor:
        return functional.cross_entropy(
            scores.float().flatten(0, 1), right.flatten(), ignore_index=NO_LABEL, label_smoothing=_SMOOTHING
        )

    there = functional.pad(batch.words, (1, 0), value=True)
    arcs = parse.arcs.float().masked_fill(~there[:, None], -1e4)
    yield classified(parse.tags, batch.tags)
    yield functional.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=NO_LABEL)
    yield classified(labels, batch.dependencies.masked_fill(batch.heads < 0, NO_LABEL))
    yield classified(parse.names, batch.names)
    starts = functional.binary_cross_entropy_with_logits(parse.starts.float(), batch.starts.float(), reduction="none")
    yield _STARTS_WEIGHT * (starts * batch.words).sum() / batch.words.sum()


def _attribution_losses(
    roles: Tensor, claims: Tensor, taught_roles: Tensor, taught_claims: Tensor, batch: Batch
) -> Iterator[Tensor]:
    words = batch.words
    marked = functional.one_hot(batch.classes.clamp(min=0), roles.shape[-1]).float()
    right = taught_roles.lerp(marked, _ANNOTATORS * (batch.classes >= 0).float()[..., None])
    yield -((right * roles.log_softmax(-1)).sum(-1) * words).sum() / words.sum()
    cues = batch.claims.any(-1).any(1)
    taken = (taught_roles[..., _CUE] > _TAKEN_FOR_CUE) | (roles.detach().softmax(-1)[..., _CUE] > _TAKEN_FOR_CUE)
    others = torch.rand(words.shape, device=words.device) < _OTHERS
    window, row = ((cues | taken | others) & words).nonzero(as_tuple=True)
    share = _ANNOTATORS * batch.annotated[window].float()[:, None, None]
    wanted = taught_claims[window, :, row].lerp(batch.claims[window, :, row], share)
    loss = functional.binary_cross_entropy_with_logits(claims[window, :, row], wanted, reduction="none")
    counted = words[window][:, None].float()
    weights = torch.tensor([_CONTENT_WEIGHT, _SOURCE_WEIGHT], device=words.device)[:, None]
    yield (loss * counted * weights).sum() / (counted.sum() + 1)
    # How unlikely it is that the right cue, of all words, claims each word of a content.
    window, cue, word = batch.claims[:, 0].nonzero(as_tuple=True)
    whose = claims[:, 0].masked_fill(~words[:, :, None], -1e4).log_softmax(1)[window, cue, word]
    yield _WHOSE_WEIGHT * -whose.sum() / (len(whose) + 1)
