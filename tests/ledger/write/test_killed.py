"""Killed at any moment, the ledger opens, checks, and is completed by running the same again."""

import io
import multiprocessing
import random
import shutil
import time
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger import TABLES

pytestmark = pytest.mark.model

# Processes are forked from a server that has the pipeline loaded, so that the kill falls into the work and not into
# two seconds of loading; `spawn` would test the same, slower.
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.ledger.preloaded"])


def add(ledger: Path, pages: Path) -> None:
    with Ledger(ledger) as book:
        book.add([pages])


def exported(ledger: Path) -> dict[str, bytes]:
    """Every table of a ledger as it is exported."""
    tables = {}
    with Ledger(ledger, create=False) as book:
        for table in TABLES:
            stream = io.BytesIO()
            book.export(table, "jsonl", stream)
            tables[table] = stream.getvalue()
    return tables


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example pages several times over, each copy a page of its own."""
    folder = tmp_path_factory.mktemp("many") / "pages"
    for copy in range(8):
        for source in sorted((Path(__file__).parents[3] / "examples" / "pages").glob("*.txt")):
            target = folder / f"{copy}-{source.name}"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(source.read_bytes() + b"\n" * copy)
    return folder


@pytest.fixture(scope="module")
def undisturbed(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """What an undisturbed run gives, and the seconds it takes."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        # The fork server must find what it is to preload, and this tree's; it starts with the first process.
        root = Path(__file__).parents[3]
        patch.setenv("PYTHONPATH", f"{root}:{root / 'src'}")
        seconds = [run_to_its_end(folder / name, pages) for name in ("warm", "timed")][-1]
    return exported(folder / "timed"), seconds


def run_to_its_end(ledger: Path, pages: Path) -> float:
    start = time.monotonic()
    process = CONTEXT.Process(target=add, args=(ledger, pages))
    process.start()
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - start


def test_killed_at_twenty_random_moments(
    pages: Path, undisturbed: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    expected, seconds = undisturbed
    moments = random.Random(20)
    partial = 0
    for number in range(20):
        ledger = tmp_path / str(number) / "a.ledger"
        ledger.parent.mkdir()
        process = CONTEXT.Process(target=add, args=(ledger, pages))
        process.start()
        time.sleep(moments.uniform(0, seconds))
        process.kill()
        process.join()
        if ledger.exists():
            with Ledger(ledger) as book:
                assert list(book.check()) == []
                partial += 0 < book.stats()["pages"] < len(list(pages.iterdir()))
        add(ledger, pages)
        assert exported(ledger) == expected
        shutil.rmtree(ledger.parent)
    # The moments must have hit the work itself, or nothing was shown.
    assert partial >= 5
