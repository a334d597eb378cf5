"""Make the event model, from the shared sentences to the files that ship.

    python -m training.events [--seed N]

Trains on all of `PLV_train.tsv` (some minutes on two cores) and writes the model with its card. Needs the extra
`training`.
"""

import argparse
import hashlib
import json
from pathlib import Path

import torch
from torch import Tensor, nn

from corpora.plover import ROOTS, roots
from training.events.corpus import examples
from training.events.typing import Recipe, Typing, fit
from training.rounding import round_weights

SHIPPED = Path(__file__).parent.parent.parent / "src" / "onrecord" / "models" / "events"
_THREADS = 2
_OPSET = 17
_TRACED = 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    torch.set_num_threads(_THREADS)
    SHIPPED.mkdir(exist_ok=True)
    ship(fit(examples(roots()), Recipe(len(ROOTS)), seed=seed), SHIPPED / "model.onnx")
    digest = hashlib.sha256((SHIPPED / "model.onnx").read_bytes()).hexdigest()
    card = {"sha256": {"model.onnx": digest}, "classes": ROOTS, "seed": seed}
    (SHIPPED / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def ship(network: Typing, file: Path) -> None:
    """Write `network` to `file`, its weights in 8 bits; it takes the pieces of a clause and gives probabilities."""
    round_weights(network)
    torch.onnx.export(
        _Probabilities(network).eval(),
        (torch.ones(1, _TRACED, dtype=torch.long),),
        file,
        input_names=["pieces"],
        output_names=["roots"],
        dynamic_axes={"pieces": {1: "length"}},
        opset_version=_OPSET,
        dynamo=False,
        # ONNX Runtime folds the scales into the weights when it loads the file.
        do_constant_folding=False,
    )


class _Probabilities(nn.Module):
    def __init__(self, network: Typing) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> Tensor:
        scores: Tensor = self.network(pieces, torch.ones_like(pieces, dtype=torch.float))
        return scores.softmax(-1)


if __name__ == "__main__":
    main()
