"""What was trained: the files of the models, each with a card in docs/, and how they are loaded."""

import json
from importlib.resources.abc import Traversable
from typing import Any

import onnxruntime

FIRST, LAST = 101, 102
"""The word pieces [CLS] and [SEP], which frame what a model reads."""

# As many of the checksum's digits tell models apart.
_DIGITS = 12


def read_card(folder: Traversable) -> dict[str, Any]:
    """Return the card of the model in `folder`, with its `version` taken from the checksum of `model.onnx`."""
    card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    return card | {"version": card["sha256"]["model.onnx"][:_DIGITS]}


def load_session(folder: Traversable) -> onnxruntime.InferenceSession:
    """Return the session of the model in `folder`, which runs on one thread; threads may share it."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        (folder / "model.onnx").read_bytes(), options, providers=["CPUExecutionProvider"]
    )
