"""Copies of articles: how many are found, and what takes them for copies that are none, beside what is mostly done.

The texts are made by a script of real articles (`copied_texts`), so that it is known which are copies; the ledger finds
them as it does when pages are added (`copy_finding`). Pairs are counted: two texts of one article are to be found, no
others. Peers (`copy_peers`) are given all that can be: each pair counts by itself, and the cosine has the threshold
that does best on these texts.
"""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.copied_texts import NEGATIVE, POSITIVE, Made, copied_texts
from benchmarks.copy_finding import add, link, originals
from benchmarks.copy_growth import print_growth
from benchmarks.copy_peers import by_cosine, by_minhash
from benchmarks.copy_scores import Pair, by_kind, grouped, scores

BASES = 200
"""Articles that copies are made of."""
SIZES = (10_000, 30_000, 100_000)
"""Texts in the ledgers that show how finding grows."""


def main(sizes: Sequence[int] = SIZES) -> None:
    """Print how copies are found, by how they were made, and what a copy takes to be found as a ledger grows."""
    console = Console(width=120)
    made = copied_texts(BASES)
    found, seconds = _found(made)
    systems = {"onrecord": (found, seconds)}
    systems["MinHash"] = _timed_minhash(made)
    start = time.process_time()
    cosines = by_cosine([one.text for one in made])
    took = time.process_time() - start
    best = max(cosines, key=lambda least: scores(made, cosines[least])[2])
    systems[f"cosine ≥ {best}"] = cosines[best], took
    console.print(_table(made, systems))
    print_growth(sizes)


def _found(made: Sequence[Made]) -> tuple[set[Pair], float]:
    """Return the pairs that a ledger finds, and the seconds of CPU time it takes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.ledger"
        ids = add(path, ((one.text, one.day) for one in made))
        start = time.process_time()
        link(path)
        took = time.process_time() - start
        of = originals(path)
    return grouped([of.get(one, one) for one in ids]), took


def _timed_minhash(made: Sequence[Made]) -> tuple[set[Pair], float]:
    start = time.process_time()
    found = by_minhash([one.text for one in made])
    return found, time.process_time() - start


def _table(made: Sequence[Made], systems: dict[str, tuple[set[Pair], float]]) -> Table:
    own = next(iter(systems.values()))
    table = Table("", *systems, title=f"{len(made):,} texts of {BASES} articles and as many on the same events")
    for kind in POSITIVE:
        told = (by_kind(made, found, kind) for found, _ in systems.values())
        table.add_row(f"{kind}: found", *(f"{right / asked:.3f}" for right, asked in told))
    for kind in NEGATIVE:
        told = (by_kind(made, found, kind) for found, _ in systems.values())
        table.add_row(f"{kind}: wrongly joined", *(f"{wrong / asked:.3f}" for wrong, asked in told))
    for place, name in enumerate(("precision", "recall", "F1")):
        table.add_row(f"all pairs: {name}", *(f"{scores(made, found)[place]:.4f}" for found, _ in systems.values()))
    ours = scores(made, own[0])[2]
    table.add_row("F1 of onrecord / this", *(f"{ours / scores(made, found)[2]:.2f}" for found, _ in systems.values()))
    table.add_row("CPU ms a text", *(f"{1_000 * took / len(made):.2f}" for _, took in systems.values()))
    table.add_row("time of onrecord / this", *(f"{own[1] / took:.2f}" for _, took in systems.values()))
    return table
