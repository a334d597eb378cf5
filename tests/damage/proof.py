"""Damage a ledger at random and prove that `check` finds it, or that all exports are the same bytes.

python -m tests.damage.proof --damages 500 --seed 1

It prints what became of each kind of damage, and exits with 1 if one went unfound.
"""

import argparse
import io
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from onrecord import Ledger, LedgerError
from onrecord.ledger import TABLES
from tests.damage.commands import make_ledger
from tests.damage.damages import WAYS

_OUTCOMES = ("found", "refused", "harmless", "unfound")


class Trial(NamedTuple):
    """What became of a damage: "found", "refused" (no ledger any more), "harmless" or "unfound"; and what was said."""

    way: str
    outcome: str
    told: str


def trials(folder: Path, number: int, seed: int) -> Iterator[Trial]:
    """Yield what becomes of `number` damages to copies of a ledger in `folder`, each way as often."""
    ledger = make_ledger(folder)
    before = list(exports(ledger))
    ways = list(WAYS)
    for count in range(number):
        way = ways[count % len(ways)]
        copy = folder / "damaged.ledger"
        for left in folder.glob("damaged.ledger*"):
            left.unlink()
        shutil.copy(ledger, copy)
        how = way(copy, random.Random(f"{seed} {count}"))
        outcome, told = _outcome(copy, before)
        yield Trial(way.__name__.strip("_"), outcome, f"{how}: {told}")


def exports(path: Path) -> Iterator[bytes]:
    """Yield every table as it is exported, in all versions, for programs and as linked data."""
    with Ledger(path, create=False) as ledger:
        for table in TABLES:
            for format_ in ("jsonl", "jsonld"):
                stream = io.BytesIO()
                ledger.export(table, format_, stream, versions=True)
                yield stream.getvalue()


def _outcome(path: Path, before: list[bytes]) -> tuple[str, str]:
    try:
        with Ledger(path, create=False) as ledger:
            problems = [f"{one.page}: {one.row}: {one.reason}" for one in ledger.check()]
    except LedgerError as error:
        return "refused", str(error)
    if problems:
        return "found", problems[0]
    try:
        same = list(exports(path)) == before
    except LedgerError as error:
        return "unfound", str(error)
    return ("harmless", "") if same else ("unfound", "exports differ")


def main() -> int:
    """Run the damages that are asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.damage.proof", description=__doc__)
    parser.add_argument("--damages", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder:
        for number, trial in enumerate(trials(Path(folder), asked.damages, asked.seed)):
            counts[trial.way, trial.outcome] += 1
            if trial.outcome == "unfound":
                print(f"damage {number}: {trial.told}", file=sys.stderr)
    table = Table("damage", *_OUTCOMES)
    for way in sorted({way for way, _ in counts}):
        table.add_row(way, *(str(counts[way, outcome]) for outcome in _OUTCOMES))
    table.add_section()
    table.add_row("all", *(str(sum(n for (_, one), n in counts.items() if one == outcome)) for outcome in _OUTCOMES))
    Console().print(table)
    return 1 if any(outcome == "unfound" for _, outcome in counts) else 0


if __name__ == "__main__":
    sys.exit(main())
