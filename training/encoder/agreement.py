"""How far the encoder says what it was taught, on documents that it has not learnt from."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.attribution.network import Network
from training.encoder.batching import NO_LABEL, Batch, Windows
from training.encoder.fitting import precision, taught
from training.encoder.network import EncoderNetwork, first_pieces


def agreement(
    network: EncoderNetwork, teacher: Network, windows: Windows, documents: Sequence[int]
) -> dict[str, float]:
    """Return by name the shares of words that are given as the pipeline and the teacher have them.

    Of names and of sentence starts, which are rare, the F1 over words.
    """
    network.eval()
    right: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    with torch.inference_mode():
        for batch in windows.batches(documents, random.Random(1), noisy=False):
            for name, agreed, of in _compared(network, teacher, batch.to(network.kind.device)):
                right[name] += int(agreed.sum())
                counted[name] += int(of.sum())
    return {name: right[name] / counted[name] for name in counted}


def _compared(network: EncoderNetwork, teacher: Network, batch: Batch) -> Iterator[tuple[str, Tensor, Tensor]]:
    """Yield by name what agrees and what is counted; of what is rare, what is given and what is wanted."""
    with precision(batch.pieces.device):
        states = network.states(batch.pieces, batch.surface, batch.bias)
        words = first_pieces(states, batch.first)
        parse = network.parse(states, words)
        heads = batch.heads.clamp(min=0)[..., None].expand(-1, -1, parse.heads.shape[-1])
        labels = network.labelled(parse.dependents, parse.heads.gather(1, heads)).argmax(-1)
        roles, _ = network.claims(words, batch.features)
        taught_roles, _ = taught(teacher, batch)
    there = functional.pad(batch.words, (1, 0), value=True)
    hung = parse.arcs.masked_fill(~there[:, None], -1e4).argmax(-1) == batch.heads
    known = batch.heads != NO_LABEL
    yield "tags", parse.tags.argmax(-1) == batch.tags, batch.tags != NO_LABEL
    yield "heads", hung & known, known
    yield "labelled heads", hung & known & (labels == batch.dependencies), known
    yield "classes", (roles.argmax(-1) == taught_roles.argmax(-1)) & batch.words, batch.words
    named, given = parse.names.argmax(-1), (parse.starts > 0) & batch.words
    for name, agreed, own, wanted in (
        ("names", named == batch.names, (named > 0) & batch.words, batch.names > 0),
        ("starts", given == batch.starts, given, batch.starts),
    ):
        yield name, 2 * (agreed & own & wanted), own.int() + wanted.int()
