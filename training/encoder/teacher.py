"""What teaches the encoder attribution: the narrow network of `training.attribution`, trained or as it once shipped."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from training.attribution.corpus import examples
from training.attribution.fitting import fit
from training.attribution.network import Claims, Network, load_tokenizer
from training.attribution.slimming import SLIM_INNER, slim

_NETWORK, _ROUNDED, _SCALE = "network.", ".rounded", ".scale"
_HEADS = [name for name, _ in Claims().named_children()]


def trained_teacher(work: Path, *, seed: int, log: Path) -> Network:
    """Return the network that annotators have taught, going on from what is kept in the folder `work`."""
    train = examples("train", load_tokenizer(), work / "train.pkl")
    whole = fit(train, work, seed=seed, log=log)
    network: Network = slim(whole.network, train, work, seed=seed, log=log).network
    return network


def shipped_teacher(file: Path) -> Network:
    """Return the network of an attribution model that shipped before the encoder did (ONNX, weights in 8 bits)."""
    arrays = {
        one.name.removeprefix(_NETWORK): numpy_helper.to_array(one)
        for one in onnx.load(str(file)).graph.initializer
        if one.name.startswith(_NETWORK)
    }
    weights = {}
    for name, array in arrays.items():
        if name.endswith(_SCALE):
            continue
        plain = name.removesuffix(_ROUNDED)
        whole = array.astype(np.float32)
        if plain != name:
            # Linear layers were kept as they are multiplied with, the embedding of word pieces as it is.
            whole = whole * arrays[plain + _SCALE]
            whole, plain = (whole if plain == "words" else whole.T), f"{plain}.weight"
        of_heads = plain.partition(".")[0] in _HEADS
        weights[f"heads.{plain}" if of_heads else plain] = torch.from_numpy(np.ascontiguousarray(whole))
    network = Network(inner=SLIM_INNER)
    network.load_state_dict(weights)
    network.eval()
    return network
