"""The relation network, MiniLM's encoder over the pieces of two statements with one head; and its teacher, MPNet's.

MPNet: Song et al., NeurIPS 2020. Its weights are those of all-mpnet-base-v2 (Reimers and Gurevych, EMNLP 2019).
"""

import hashlib
import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.linking import PIECE_KINDS, RELATIONS
from training.attribution.network import (
    EPSILON,
    HEADS,
    INNER,
    LAYERS,
    MASKED,
    POSITIONS,
    VOCABULARY,
    WIDTH,
    Layer,
    pretrained,
)

TEACHER_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"

_DROPOUT = 0.1
_TEACHER_WIDTH, _TEACHER_LAYERS, _TEACHER_INNER, _TEACHER_EPSILON = 768, 12, 3072, 1e-5
# Attention leans by distance: so many groups of distances, the far ones together, up to the last.
_DISTANCES, _FARTHEST = 32, 128
# MPNet's first word piece, and its first position, are its fifth and its third one.
_BEFORE_WORDS, _BEFORE_POSITIONS = 4, 2
_CLASS, _SEPARATOR, _FIRST, _LAST = 101, 102, 0, 2


class RelationNetwork(nn.Module):
    """Gives the scores of `RELATIONS`, before they are probabilities."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(PIECE_KINDS, WIDTH)
        self.words_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(_DROPOUT, INNER) for _ in range(layers))
        self.dropout = nn.Dropout(_DROPOUT)
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(RELATIONS))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Return the scores of pairs (batch x relations); all three are batch x length."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kinds(kinds)
        x = self.dropout(self.words_norm(x))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * MASKED
        for layer in self.layers:
            x = layer(x, bias)
        scores: Tensor = self.relation(self.dropout(torch.tanh(self.mix(_pooled(x, mask)))))
        return scores


def from_pretrained(layers: int = LAYERS) -> RelationNetwork:
    """Return the network with the encoder's weights of all-MiniLM-L6-v2; its word pieces stay as they are there.

    Args:
        layers: how many of the encoder's layers, evenly spread, it keeps.

    Raises:
        ValueError: these are not the weights that the shipped model was made from.
    """
    base = pretrained()
    network = RelationNetwork(layers)
    for name in ("words", "positions", "words_norm"):
        getattr(network, name).load_state_dict(getattr(base, name).state_dict())
    for number, layer in enumerate(network.layers):
        of_base = base.layers[round(number * (LAYERS - 1) / (layers - 1))]
        layer.load_state_dict(of_base.state_dict())
    network.kinds.weight.data.normal_(std=0.02).add_(base.kind.data)
    network.words.weight.requires_grad_(False)
    network.positions.weight.requires_grad_(False)
    return network


class TeacherNetwork(nn.Module):
    """The same of MPNet's size: five times as large."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY + _BEFORE_WORDS + 1, _TEACHER_WIDTH)
        self.positions = nn.Embedding(POSITIONS + _BEFORE_POSITIONS, _TEACHER_WIDTH)
        self.kinds = nn.Embedding(PIECE_KINDS, _TEACHER_WIDTH)
        self.words_norm = nn.LayerNorm(_TEACHER_WIDTH, _TEACHER_EPSILON)
        self.layers = nn.ModuleList(
            Layer(_DROPOUT, _TEACHER_INNER, width=_TEACHER_WIDTH, epsilon=_TEACHER_EPSILON)
            for _ in range(_TEACHER_LAYERS)
        )
        self.distances = nn.Embedding(_DISTANCES, HEADS)
        self.dropout = nn.Dropout(_DROPOUT)
        self.mix = nn.Linear(2 * _TEACHER_WIDTH, _TEACHER_WIDTH)
        self.relation = nn.Linear(_TEACHER_WIDTH, len(RELATIONS))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Return the scores of pairs (batch x relations); all three are batch x length, pieces as MiniLM has them."""
        length = pieces.shape[1]
        own = torch.where(pieces == _CLASS, _FIRST, torch.where(pieces == _SEPARATOR, _LAST, pieces + _BEFORE_WORDS))
        x = self.words(own) + self.positions.weight[_BEFORE_POSITIONS : _BEFORE_POSITIONS + length] + self.kinds(kinds)
        x = self.dropout(self.words_norm(x))
        bias = self.distances(_groups(length, pieces.device)).permute(2, 0, 1)[None]
        bias = bias + (1.0 - mask.to(x.dtype))[:, None, None, :] * MASKED
        for layer in self.layers:
            x = layer(x, bias)
        scores: Tensor = self.relation(self.dropout(torch.tanh(self.mix(_pooled(x, mask)))))
        return scores


def teacher_from_pretrained(file: Path) -> TeacherNetwork:
    """Return the teacher with the weights of all-mpnet-base-v2 that are in `file` (safetensors).

    Raises:
        ValueError: these are other weights.
    """
    if hashlib.sha256(file.read_bytes()).hexdigest() != TEACHER_SHA256:
        raise ValueError(f"{file} does not hold the weights of all-mpnet-base-v2")
    return with_teacher_weights(load_file(file))


def with_teacher_weights(weights: dict[str, Tensor]) -> TeacherNetwork:
    """Return the teacher with weights named as in all-mpnet-base-v2."""
    network = TeacherNetwork()
    own = network.state_dict()
    own["words.weight"] = weights["embeddings.word_embeddings.weight"]
    own["positions.weight"] = weights["embeddings.position_embeddings.weight"]
    own["distances.weight"] = weights["encoder.relative_attention_bias.weight"]
    for part in ("weight", "bias"):
        own[f"words_norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for number in range(_TEACHER_LAYERS):
            layer, theirs = f"layers.{number}", f"encoder.layer.{number}"
            parts = [weights[f"{theirs}.attention.attn.{one}.{part}"] for one in "qkv"]
            own[f"{layer}.attention_in.{part}"] = torch.cat(parts)
            for name, named in _NAMES.items():
                own[f"{layer}.{name}.{part}"] = weights[f"{theirs}.{named}.{part}"]
    network.load_state_dict(own)
    network.kinds.weight.data.normal_(std=0.02)
    network.words.weight.requires_grad_(False)
    return network


_NAMES = {
    "attention_out": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm": "output.LayerNorm",
}


def _pooled(x: Tensor, mask: Tensor) -> Tensor:
    """Return the first state of each pair, and the mean of all."""
    shown = mask.to(x.dtype)[..., None]
    return torch.cat([x[:, 0], (x * shown).sum(1) / shown.sum(1)], -1)


def _groups(length: int, device: torch.device) -> Tensor:
    """Return the group of the distance from each place to each (T5's: Raffel et al., JMLR 2020)."""
    at = torch.arange(length, device=device)
    distance = at[:, None] - at[None, :]
    half = _DISTANCES // 2
    near = half // 2
    size = distance.abs()
    far = near + (
        torch.log(size.clamp(min=1).float() / near) / math.log(_FARTHEST / near) * (half - near)
    ).long().clamp(max=half - near - 1)
    return (distance < 0).long() * half + torch.where(size < near, size, far)
