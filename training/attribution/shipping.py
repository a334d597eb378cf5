"""From the trained network to the file that ships: ONNX, the weights in 8 bits, the arithmetic in 32."""

from pathlib import Path

import torch
from torch import Tensor, nn

from onrecord.reading.attribution.pieces import FEATURES
from training.attribution.network import Network

_LARGEST = 127
_LEAST = 1e-8
_OPSET = 17
_TRACED = 16


def ship(network: Network, file: Path, *, rounded: bool = True) -> None:
    """Write `network` to `file`; it takes pieces and features of one window and gives probabilities.

    Args:
        network: the trained network.
        file: where to; about 24 MB, or 92 MB with the weights in 32 bits.
        rounded: keep the weights in 8 bits, each row or column by a scale of its own.
    """
    if rounded:
        round_weights(network)
    pieces = torch.zeros(1, _TRACED, dtype=torch.long)
    features = torch.zeros(1, _TRACED, len(FEATURES), dtype=torch.long)
    torch.onnx.export(
        _Probabilities(network).eval(),
        (pieces, features),
        file,
        input_names=["pieces", "features"],
        output_names=["roles", "claims"],
        dynamic_axes={
            "pieces": {1: "length"},
            "features": {1: "length"},
            "roles": {1: "length"},
            "claims": {2: "length", 3: "length"},
        },
        opset_version=_OPSET,
        dynamo=False,
        # ONNX Runtime folds the scales into the weights when it loads the file.
        do_constant_folding=not rounded,
    )


class _Probabilities(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        roles, claims = self.network(pieces, features, torch.ones_like(pieces))
        return roles.log_softmax(-1), claims.sigmoid()


class _Rows(nn.Module):
    """An embedding in 8 bits."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("scale", weight.abs().amax(1, keepdim=True).clamp(min=_LEAST) / _LARGEST)
        self.register_buffer("rounded", (weight / self.scale).round().to(torch.int8))

    def forward(self, rows: Tensor) -> Tensor:
        return self.rounded[rows].float() * self.scale[rows]


class _Columns(nn.Module):
    """A linear layer in 8 bits."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.data.t().contiguous()
        self.register_buffer("scale", weight.abs().amax(0, keepdim=True).clamp(min=_LEAST) / _LARGEST)
        self.register_buffer("rounded", (weight / self.scale).round().to(torch.int8))
        self.bias = linear.bias

    def forward(self, x: Tensor) -> Tensor:
        return x @ (self.rounded.float() * self.scale) + self.bias


def round_weights(network: nn.Module) -> None:
    """Put the weights of the word pieces (`network.words`) and of all linear layers in 8 bits, in place."""
    network.words = _Rows(network.words.weight.data)
    _round(network)


def _round(module: nn.Module) -> None:
    for name, part in module.named_children():
        if isinstance(part, nn.Linear):
            setattr(module, name, _Columns(part))
        else:
            _round(part)
