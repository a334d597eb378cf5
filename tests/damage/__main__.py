"""Damage a ledger at random and prove that every command says so in a line.

python -m tests.damage --damages 300 --seed 7

Bits, bytes and pages of the file, its header and its length; values, rows, tables, indices and the revision. Every
command that asks, every export, `check`, `add`, `undo`, `merge`, `rename` and `upgrade` is run on each: it ends with 0,
1 or 2, without a traceback, in time; and what asks leaves the file as it is.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.damage.commands import changes, make_ledger, questions, run_all
from tests.damage.damages import damage


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.damage", description=__doc__)
    parser.add_argument("--damages", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", type=int, help="the number of one damage, to look at it again")
    given = parser.parse_args()
    begun = time.monotonic()
    failures = 0
    with tempfile.TemporaryDirectory(prefix="damage-") as place:
        folder = Path(place)
        whole = make_ledger(folder)
        asked, written = questions(whole, random.Random(given.seed)), changes(folder)
        for number in range(given.damages) if given.only is None else [given.only]:
            damaged = folder / "damaged.ledger"
            shutil.copyfile(whole, damaged)
            how = damage(damaged, random.Random(f"{given.seed} {number}"))
            for wrong in run_all(damaged, asked, written):
                failures += 1
                print(f"damage {number} ({how}): {wrong}", file=sys.stderr)
            for left in folder.glob("damaged.ledger*"):
                left.unlink()
    print(f"{given.damages} damages, {failures} failures, {time.monotonic() - begun:.0f} s")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
