"""The encoder's network: six layers of a MiniLM, and heads for the parse, the names and attribution.

Arcs and labels are biaffine (Dozat and Manning, ICLR 2017): each word chooses its head, then the label of that arc.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extraction.encoder import FEATURES, SURFACE
from training.attribution.network import EPSILON, LAYERS, POSITIONS, TOLD_AGAIN, VOCABULARY, WIDTH, Claims, Layer
from training.attribution.slimming import SLIM_INNER

LABELS = 64
"""How much of each word the label of its arc is chosen by."""

_ARCS = 192
# Arcs would be too flat to begin with if they were divided by the root of their width alone.
_SHARP = 4.0
_DROPOUT, _WIDE_DROPOUT = 0.1, 0.2


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels there are, in the order of the network's outputs."""

    tags: Sequence[str]
    dependencies: Sequence[str]
    names: Sequence[str]


@dataclass(frozen=True, slots=True)
class Parse:
    """The scores of a batch of windows of words.

    Attributes:
        tags: batch x words x tags.
        names: batch x words x names.
        starts: batch x words, above 0 where a sentence starts.
        arcs: batch x words x (root and words), how well each word hangs on each.
        dependents: batch x words x `LABELS`, of each word what chooses the label of its arc.
        heads: batch x (root and words) x `LABELS`, the same of what it hangs on.
    """

    tags: Tensor
    names: Tensor
    starts: Tensor
    arcs: Tensor
    dependents: Tensor
    heads: Tensor


class EncoderNetwork(nn.Module):
    """Reads pieces and what shows on their surface; what is told of the parse and by the rules comes in at `claims`."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.words_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(_DROPOUT, SLIM_INNER) for _ in range(LAYERS))
        self.surface = nn.ModuleList(nn.Embedding(values, WIDTH) for values in SURFACE.values())
        self.told = nn.ModuleList(nn.Embedding(values, TOLD_AGAIN) for values in FEATURES.values())
        self.mix = nn.Linear(WIDTH + TOLD_AGAIN, WIDTH)
        self.heads = Claims()
        self.tags = nn.Linear(WIDTH, len(inventory.tags))
        self.names = nn.Linear(WIDTH, len(inventory.names))
        self.starts = nn.Linear(WIDTH, 1)
        self.arc_dependents = nn.Linear(WIDTH, _ARCS)
        self.arc_heads = nn.Linear(WIDTH, _ARCS)
        self.arcs = nn.Linear(_ARCS, _ARCS, bias=False)
        self.arcs_bias = nn.Linear(_ARCS, 1)
        self.label_dependents = nn.Linear(WIDTH, LABELS)
        self.label_heads = nn.Linear(WIDTH, LABELS)
        self.labels = nn.Parameter(torch.zeros(len(inventory.dependencies), LABELS + 1, LABELS + 1))
        self.dropout = nn.Dropout(_DROPOUT)
        self.wide_dropout = nn.Dropout(_WIDE_DROPOUT)

    def states(self, pieces: Tensor, surface: Tensor, bias: Tensor) -> Tensor:
        """Return the states of the pieces (batch x length x width).

        Args:
            pieces: batch x length.
            surface: batch x length x the columns of `SURFACE`.
            bias: what is added to the attention to each piece (batch x 1 x 1 x length).
        """
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kind
        for column, embedding in enumerate(self.surface):
            x = x + embedding(surface[..., column])
        x = self.dropout(self.words_norm(x))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def parse(self, states: Tensor, words: Tensor) -> Parse:
        """Return the scores of the parse.

        Args:
            states: of the pieces; the first, [CLS], stands for the root.
            words: those of each word's first piece (batch x words x width).
        """
        words = self.dropout(words)
        heads = torch.cat([states[:, :1], words], 1)
        hanging = self.wide_dropout(functional.gelu(self.arc_dependents(words)))
        bearing = self.wide_dropout(functional.gelu(self.arc_heads(heads)))
        arcs = self.arcs(hanging) @ bearing.transpose(1, 2) + self.arcs_bias(bearing).transpose(1, 2)
        return Parse(
            self.tags(words),
            self.names(words),
            self.starts(words)[..., 0],
            arcs * (_SHARP / math.sqrt(_ARCS)),
            self.wide_dropout(functional.gelu(self.label_dependents(words))),
            self.wide_dropout(functional.gelu(self.label_heads(heads))),
        )

    def labelled(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Return the scores of the labels of arcs (batch x words x dependencies), `heads` those of each word's head."""
        units = LABELS + 1
        dependents, heads = (torch.cat([x, torch.ones_like(x[..., :1])], -1) for x in (dependents, heads))
        flat = self.labels.to(dependents.dtype).transpose(0, 1).reshape(units, -1)
        by_label = (dependents @ flat).view(*dependents.shape[:2], -1, units)
        return (by_label @ heads[..., None])[..., 0]

    def claims(self, words: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of attribution, as `Claims` does.

        Args:
            words: the states of each word's first piece.
            features: batch x words x the columns of `FEATURES`.
        """
        told = sum(embedding(features[..., column]) for column, embedding in enumerate(self.told))
        scores: tuple[Tensor, Tensor] = self.heads(
            self.dropout(functional.gelu(self.mix(torch.cat([words, told], -1))))
        )
        return scores


def first_pieces(states: Tensor, first: Tensor) -> Tensor:
    """Return the states of each word's first piece, whose places are `first` (batch x words)."""
    return states.gather(1, first[..., None].expand(-1, -1, states.shape[-1]))
