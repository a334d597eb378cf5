"""Damage copies of a ledger of the example pages, and print what is found."""

import argparse
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.table import Table

from tests.damages.ledger import make_ledger
from tests.damages.trial import trials

_OUTCOMES = ("found", "refused", "harmless", "unfound")


def main() -> int:
    """Run the damages that are asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.damages", description=main.__doc__)
    parser.add_argument("--damages", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder:
        ledger = make_ledger(Path(folder))
        for number, trial in enumerate(trials(ledger, Path(folder), asked.damages, asked.seed)):
            counts[trial.damage, trial.outcome] += 1
            if trial.outcome == "unfound":
                print(f"damage {number} ({trial.damage}): {trial.told}", file=sys.stderr)
    table = Table("damage", *_OUTCOMES)
    for damage in sorted({damage for damage, _ in counts}):
        table.add_row(damage, *(str(counts[damage, outcome]) for outcome in _OUTCOMES))
    Console().print(table)
    return 1 if any(outcome == "unfound" for _, outcome in counts) else 0


if __name__ == "__main__":
    sys.exit(main())
