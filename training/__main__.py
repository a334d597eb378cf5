"""Make the attribution model, from the corpus to the files that ship.

    python -m training [--work FOLDER] [--seed N]

Reads the corpus (three minutes), trains (an hour and a half on two cores), teaches a narrower network what that has
learnt (an hour), and writes the model with its card. Killed, it goes on from the last whole epoch; a step whose result
is in FOLDER is not done again. Needs the extra `training`.
"""

import argparse
import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import torch

from onrecord.reading.attribution.confidence import Calibration
from onrecord.reading.attribution.model import Model
from training.attribution.calibrating import calibrate, draw
from training.attribution.card import write_card
from training.attribution.corpus import examples
from training.attribution.fitting import EPOCHS, fit
from training.attribution.network import BASE, BASE_SHA256, INNER, load_tokenizer
from training.attribution.shipping import ship
from training.attribution.slimming import SLIM_EPOCHS, SLIM_INNER, slim

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "onrecord" / "models" / "attribution"
DOCS = ROOT / "docs"
THREADS = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "training" / "work", help="where half-done work is kept")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    work: Path = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    tokenizer = load_tokenizer()
    train = examples("train", tokenizer, work / "train.pkl")
    log = work / "training.log"
    whole = fit(train, work, seed=arguments.seed, log=log)
    trained = slim(whole.network, train, work, seed=arguments.seed, log=log)
    shutil.copy(BASE / "tokenizer.json", SHIPPED / "tokenizer.json")
    # What is compared with in the benchmarks, and rounding changes the network.
    (work / "exact").mkdir(exist_ok=True)
    ship(trained.network, work / "exact" / "model.onnx", rounded=False)
    ship(trained.network, SHIPPED / "model.onnx")
    describe(seed=arguments.seed, hours=whole.hours + trained.hours)
    for name in ("card.json", "tokenizer.json"):
        shutil.copy(SHIPPED / name, work / "exact" / name)


def describe(*, seed: int, hours: float) -> None:
    """Calibrate the model that is there, and write its checksums and its card."""
    checksums = {name: sha256(SHIPPED / name) for name in ("model.onnx", "tokenizer.json")}
    write(checksums, Calibration(0.0, {}))
    calibration, found = calibrate(Model())
    write(checksums, calibration)
    draw(found, DOCS / "attribution-reliability.svg")
    facts = {
        "size": (SHIPPED / "model.onnx").stat().st_size / 1e6,
        "sha256": checksums["model.onnx"],
        "base": BASE_SHA256,
        "epochs": EPOCHS,
        "slim_epochs": SLIM_EPOCHS,
        "inner": SLIM_INNER,
        "whole_inner": INNER,
        "hours": hours,
        "seed": seed,
    }
    write_card(DOCS / "model-card.md", facts=facts, found=found)


def write(checksums: dict[str, str], calibration: Calibration) -> None:
    card = {"sha256": checksums, "calibration": asdict(calibration)}
    (SHIPPED / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
