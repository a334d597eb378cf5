"""One system measured in a process of its own: python -m benchmarks.isolated_runs SYSTEM [FOLDER].

The process prints as JSON what the system found and what that took. `in_process` starts it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import systems
from corpora import polnear
from corpora.polnear import Attributions

_WARM_UP = 4

_SYSTEMS: dict[str, Callable[..., systems.System]] = {
    system.__name__: system
    for system in (
        systems.bare_pass,
        systems.reading,
        systems.reading_with,
        systems.files_to_ledger,
        systems.rules_alone,
        systems.textacy,
    )
}


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a system.

    Attributes:
        seconds: for all articles, once it is loaded and warm.
        memory: the peaks of all its processes, in MB.
        start: seconds from the start of the process to the loaded system.
        start_cpu: likewise, of CPU time.
        found: what it finds in each article.
    """

    seconds: float
    memory: float
    start: float
    start_cpu: float
    found: dict[str, Attributions]


def in_process(system: Callable[..., systems.System], sources: Path, cores: int, folders: Sequence[Path]) -> Run:
    """Return what a system does with PolNeAR dev.

    Args:
        system: one of `benchmarks.systems`.
        sources: the folder with the version of onrecord that it uses.
        cores: how many cores it has.
        folders: what the system is made from.
    """
    with tempfile.TemporaryFile() as output:
        subprocess.run(
            [sys.executable, "-m", "benchmarks.isolated_runs", system.__name__, *map(str, folders)],
            stdout=output,
            check=True,
            cwd=Path(__file__).parent.parent,
            env=os.environ | {"PYTHONPATH": str(sources), "OMP_NUM_THREADS": str(cores)},
            preexec_fn=lambda: os.sched_setaffinity(0, range(cores)),
        )
        output.seek(0)
        return Run(**json.load(output))


def _measure(name: str, folders: Sequence[Path]) -> Run:
    system = _SYSTEMS[name](*folders)
    start, start_cpu = _age(), time.process_time()
    articles = polnear.texts("dev")
    system(dict(list(articles.items())[:_WARM_UP]))
    begun = time.perf_counter()
    found = system(articles)
    return Run(time.perf_counter() - begun, _peak_memory(), start, start_cpu, found)


def _age() -> float:
    """Return for how many seconds this process has been there."""
    # The 22nd field of the line, the 20th behind the name in brackets: clock ticks from the start of the machine.
    ticks = int(Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")


def _peak_memory() -> float:
    """Return the peak of this process and those of the ones it has started, what they share counted in each.

    That of `resource` begins with what its parent had.
    """
    tasks = Path("/proc/self/task").iterdir()
    processes = ["self", *(child for task in tasks for child in (task / "children").read_text("ascii").split())]
    told = (re.search(r"VmHWM:\s*(\d+) kB", Path(f"/proc/{one}/status").read_text("ascii")) for one in processes)
    return sum(int(peak[1]) for peak in told if peak is not None) / 1024


if __name__ == "__main__":
    run = _measure(sys.argv[1], [Path(folder) for folder in sys.argv[2:]])
    json.dump({name: getattr(run, name) for name in Run.__slots__}, sys.stdout)
