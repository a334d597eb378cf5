"""The files of the models and tables that reading runs, and how they are loaded; each folder has a card."""

import hashlib
import json
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import onnxruntime

FIRST, LAST, MASK = 101, 102, 103
"""The word pieces [CLS] and [SEP], which frame what a model reads, and [MASK], which hides one in training."""

# As many digits tell models apart.
_DIGITS = 12


def read_card(folder: Traversable) -> dict[str, Any]:
    """Return the card of the model in `folder`, with a `version` that tells its files (by their checksums) apart."""
    card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    digests = "".join(f"{name} {digest}\n" for name, digest in sorted(card["sha256"].items()))
    return card | {"version": hashlib.sha256(digests.encode()).hexdigest()[:_DIGITS]}


def load_session(file: Traversable) -> "onnxruntime.InferenceSession":
    """Return the session of a network, which runs on one thread; threads may share it."""
    # Imported here, since tables lie beside the networks that need none.
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # By its path, so that its bytes are not held twice while it is loaded.
    with as_file(file) as path:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
