"""Files of weights that are small enough to keep: matrices in 8 bits, each row by a scale of its own."""

import io
import lzma
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

_LARGEST, _LEAST = 127, 1e-8
# Smaller ones stay in 32 bits.
_LARGE = 5000
_ROUNDED, _SCALE = "|q", "|s"
# The names of the network's parts in the first file there was.
_FIRST_NAMES = {
    "early": "surface",
    "told_again": "told",
    "tag": "tags",
    "ent": "names",
    "sent": "starts",
    "arc_dep": "arc_dependents",
    "arc_head": "arc_heads",
    "arc": "arcs",
    "arc_bias": "arcs_bias",
    "lab_dep": "label_dependents",
    "lab_head": "label_heads",
    "lab": "labels",
}


def read_weights(file: Path) -> dict[str, Tensor]:
    """Return the weights in `file`, by the names of `EncoderNetwork`."""
    arrays = np.load(io.BytesIO(lzma.decompress(file.read_bytes())))
    weights = {}
    for name in arrays.files:
        if not name.endswith(_SCALE):
            plain = name.removesuffix(_ROUNDED)
            array = arrays[name].astype(np.float32)
            scaled = array * arrays[plain + _SCALE] if name != plain else array
            part, dot, rest = plain.partition(".")
            weights[_FIRST_NAMES.get(part, part) + dot + rest] = torch.from_numpy(scaled)
    return weights


def write_weights(weights: Mapping[str, Tensor], file: Path) -> None:
    """Write `weights` to `file`."""
    arrays = {}
    for name, weight in weights.items():
        array = weight.detach().float().cpu().numpy()
        if array.ndim > 1 and array.size > _LARGE:
            scale = np.maximum(np.abs(array).max(-1, keepdims=True), _LEAST) / _LARGEST
            arrays[name + _ROUNDED] = np.round(array / scale).astype(np.int8)
            arrays[name + _SCALE] = scale.astype(np.float32)
        else:
            arrays[name] = array
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    file.write_bytes(lzma.compress(buffer.getvalue()))
