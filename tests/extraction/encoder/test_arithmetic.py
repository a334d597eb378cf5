"""The 8-bit arithmetic of the shipped networks gives the same sums on every processor.

Processors without VNNI add two products of 8 bits in 16 (vpmaddubsw), which saturates; those with it add four in 32
(vpdpbusd). With weights of 7 bits nothing can saturate, so that both give the exact sum.
"""

from pathlib import Path

import numpy as np
import onnx
import pytest
from numpy.typing import NDArray
from onnx import numpy_helper

from onrecord.extraction.encoder.encoder import FOLDER

type Integers = NDArray[np.int64]

_LARGEST = 63
_16_BITS = 32767


def weights() -> list[tuple[str, Integers]]:
    """Return the weights of every product of integers, by the name of the product."""
    found = []
    for name in ("encoder.onnx", "attribution.onnx"):
        graph = onnx.load(str(FOLDER / name)).graph
        stored = {one.name: one for one in graph.initializer}
        for node in graph.node:
            if node.op_type == "MatMulInteger":
                # The zero point of the weights, the fourth input, is left out: they are symmetric.
                assert len(node.input) < 4 or not node.input[3]
                found.append((node.name, numpy_helper.to_array(stored[node.input[1]]).astype(np.int64)))
    return found


WEIGHTS = weights()


def with_vnni(activations: Integers, products: Integers) -> Integers:
    """Add products four at a time in 32 bits."""
    return activations @ products


def without_vnni(activations: Integers, products: Integers) -> Integers:
    """Add products two at a time in 16 bits, which saturate, and those sums in 32."""
    pairs = activations[:, 0::2, None] * products[None, 0::2] + activations[:, 1::2, None] * products[None, 1::2]
    return pairs.clip(-_16_BITS - 1, _16_BITS).sum(axis=1)


def test_all_layers_are_in_integers() -> None:
    assert len(WEIGHTS) >= 24


@pytest.mark.parametrize(("name", "matrix"), WEIGHTS, ids=[name for name, _ in WEIGHTS])
def test_no_weight_is_wider_than_seven_bits(name: str, matrix: Integers) -> None:
    assert 0 < np.abs(matrix).max() <= _LARGEST, name


@pytest.mark.parametrize(("name", "matrix"), WEIGHTS, ids=[name for name, _ in WEIGHTS])
def test_both_ways_to_add_give_the_same_sums(name: str, matrix: Integers) -> None:
    chance = np.random.default_rng(1)
    some = chance.integers(0, 256, (2, len(matrix)))
    # The largest activations there are, on the weights of one sign.
    most = np.where(matrix[:, :1].T > 0, 255, 0)
    activations = np.concatenate([some, most, 255 - most])
    assert (without_vnni(activations, matrix) == with_vnni(activations, matrix)).all(), name


def test_weights_of_eight_bits_would_not_do() -> None:
    matrix = np.full((2, 1), 127)
    activations = np.full((1, 2), 255)
    assert without_vnni(activations, matrix)[0, 0] < with_vnni(activations, matrix)[0, 0]


def test_the_card_and_the_files_are_all_that_ships() -> None:
    names = {Path(str(file)).name for file in FOLDER.iterdir()}
    assert names == {"attribution.onnx", "card.json", "encoder.onnx", "labels.onnx", "tokenizer.json"}
