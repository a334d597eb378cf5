"""How much memory a long run takes: articles added in one run, and the memory of all its processes on the way."""

import itertools
import tempfile
import time
from bisect import bisect_right
from pathlib import Path

import psutil

from corpora import polnear
from onrecord import Ledger

ARTICLES = 10_000
_STEPS = 10
# Of the first steps, in which what loads once is still being loaded, the growth is not told.
_LOADING = 2


def main(articles: int) -> None:
    """Add so many articles to a new ledger, and print the memory after each tenth of them."""
    with tempfile.TemporaryDirectory() as temporary, Ledger(Path(temporary) / "long.ledger") as ledger:
        paths = _written(Path(temporary) / "pages", articles)
        ends = list(itertools.accumulate(path.stat().st_size for path in paths))
        print("articles    MB of all  of this one  processes  articles a second")
        found: list[float] = []
        begun = time.perf_counter()

        def progress(done: int, _: int) -> None:
            added = bisect_right(ends, done)
            if added >= (len(found) + 1) * articles // _STEPS:
                sizes = _memory()
                found.append(sum(sizes))
                speed = added / (time.perf_counter() - begun)
                counts = f"{added:>8,} {sum(sizes):>12,.0f} {sizes[0]:>12,.0f} {len(sizes):>10} {speed:>18.1f}"
                print(counts, flush=True)

        failures = ledger.add(paths, progress=progress).failures
        assert not failures, failures
    grown = (found[-1] - found[_LOADING]) / (articles * (_STEPS - 1 - _LOADING) / _STEPS) * 1_000
    print(f"growth: {grown:+.1f} MB for each thousand articles, from the third tenth on")


def _written(folder: Path, count: int) -> list[Path]:
    """Write the articles of PolNeAR train, again and again until there are `count`, no two of them the same."""
    folder.mkdir()
    paths = []
    texts = itertools.cycle(polnear.texts("train").values())
    for number, text in enumerate(itertools.islice(texts, count)):
        path = folder / f"{number:06}.txt"
        path.write_bytes(f"{text.rstrip()}\n\nThis is edition {number} of the day.\n".encode())
        paths.append(path)
    return paths


def _memory() -> list[float]:
    """Return the MB of this process and of each that it has started; what they share is counted in parts."""
    own = psutil.Process()
    sizes = []
    for process in (own, *own.children(recursive=True)):
        try:
            sizes.append(process.memory_full_info().pss / 1e6)
        except psutil.NoSuchProcess:
            continue
    return sizes
