"""The relation network: how likely a later statement relates to an earlier one in each way, by their printed words.

A cross-encoder (Reimers and Gurevych, EMNLP 2019, compare it with vectors): both statements are read together, so that
a changed number or a negation counts, to which vectors of sentences are blind. MiniLM's encoder, in 8 bits; see the
card in `onrecord.models.linking`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.linking.pairing import Pieces
from onrecord.models import load_session

if TYPE_CHECKING:
    import onnxruntime

FOLDER = files("onrecord.models") / "linking"
FILE = "relations.onnx"


def relation_scores(pieces: Pieces) -> NDArray[np.float32]:
    """Return the logarithm of the probability of each of `RELATIONS` of a pair; some milliseconds."""
    given = {"pieces": np.array([pieces.ids], np.int64), "kinds": np.array([pieces.kinds], np.int64)}
    scores: NDArray[np.float32] = _session().run(None, given)[0][0]
    return scores


@cache
def _session() -> onnxruntime.InferenceSession:
    return load_session(FOLDER / FILE)
