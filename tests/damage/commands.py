"""Every command that asks or writes, run in this process, and what it may come to."""

import hashlib
import io
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from onrecord import Ledger, cli
from onrecord.ledger import FORMATS, TABLES
from tests.kills.pages import write_pages

# Far more than any takes, also on a busy machine.
_SECONDS = 300


class TooLongError(Exception):
    """A command did not end in time."""


def make_ledger(folder: Path) -> Path:
    """Make a small ledger of invented pages, with judgements of several kinds."""
    path = folder / "a.ledger"
    write_pages(folder / "pages", 5)
    assert run("add", str(folder / "pages"), "--ledger", str(path)) == 0
    with Ledger(path) as ledger:
        one, other, third = (found["id"] for found in ledger.entities(type="person", limit=3))
        first, second, *_ = (found["id"] for found in ledger.statements())
        ledger.merge(one, other)
        ledger.rename(third, "Somebody Else", note="she said so")
        ledger.reattribute(first, third)
        ledger.dismiss(second)
        ledger.undo("j1")
    return path


def questions(ledger: Path, chance: random.Random) -> list[tuple[str, ...]]:
    """Return every command that asks about the ledger at `ledger`, which is not damaged yet, and every export."""
    with Ledger(ledger, create=False) as opened:
        statement = opened.statements()[0]["id"]
        article = opened.articles()[0]["id"]
    return [
        ("stats",), ("check",), ("articles",), ("statements",), ("statements", "--all", "--json"), ("who", "Voss"),
        ("said", "closed"), ("quantities", "days"), ("events",), ("events", "--json"), ("entities",),
        ("entities", "Voss", "--json"), ("show", statement), ("show", article), ("show", "Mara Voss", "--json"),
        ("judgements",), ("judgements", "--json"), ("review", "--json"),
        *(("export", table, "--format", chance.choice(FORMATS)) for table in TABLES),
        *(("export", table, "--all-versions") for table in TABLES),
    ]  # fmt: skip


def changes(folder: Path) -> list[tuple[str, ...]]:
    """Return commands that write."""
    fresh = write_pages(folder / "fresh", 1, first=7)
    return [
        ("add", str(fresh), "--processes", "1"), ("undo", "j2"), ("merge", "Mara Voss", "Teodor Brandt"),
        ("rename", "Halla Orlen", "H. Orlen"), ("upgrade",),
    ]  # fmt: skip


def run(*arguments: str) -> int:
    """Run a command and return its exit status.

    Raises:
        Exception: whatever it lets through, which no command may.
        TooLongError: it does not end.
    """
    kept = sys.argv, sys.stdout, sys.stderr
    sys.argv = ["onrecord", *arguments]
    sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    try:
        with _in_time():
            cli.main()
    except SystemExit as ended:
        assert ended.code in {0, 1, 2, None}, ended.code
        return int(ended.code or 0)
    finally:
        sys.argv, sys.stdout, sys.stderr = kept
    return 0


def run_all(damaged: Path, asked: list[tuple[str, ...]], written: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield what any command does with a damaged ledger that it may not."""
    digest = _digest(damaged)
    for arguments in asked:
        yield from _wrong(arguments, damaged)
        if _digest(damaged) != digest:
            yield f"{' '.join(arguments)}: has changed the file"
            digest = _digest(damaged)
    for arguments in written:
        own = damaged.with_name("own.ledger")
        shutil.copyfile(damaged, own)
        yield from _wrong(arguments, own)
        for left in own.parent.glob("own.ledger*"):
            left.unlink()


def _wrong(arguments: tuple[str, ...], ledger: Path) -> Iterator[str]:
    try:
        run(*arguments, "--ledger", str(ledger))
    except Exception as error:
        # Whatever it is, it would have been a traceback.
        place = error.__traceback__
        while place is not None and place.tb_next is not None:
            place = place.tb_next
        at = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else ""
        yield f"{' '.join(arguments)}: {type(error).__name__}: {error} ({at})"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@contextmanager
def _in_time() -> Iterator[None]:
    def end(_sign: int, _frame: FrameType | None) -> None:
        raise TooLongError(f"has not ended in {_SECONDS} s")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
