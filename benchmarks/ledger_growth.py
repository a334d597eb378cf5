"""How a ledger does as it grows: what writing an article takes, and what each question does to a ledger of any size.

The ledgers are filled with invented articles, without reading: see `invented_articles`.
"""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from benchmarks.earlier_versions import ROOT, sources
from benchmarks.invented_articles import articles
from benchmarks.invented_links import put_links
from onrecord import Ledger, upgrade

SIZES = (10_000, 100_000, 1_000_000)
"""Statements in the ledgers."""
BEFORE = "3c74580"
"""The last commit that sorted and counted all rows for each page of them."""

_PEOPLE = 20_000
_PAGES = (
    "statements", "who", "said", "said_by", "quantities", "events", "articles", "entities", "show",
)  # fmt: skip
# What the version before could not be asked.
_NEW = (
    "outlet", "about", "together", "deep", "facets", "profile", "latest", "arguments", "altered", "outlets",
)  # fmt: skip
# What shows no page of results, and how many statements a ledger may have for it to be asked.
_OTHERS = {
    "show_entity": 10**6, "names_like": 10**6, "stats": 10**6, "export": 10**6, "check_fast": 10**6,
    "review": 10**5, "check": 10**5,
}  # fmt: skip
# Seconds that are waited for the version before, and for this one.
_LONGEST_BEFORE, _LONGEST = 240, 1_800
_STEP = 1_000


class Asked(NamedTuple):
    """What the forms of a question took: milliseconds in the middle, of 95 in 100, the most; and MB at the peak."""

    median: float
    most_of: float
    longest: float
    memory: float


def main(sizes: Sequence[int], before: str, folder: Path | None, questions: Sequence[str] | None) -> None:
    """Print what each question takes of ledgers of `sizes` statements, with the version `before` and with this one.

    The ledgers are kept in `folder`, if one is given, and used again. Of `questions` all are asked if None.
    """
    with ExitStack() as stack:
        earlier = stack.enter_context(sources(before))
        place = folder or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        print(f"milliseconds in process: median, 95 in 100, longest; MB at the peak; before is {before}")
        print(f"{'statements':>10}  {'question':12} {'before':>38} {'now':>38}")
        for size in sizes:
            old = _filled(place, size, earlier)
            new = place / f"{size}.ledger"
            if not new.exists():
                shutil.copyfile(old, new)
                upgrade(new)
                new.with_name(f"{new.name}.r0009.bak").unlink()
                put_links(new)
            for question in questions or (*_PAGES, *_NEW, *(name for name, most in _OTHERS.items() if size <= most)):
                then = "" if question in _NEW else _told(_ask(old, question, earlier, _LONGEST_BEFORE))
                now = _told(_ask(new, question, ROOT / "src", _LONGEST))
                print(f"{size:>10,}  {question:12} {then:>38} {now:>38}", flush=True)


def writing() -> None:
    """Print the milliseconds an article takes to be written, for each thousand, and how the last compares."""
    seconds = measure(10)
    print("articles  ms per article")
    for number, took in enumerate(seconds, start=1):
        print(f"{number * _STEP:>8,}  {1_000 * took / _STEP:>14.2f}")
    print(f"last thousand / first thousand: {seconds[-1] / seconds[0]:.2f} (asked: at most 1.20)")


def measure(thousands: int) -> list[float]:
    """Return the seconds that each thousand articles take to be written to a new ledger.

    What is loaded once in a process is loaded before, with articles of another ledger.
    """
    seconds = []
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "growth.ledger") as ledger:
        with Ledger(Path(folder) / "before.ledger") as before:
            for article in itertools.islice(articles(), 50):
                before.add_page(article.page, [article], reader="invented")
        made = articles()
        for _ in range(thousands):
            some = list(itertools.islice(made, _STEP))
            start = time.process_time()
            for article in some:
                ledger.add_page(article.page, [article], reader="invented")
            seconds.append(time.process_time() - start)
    return seconds


def fill(path: str, size: int) -> None:
    """Make a ledger of so many statements at `path`, with whatever version of onrecord is imported."""
    number = 0
    with Ledger(path) as ledger:
        made = articles(people=_PEOPLE)
        while number < size:
            article = next(made)
            ledger.add_page(article.page, [article], reader="invented")
            number += len(article.statements)


def _filled(folder: Path, size: int, earlier: Path) -> Path:
    """Return a ledger of so many statements that the version before has written."""
    path = folder / f"{size}.before.ledger"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        code = "import sys; from benchmarks.ledger_growth import fill; fill(sys.argv[1], int(sys.argv[2]))"
        command = [sys.executable, "-c", code, str(making), str(size)]
        subprocess.run(command, check=True, cwd=ROOT, env=_environment(earlier))
        making.rename(path)
    return path


def _ask(ledger: Path, question: str, version: Path, longest: int) -> Asked | None:
    """Return what a question takes with a version of onrecord, None where all its forms take longer than `longest`."""
    command = [sys.executable, "-m", "benchmarks.ledger_questions", str(ledger), question]
    try:
        done = subprocess.run(
            command, check=True, cwd=ROOT, env=_environment(version), stdout=subprocess.PIPE, timeout=longest
        )
    except subprocess.TimeoutExpired:
        return None
    found = json.loads(done.stdout)
    took = sorted(found["ms"])
    return Asked(took[len(took) // 2], took[int(0.95 * (len(took) - 1))], took[-1], found["mb"])


def _told(asked: Asked | None) -> str:
    if asked is None:
        return f"all forms: over {_LONGEST_BEFORE} s"
    return f"{asked.median:,.1f} {asked.most_of:,.1f} {asked.longest:,.1f} {asked.memory:,.0f} MB"


def _environment(version: Path) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(version), str(ROOT)])}
