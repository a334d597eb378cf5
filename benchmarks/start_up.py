"""What starts often: how long it takes from the start of a process to its end, and how much memory, before and now.

Both versions run in turn, each run in a process of its own: what one of them finds warm, the other finds warm. Text
files are compiled and in the memory of the system, as they are on a machine that is used. There is no cache of names:
their tables ship, so that the first comparison is as fast on a new machine.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks import earlier_versions

BEFORE = "3c74580"
"""The last commit that imported every command to run one, and had rigour build its tables of names."""

RUNS = 7

_COMMAND = "import sys; from onrecord.cli import main; sys.argv[0] = 'onrecord'; main()"
_COMPARED = """
from onrecord.entity_linking import Profile, blocking_keys, compare
one, other = Profile("{type}", ("{one}",)), Profile("{type}", ("{other}",))
blocking_keys(one), compare(one, other)
"""
_PERSONS = _COMPARED.format(type="person", one="Teodor Vash", other="Fyodor Wasch")
_BODIES = _COMPARED.format(type="organisation", one="Port Authority of Sarn", other="Sarn Port Authority")

_PAGE = """Harbour plan is late

PORTO VELA, March 3, 2025 (Agency) - Ada Orlen, the mayor of Porto Vela, said on Monday that 12 boats had left the
harbour. "We paid $5 million," she told Ivo Brandt, the minister of fisheries of Velmora.

The opposition rejected the plan. Brandt denied that police had arrested three dockers on Friday.
"""

_ASKED: Mapping[str, tuple[str, ...]] = {
    "onrecord --help": (_COMMAND, "--help"),
    "onrecord who Orlen": (_COMMAND, "who", "Orlen", "--ledger", "old.ledger"),
    "onrecord add PAGE, to a new ledger": (_COMMAND, "add", "page.txt", "--ledger", "new.ledger"),
    "first comparison of two persons": (_PERSONS,),
    "first comparison of two organisations": (_BODIES,),
}


# A process of its own, since the peak of a process is never below that of the one which has started it.
_MEASURING = """
import json, os, subprocess, sys, time
begun = time.perf_counter()
process = subprocess.Popen([sys.executable, "-c", *sys.argv[1:]], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
print(json.dumps([time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
sys.exit(process.returncode)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the clock, seconds of CPU time, and MB at its peak."""

    wall: float
    cpu: float
    peak: float


def main(before: str, runs: int = RUNS) -> None:
    """Print what each start costs, of the version before and of this one: the median of `runs`."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sources = {
            before: stack.enter_context(earlier_versions.sources(before)),
            "now": earlier_versions.ROOT / "src",
        }
        for version, source in sources.items():
            (folder / version).mkdir()
            (folder / version / "page.txt").write_text(_PAGE, encoding="utf-8")
            cost(source, folder / version, (_COMMAND, "add", "page.txt", "--ledger", "old.ledger"))
        print(f"{'':<40}{'':>9}     s clock  s of CPU   MB peak")
        for asked, arguments in _ASKED.items():
            found: dict[str, list[Cost]] = {version: [] for version in sources}
            for _ in range(runs):
                for version, source in sources.items():
                    found[version].append(cost(source, folder / version, arguments))
            for version, costs in found.items():
                wall, cpu, peak = (
                    statistics.median(values) for values in zip(*((c.wall, c.cpu, c.peak) for c in costs), strict=True)
                )
                print(f"{asked:<40}{version:>9} {wall:>11.2f} {cpu:>9.2f} {peak:>9.0f}", flush=True)


def cost(source: Path, folder: Path, arguments: tuple[str, ...]) -> Cost:
    """Return what Python takes to run a script with arguments in a folder, from which "new.ledger" is removed before.

    Args:
        source: the folder that has the version of onrecord that runs.
        folder: where it runs.
        arguments: the script, then what it is given.

    Raises:
        subprocess.CalledProcessError: it has failed.
    """
    for old in folder.glob("new.ledger*"):
        old.unlink()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(source), os.environ.get("PYTHONPATH", "")))}
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURING, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return Cost(*json.loads(measured.stdout))
