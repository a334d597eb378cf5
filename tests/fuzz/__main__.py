"""Put inputs that nobody would write through the whole way, and keep those that did what none may.

    python -m tests.fuzz --inputs 10000 --seed 1 --processes 2

Exit status 1 if there are any.
"""

import argparse
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.mutation import make_input
from tests.fuzz.runs import run
from tests.fuzz.trial import Finding, Outcome


def main() -> int:
    """Run, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"), help="a folder for the inputs found")
    asked = parser.parse_args()
    started = time.monotonic()
    outcomes: list[Outcome] = []
    for outcome in run(asked.seed, asked.inputs, asked.processes):
        outcomes.append(outcome)
        _keep(outcome.findings, asked.seed, asked.keep)
        done = sum(one.inputs for one in outcomes)
        found = sum(len(one.findings) for one in outcomes)
        sys.stderr.write(f"\r{done:,} inputs, {time.monotonic() - started:,.0f} s, {found} found ")
    sys.stderr.write("\n")
    sys.stdout.write(_table(outcomes, time.monotonic() - started))
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    for finding in findings:
        sys.stdout.write(f"\n{finding.fault}: {finding.name[:200]}\n{finding.seen}\n")
    return 1 if findings else 0


def _keep(findings: list[Finding], seed: int, folder: Path) -> None:
    for finding in findings:
        for name in finding.name.split():
            folder.mkdir(parents=True, exist_ok=True)
            made = make_input(seed, int(name.partition(".")[0]))
            (folder / f"{seed}-{name}").write_bytes(made.body)


def _table(outcomes: list[Outcome], seconds: float) -> str:
    sizes = [size for one in outcomes for size in one.characters]
    faults = Counter(finding.fault for one in outcomes for finding in one.findings)
    rows = {
        "inputs": f"{sum(one.inputs for one in outcomes):,}",
        "bytes, median and most": f"{statistics.median(sizes or [0]):,.0f} and {max(sizes or [0]):,}",
        "read": f"{sum(one.read for one in outcomes):,}",
        "refused with one line": f"{sum(one.refused for one in outcomes):,}",
        "seconds in all": f"{seconds:,.0f}",
        "of processors, without starts": f"{sum(one.seconds for one in outcomes):,.0f}",
        "seconds of the slowest": f"{max(one.slowest for one in outcomes):.1f}",
        "megabytes of a process, most": f"{max(one.megabytes for one in outcomes):,}",
        "broke": faults["broke"],
        "over time": faults["over time"],
        "over memory": faults["over memory"],
        "check not clean": faults["not clean"],
        "ledger differs from reading": faults["differs"],
    }
    return "".join(f"{name:<30}{value:>16}\n" for name, value in rows.items())


if __name__ == "__main__":
    sys.exit(main())
