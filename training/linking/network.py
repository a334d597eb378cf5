"""The relation network: MiniLM's encoder over the pieces of two statements, with one head."""

import torch
from torch import Tensor, nn

from onrecord.linking import PIECE_KINDS, RELATIONS
from training.attribution.network import EPSILON, INNER, LAYERS, MASKED, POSITIONS, VOCABULARY, WIDTH, Layer, pretrained

_DROPOUT = 0.1


class RelationNetwork(nn.Module):
    """Gives the scores of `RELATIONS`, before they are probabilities."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kinds = nn.Embedding(PIECE_KINDS, WIDTH)
        self.words_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(_DROPOUT, INNER) for _ in range(LAYERS))
        self.dropout = nn.Dropout(_DROPOUT)
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.relation = nn.Linear(WIDTH, len(RELATIONS))

    def forward(self, pieces: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """Return the scores of pairs (batch x relations); all three are batch x length."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]] + self.kinds(kinds)
        x = self.dropout(self.words_norm(x))
        shown = mask.to(x.dtype)[..., None]
        bias = (1.0 - shown[..., 0])[:, None, None, :] * MASKED
        for layer in self.layers:
            x = layer(x, bias)
        mean = (x * shown).sum(1) / shown.sum(1)
        scores: Tensor = self.relation(self.dropout(torch.tanh(self.mix(torch.cat([x[:, 0], mean], -1)))))
        return scores


def from_pretrained() -> RelationNetwork:
    """Return the network with the encoder's weights of all-MiniLM-L6-v2; its word pieces stay as they are there.

    Raises:
        ValueError: these are not the weights that the shipped model was made from.
    """
    base = pretrained()
    network = RelationNetwork()
    for name in ("words", "positions", "words_norm", "layers"):
        getattr(network, name).load_state_dict(getattr(base, name).state_dict())
    network.kinds.weight.data.normal_(std=0.02).add_(base.kind.data)
    network.words.weight.requires_grad_(False)
    network.positions.weight.requires_grad_(False)
    return network
