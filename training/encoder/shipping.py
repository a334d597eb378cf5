"""From the trained network to the files that ship: three ONNX files, which read one window at a time.

In the form that ships, linear layers are done in 8 bits: what comes in is rounded as it comes, by its own range, and
the weights are rounded to seven bits, each column by a scale of its own. With seven bits, sums of two products fit in
16 bits, which is what processors without 8-bit dot products (VNNI) add them up in. The arithmetic is that of Jacob et
al. (CVPR 2018), but without training for it.
"""

import copy
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.extraction.encoder import FEATURES, SURFACE, WINDOW
from training.attribution.network import WIDTH
from training.encoder.network import LABELS, EncoderNetwork, Inventory, first_pieces
from training.rounding import Rows, replace_linear

FILES = ("encoder.onnx", "labels.onnx", "attribution.onnx")
LARGEST = 63
"""The largest weight of a linear layer in 8-bit arithmetic."""

_LEAST = 1e-8
_OPSET = 17
_FLOAT = 1
_PIECES, _WORDS = 20, 16


def ship(network: EncoderNetwork, folder: Path, *, exact: bool = False) -> None:
    """Write the three files of `network` into `folder`.

    Args:
        network: the trained network.
        folder: where to.
        exact: keep weights and arithmetic in 32 bits.
    """
    network = copy.deepcopy(network).cpu().eval()
    # No window is longer.
    network.positions.weight.data = network.positions.weight.data[: WINDOW + 2]
    if not exact:
        network.words = Rows(network.words.weight.data)
        replace_linear(network, EightBitLinear)
    pieces = torch.zeros(1, _PIECES, dtype=torch.long)
    surface = torch.zeros(1, _PIECES, len(SURFACE), dtype=torch.long)
    first = torch.arange(1, _WORDS + 1)[None]
    write_onnx(
        _Encoder(network),
        {"pieces": (pieces, {1: "l"}), "surface": (surface, {1: "l"}), "first": (first, {1: "w"})},
        {"tags": {0: "w"}, "names": {0: "w"}, "starts": {0: "w"}, "arcs": {0: "w", 1: "h"}}
        | {"dependents": {0: "w"}, "heads": {0: "h"}, "states": {0: "w"}},
        folder / "encoder.onnx",
    )
    chosen = torch.zeros(_WORDS, LABELS), {0: "w"}
    write_onnx(_Labels(network), {"dependents": chosen, "heads": chosen}, {"labels": {0: "w"}}, folder / "labels.onnx")
    states = torch.zeros(_WORDS, WIDTH), {0: "w"}
    features = torch.zeros(_WORDS, len(FEATURES), dtype=torch.long), {0: "w"}
    write_onnx(
        _Attribution(network),
        {"states": states, "features": features},
        {"roles": {0: "w"}, "claims": {1: "w", 2: "w"}},
        folder / "attribution.onnx",
    )


def write_files_card(folder: Path, inventory: Inventory, calibration: dict[str, Any]) -> None:
    """Write `card.json`: checksums of the files in `folder`, labels in the order of the outputs, calibration."""
    names = (*FILES, "tokenizer.json")
    card = {
        "sha256": {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        "tags": [*inventory.tags],
        "dependencies": [*inventory.dependencies],
        "names": [*inventory.names],
        "calibration": calibration,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def write_onnx(
    module: nn.Module,
    inputs: dict[str, tuple[Tensor, dict[int, str]]],
    outputs: dict[str, dict[int, str]],
    file: Path,
) -> None:
    """Write a module as an ONNX file.

    Args:
        module: what is written.
        inputs: the name of each input, with an example and the names of its axes that vary.
        outputs: the name of each output, with its axes that vary.
        file: where to.
    """
    torch.onnx.export(
        module.eval(),
        tuple(example for example, _ in inputs.values()),
        file,
        input_names=[*inputs],
        output_names=[*outputs],
        dynamic_axes={name: axes for name, (_, axes) in inputs.items()} | outputs,
        opset_version=_OPSET,
        dynamo=False,
    )


class _Encoder(nn.Module):
    def __init__(self, network: EncoderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, surface: Tensor, first: Tensor) -> Sequence[Tensor]:
        states = self.network.states(pieces, surface, torch.zeros(1, 1, 1, 1))
        words = first_pieces(states, first)
        parse = self.network.parse(states, words)
        scores = (parse.tags.argmax(-1), parse.names, parse.starts, parse.arcs, parse.dependents, parse.heads, words)
        return tuple(score[0] for score in scores)


class _Labels(nn.Module):
    def __init__(self, network: EncoderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        return self.network.labelled(dependents[None], heads[None])[0]


class _Attribution(nn.Module):
    def __init__(self, network: EncoderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, states: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        roles, claims = self.network.claims(states[None], features[None])
        return roles[0].log_softmax(-1), claims[0].sigmoid()


class _Product(torch.autograd.Function):
    """A linear layer in 8-bit arithmetic."""

    @staticmethod
    def forward(_: object, x: Tensor, weight: Tensor, scale: Tensor, bias: Tensor) -> Tensor:
        low, high = x.amin().clamp(max=0), x.amax().clamp(min=0)
        step = ((high - low) / 255).clamp(min=_LEAST)
        zero = (-low / step).round()
        rounded = (x / step + zero).round().clamp(0, 255) - zero
        return rounded @ weight.float() * (step * scale) + bias

    @staticmethod
    def symbolic(
        g: torch.Graph, x: torch.Value, weight: torch.Value, scale: torch.Value, bias: torch.Value
    ) -> torch.Value:
        rounded, step, zero = g.op("DynamicQuantizeLinear", x, outputs=3)
        product = g.op("Cast", g.op("MatMulInteger", rounded, weight, zero), to_i=_FLOAT)
        return g.op("Add", g.op("Mul", product, g.op("Mul", step, scale)), bias)


class EightBitLinear(nn.Module):
    """A linear layer in the form that ships."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.data.t().contiguous()
        scale = weight.abs().amax(0).clamp(min=_LEAST) / LARGEST
        self.register_buffer("scale", scale)
        self.register_buffer("rounded", (weight / scale).round().to(torch.int8))
        self.register_buffer("bias", torch.zeros_like(scale) if linear.bias is None else linear.bias.data)

    def forward(self, x: Tensor) -> Tensor:
        """Return the layer's output."""
        product: Tensor = _Product.apply(x, self.rounded, self.scale, self.bias)
        return product
