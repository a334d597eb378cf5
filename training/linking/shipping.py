"""The relation network and the scorer in the form that ships, with their card."""

import copy
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.linking import INTERCEPT, MOST_PIECES, RELATIONS
from training.encoder.shipping import EightBitLinear, write_onnx
from training.linking.network import RelationNetwork
from training.linking.scoring import Weights
from training.rounding import Rows, replace_linear

SHIPPED = Path(__file__).parent.parent.parent / "src" / "onrecord" / "models" / "linking"
NETWORK, FIRST, SECOND = "relations.onnx", "first.tsv", "relations.tsv"
# Two statements with what frames them.
_LONGEST = 2 * MOST_PIECES + 3
_LEAST = 0.005
_HEADER = """\
# How much each feature speaks for each relation. The log odds of a relation are the sum of the weights of what is
# the case, each times its value. Written by `python -m training.linking`, which tells how they are learnt.
"""


def ship_network(network: RelationNetwork) -> None:
    """Write the network in 8 bits: for one pair the logarithm of the probability of each relation."""
    network = copy.deepcopy(network).eval()
    network.positions.weight.data = network.positions.weight.data[:_LONGEST]
    network.words = Rows(network.words.weight.data)
    replace_linear(network, EightBitLinear)
    example = torch.zeros(1, 20, dtype=torch.long)
    SHIPPED.mkdir(exist_ok=True)
    write_onnx(
        _Scores(network),
        {"pieces": (example, {1: "l"}), "kinds": (example, {1: "l"})},
        {"relations": {}},
        SHIPPED / NETWORK,
    )


def write_weights(name: str, weights: Weights) -> None:
    """Write the weights of a regression as a table: a feature a row, a relation a column."""
    relations = [relation for relation in RELATIONS if relation in weights]
    features = sorted({feature for own in weights.values() for feature in own} - {INTERCEPT})
    rows = ["\t".join(("feature", *relations))]
    for feature in (INTERCEPT, *features):
        values = [weights[relation].get(feature, 0.0) for relation in relations]
        if max(map(abs, values)) >= _LEAST:
            rows.append("\t".join((feature, *(f"{value:.3f}" for value in values))))
    (SHIPPED / name).write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def write_card(figures: Mapping[str, Any]) -> None:
    """Write the card: checksums, and what was measured by folds."""
    digests = {name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in (NETWORK, FIRST, SECOND)}
    text = json.dumps({"sha256": digests} | dict(figures), indent=2)
    (SHIPPED / "card.json").write_text(text + "\n", encoding="utf-8")


class _Scores(nn.Module):
    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, kinds: Tensor) -> Tensor:
        scores: Tensor = self.network(pieces, kinds, torch.ones_like(pieces)).log_softmax(-1)
        return scores
