"""Kill the real command at random moments and prove that nothing is lost.

python -m tests.kills --kills 200 --seed 7

`add`, `reread`, `merge`, `split` and `undo` in turn, on small invented pages, by SIGKILL, SIGTERM or SIGINT at a moment
anywhere in the time they take, half of them after they have begun to write. After each kill the ledger opens, `check`
finds nothing, the same command completes, and every export is that of a run that was not killed. A judgement is there
or not; it is made where it is not.

Most run in processes forked from this one, which has loaded the encoder, so that the kills fall into the work; every
twentieth starts from nothing.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

from tests.kills.command import preload
from tests.kills.rounds import kill_once, prepare


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    moments = random.Random(given.seed)
    begun = time.monotonic()
    failures = 0
    hits: defaultdict[str, Counter[str]] = defaultdict(Counter)
    preload()
    with tempfile.TemporaryDirectory(prefix="kills-") as place:
        commands = list(prepare(Path(place)))
        for number in range(given.kills):
            killed = commands[number % len(commands)]
            try:
                hit = kill_once(killed, Path(place) / str(number), moments, fresh=number % 20 == 19)
            except Exception as error:
                # What is promised may break in any way; the others are shown too.
                failures += 1
                print(f"kill {number}: {type(error).__name__}: {error}", file=sys.stderr)
            else:
                hits[killed.name][hit] += 1
    for name, counts in hits.items():
        print(f"{name:8}{counts['before']:5} before{counts['within']:5} within{counts['after']:5} after its work")
    print(f"{given.kills} kills, {failures} failures, {time.monotonic() - begun:.0f} s")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
