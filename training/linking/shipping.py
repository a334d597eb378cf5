"""The relation network and the scorer in the form that ships, with their card."""

import copy
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from onrecord.linking import ACROSS, ALONE, INTERCEPT, KINDS, LONGEST, OVERLAPS, RELATIONS, WITHIN
from training.encoder.shipping import EightBitLinear, write_onnx
from training.linking.network import RelationNetwork
from training.linking.scoring import LikelyWeights, Weights
from training.rounding import Rows, replace_linear

SHIPPED = Path(__file__).parent.parent.parent / "src" / "onrecord" / "models" / "linking"
NETWORK = "relations.onnx"
_LEAST = 0.005
_LIKELY_HEADER = """\
# How much each feature speaks for a link of whatever kind: the log odds are the sum, over what is the case, of its
# value times its weight, where the weight is that in the first column and, for each of the others, that one times how
# much is in common in that way. Written by `python -m training.linking`, which tells how they are learnt.
"""
_HEADER = """\
# How much each feature speaks for each relation. The log odds of a relation are the sum of the weights of what is
# the case, each times its value. Written by `python -m training.linking`, which tells how they are learnt.
"""


def ship_network(network: RelationNetwork) -> None:
    """Write the network in 8 bits: for one pair the logarithm of the probability of each relation."""
    network = copy.deepcopy(network).eval()
    network.positions.weight.data = network.positions.weight.data[:LONGEST]
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


def write_likely(name: str, weights: LikelyWeights) -> None:
    """Write what features say for a link as a table: a feature a row; alone and by each of `OVERLAPS` a column."""
    rows = ["\t".join(("feature", ALONE, *OVERLAPS))]
    for feature in (INTERCEPT, *OVERLAPS, *sorted(weights.keys() - {INTERCEPT, *OVERLAPS})):
        values = weights.get(feature, {})
        rows.append("\t".join((feature, *(f"{values.get(by, 0.0):.3f}" for by in (ALONE, *OVERLAPS)))))
    (SHIPPED / name).write_text(_LIKELY_HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def write_relations(weights: Weights) -> None:
    """Write the weights of relations as a table: a feature a row, a relation a column."""
    relations = [relation for relation in RELATIONS if relation in weights]
    features = sorted({feature for own in weights.values() for feature in own} - {INTERCEPT})
    rows = ["\t".join(("feature", *relations))]
    for feature in (INTERCEPT, *features):
        values = [weights[relation].get(feature, 0.0) for relation in relations]
        if max(map(abs, values)) >= _LEAST:
            rows.append("\t".join((feature, *(f"{value:.3f}" for value in values))))
    (SHIPPED / KINDS).write_text(_HEADER + "\n".join(rows) + "\n", encoding="utf-8")


def write_card(figures: Mapping[str, Any]) -> None:
    """Write the card: checksums, and what was measured by folds."""
    digests = {
        name: hashlib.sha256((SHIPPED / name).read_bytes()).hexdigest() for name in (NETWORK, WITHIN, ACROSS, KINDS)
    }
    text = json.dumps({"sha256": digests} | dict(figures), indent=2)
    (SHIPPED / "card.json").write_text(text + "\n", encoding="utf-8")


class _Scores(nn.Module):
    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, kinds: Tensor) -> Tensor:
        scores: Tensor = self.network(pieces, kinds, torch.ones_like(pieces)).log_softmax(-1)
        return scores
