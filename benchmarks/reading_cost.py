"""What reading costs beside an earlier commit: CPU seconds an article, both versions in turn on one core.

The earlier version is taken from the project's history into a temporary folder and runs with the libraries installed
here. Dates, quantities, targets and events came after `BEFORE`, which reads statements and their speakers.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BEFORE = "24eec51"
"""The last commit before dates, quantities, targets and events."""

ARTICLES = 40
_WARM_UP = 4
_ALLOWED = 1.25
_ROOT = Path(__file__).parent.parent


def main(before: str, rounds: int) -> None:
    """Print the milliseconds of CPU time an article takes in each round, before and now, and the ratio."""
    from benchmarks import polnear  # noqa: PLC0415 -- not there for the earlier version, which runs this file too

    texts = sorted((polnear.part("dev") / "text").glob("*.txt"))[: ARTICLES + _WARM_UP]
    print(f"{ARTICLES} articles of PolNeAR dev, CPU milliseconds an article: {before}, this version, ratio")
    ratios = []
    with _tree(before) as earlier:
        for _ in range(rounds):
            own = [_in_process(tree, texts) for tree in (earlier, _ROOT)]
            ratios.append(own[1] / own[0])
            print(f"{1_000 * own[0]:>8.1f} {1_000 * own[1]:>8.1f} {ratios[-1]:>8.3f}", flush=True)
    print(f"median ratio: {statistics.median(ratios):.3f} (asked: at most {_ALLOWED})")


def measure(texts: list[Path]) -> float:
    """Return the CPU seconds that reading one of `texts` takes, by the version that is imported."""
    from onrecord.pages import cut, from_text  # noqa: PLC0415 -- the version that the path tells
    from onrecord.reading import load_reader  # noqa: PLC0415

    articles = [article for path in texts for article in cut(from_text(path.read_bytes().decode("utf-8")))]
    reader = load_reader()
    for _ in reader.read(articles[:_WARM_UP]):
        pass
    start = time.process_time()
    for _ in reader.read(articles[_WARM_UP:]):
        pass
    return (time.process_time() - start) / (len(articles) - _WARM_UP)


def _in_process(tree: Path, texts: list[Path]) -> float:
    """Return what `measure` does in a process of its own, on one core, with the sources of `tree`."""
    core = min(os.sched_getaffinity(0))
    done = subprocess.run(
        [sys.executable, __file__, *map(str, texts)],
        env=os.environ | {"PYTHONPATH": str(tree / "src"), "OMP_NUM_THREADS": "1"},
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
        stdout=subprocess.PIPE,
        check=True,
    )
    return float(done.stdout)


@contextmanager
def _tree(commit: str) -> Iterator[Path]:
    """Give a folder with the files of a commit."""
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "files.tar"
        subprocess.run(["git", "archive", "--output", archive, commit, "src"], cwd=_ROOT, check=True)
        subprocess.run(["tar", "--extract", "--file", archive], cwd=temporary, check=True)
        yield Path(temporary)


if __name__ == "__main__":
    print(measure([Path(path) for path in sys.argv[1:]]))
