"""Weights of networks in 8 bits, for arithmetic in 32."""

from collections.abc import Callable

import torch
from torch import Tensor, nn

_LARGEST = 127
_LEAST = 1e-8


class Rows(nn.Module):
    """An embedding in 8 bits."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.register_buffer("scale", weight.abs().amax(1, keepdim=True).clamp(min=_LEAST) / _LARGEST)
        self.register_buffer("rounded", (weight / self.scale).round().to(torch.int8))

    def forward(self, rows: Tensor) -> Tensor:
        """Return the vectors of `rows`."""
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
    network.words = Rows(network.words.weight.data)
    replace_linear(network, _Columns)


def replace_linear(module: nn.Module, rounded: Callable[[nn.Linear], nn.Module]) -> None:
    """Put in the place of each linear layer of `module` what `rounded` makes of it."""
    for name, part in module.named_children():
        if isinstance(part, nn.Linear):
            setattr(module, name, rounded(part))
        else:
            replace_linear(part, rounded)
