"""Make the encoder, from the corpora to the files that ship.

    python -m training [--work FOLDER] [--seed N] [--teacher MODEL | --start WEIGHTS] [--epochs N]

Makes the attribution teacher (two and a half hours on two cores), labels the text with the language pipeline (ten
minutes), trains the encoder by both (some minutes on a graphics card, eight hours on a core), and writes its files to
`src/onrecord/models/encoder` and the card to `docs/evaluation/model-card.md`. Killed, it goes on from the last tenth of
an epoch; a step whose result is in FOLDER is not done again. Needs the extra `training`.
"""

import argparse
import hashlib
import json
import shutil
from dataclasses import asdict
from pathlib import Path

import torch

from onrecord.extraction.encoder import Calibration, Encoder
from training.attribution.calibrating import calibrate
from training.attribution.network import BASE, BASE_SHA256, Network, load_tokenizer
from training.encoder.agreement import agreement
from training.encoder.batching import Windows
from training.encoder.card import write_card
from training.encoder.corpus import inventory, load_corpus, load_pipeline, load_training
from training.encoder.fitting import EPOCHS, fit, started
from training.encoder.network import EncoderNetwork, Inventory
from training.encoder.shipping import FILES, ship, write_files_card
from training.encoder.teacher import shipped_teacher, trained_teacher
from training.encoder.weights import read_weights, write_weights
from training.reliability import draw

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "onrecord" / "models" / "encoder"
EVALUATION = ROOT / "docs" / "evaluation"
THREADS = 2
# From trained weights, so many epochs at such a part of the rate.
AGAIN_EPOCHS, AGAIN_RATE = 2, 0.25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=ROOT / "training" / "work", help="where half-done work is kept")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--teacher", type=Path, help="an attribution model that shipped (ONNX), in place of a new one")
    parser.add_argument("--start", type=Path, help="weights to go on from, in place of the teacher's")
    parser.add_argument(
        "--epochs", type=int, help=f"{EPOCHS}, or {AGAIN_EPOCHS} from trained weights, which 0 leaves as they are"
    )
    arguments = parser.parse_args()
    work: Path = arguments.work
    work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(THREADS)
    torch.manual_seed(arguments.seed)
    log = work / "training.log"
    taught = arguments.teacher and shipped_teacher(arguments.teacher)
    teacher = taught or trained_teacher(work, seed=arguments.seed, log=log)
    labels = inventory(load_pipeline())
    learnt, hours, epochs = learn(teacher, labels, arguments, log)
    # What is compared with in the benchmarks, since rounding changes the network.
    for folder in (work / "exact", SHIPPED):
        folder.mkdir(parents=True, exist_ok=True)
        ship(learnt, folder, exact=folder != SHIPPED)
        shutil.copy(BASE / "tokenizer.json", folder / "tokenizer.json")
    given: Path | None = arguments.start
    start = f"from the weights of `{given.name}`, sha256 `{sha256(given)}`" if given else "from the teacher's weights"
    facts = {"seed": arguments.seed, "hours": hours, "epochs": epochs, "base": BASE_SHA256, "start": start}
    describe(labels, facts | agreement_on_dev(learnt, teacher, work))
    calibration = json.loads((SHIPPED / "card.json").read_text(encoding="utf-8"))["calibration"]
    write_files_card(work / "exact", labels, calibration)


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def learn(
    teacher: Network, labels: Inventory, arguments: argparse.Namespace, log: Path
) -> tuple[EncoderNetwork, float, int]:
    """Return the trained network, the hours that took, and the epochs."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = EncoderNetwork(labels)
    if arguments.start:
        # A file of weights may leave out the word embeddings, which stay those of the teacher.
        network.load_state_dict({"words.weight": teacher.words.weight.data} | read_weights(arguments.start))
        usual, share = AGAIN_EPOCHS, AGAIN_RATE
    else:
        network = started(network, teacher)
        usual, share = EPOCHS, 1.0
    epochs = usual if arguments.epochs is None else arguments.epochs
    if not epochs:
        return network, 0.0, 0
    tokenizer = load_tokenizer()
    corpus, documents = load_training(tokenizer, arguments.work)
    trained = fit(
        network.to(device),
        teacher.to(device),
        Windows(corpus, tokenizer),
        documents,
        kept=arguments.work / f"encoder{arguments.seed}.pt",
        epochs=epochs,
        share=share,
        seed=arguments.seed,
        log=log,
    )
    write_weights(trained.network.state_dict(), arguments.work / "encoder.bin")
    return trained.network, trained.hours, epochs


def agreement_on_dev(network: EncoderNetwork, teacher: Network, work: Path) -> dict[str, float]:
    tokenizer = load_tokenizer()
    dev = load_corpus("polnear-dev", tokenizer, work)
    found: dict[str, float] = agreement(network, teacher, Windows(dev, tokenizer), range(len(dev.documents)))
    return found


def describe(labels: Inventory, facts: dict[str, object]) -> None:
    """Calibrate the encoder that is there, and write its checksums and its card."""
    write_files_card(SHIPPED, labels, asdict(Calibration(0.0, {})))
    calibration, found = calibrate(Encoder(SHIPPED))
    write_files_card(SHIPPED, labels, asdict(calibration))
    draw(found, EVALUATION / "attribution-reliability.svg")
    card = json.loads((SHIPPED / "card.json").read_text(encoding="utf-8"))
    files = "\n".join(
        f"| `onrecord/models/encoder/{name}` | {(SHIPPED / name).stat().st_size / 1e6:.1f} MB, sha256 `{digest}` |"
        for name, digest in card["sha256"].items()
        if name in FILES
    )
    write_card(EVALUATION / "model-card.md", facts=facts | {"files": files}, found=found)


if __name__ == "__main__":
    main()
