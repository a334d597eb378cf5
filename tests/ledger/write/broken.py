"""Pages that break one step of a run each, and what a run over them must leave."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import DataError, IntegrityError

from onrecord import Article, Ledger, Page, PageError, pages
from onrecord.ledger.write.page import write_reading

BAD = "worst.txt"
NAMES = ("a.txt", "b.txt", "w.txt", BAD, "x.txt", "y.txt")
STORY = """Bridge number {0} of the harbour will open
By Mara Voss

Mayor Ines Kolberg said on Monday that bridge number {0} would open. It had been shut since May, for want of paint.
"""

ERRORS: dict[str, Callable[[], BaseException]] = {
    "value": lambda: ValueError("Exceeds the limit (4300 digits)\nfor integer string conversion"),
    "depth": RecursionError,
    "overflow": lambda: OverflowError("Python int too large to convert to SQLite INTEGER"),
    "memory": MemoryError,
    "decoding": lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    "encoding": lambda: UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed"),
    "division": lambda: ZeroDivisionError("division by zero"),
    "stop": StopIteration,
    "assertion": AssertionError,
    "a page's own": lambda: PageError(BAD, "is told already", "leave it out"),
}
OF_A_ROW: dict[str, Callable[[], BaseException]] = {
    "too big": lambda: DataError("INSERT", {}, sqlite3.DataError("string or blob too big")),
    "not unique": lambda: IntegrityError("INSERT", {}, sqlite3.IntegrityError("UNIQUE constraint failed")),
}


def lay(folder: Path, *names: str) -> None:
    folder.mkdir()
    for number, name in enumerate(names):
        (folder / name).write_text(STORY.format(number))


def break_loading(patch: pytest.MonkeyPatch, error: Callable[[], BaseException]) -> None:
    load = pages.load

    def broken(file: pages.InputFile) -> Iterator[Page | PageError]:
        if file.path.endswith(BAD):
            raise error()
        yield from load(file)

    patch.setattr(pages, "load", broken)


def break_cutting(patch: pytest.MonkeyPatch, error: Callable[[], BaseException]) -> None:
    cut = pages.cut

    def broken(page: Page, **given: object) -> tuple[Article, ...]:
        if page.path and page.path.endswith(BAD):
            raise error()
        return cut(page)

    patch.setattr(pages, "cut", broken)


def break_storing(patch: pytest.MonkeyPatch, error: Callable[[], BaseException]) -> None:
    """Break it when the rows are there, before the transaction ends."""

    def broken(*given: object) -> None:
        write_reading(*given)  # type: ignore[arg-type]
        if any(isinstance(one, Page) and one.path and one.path.endswith(BAD) for one in given):
            raise error()

    patch.setattr("onrecord.ledger.write.page_writer.write_reading", broken)


STEPS = {"loading": break_loading, "cutting": break_cutting, "storing": break_storing}


def told_alone(ledger: Ledger, folder: Path, *names: str, **options: int) -> PageError:
    """Add the pages of a folder, of which all but the bad one are there then, and return what is told of that."""
    told: list[PageError] = []
    added = ledger.add(folder, failed=told.append, **options)  # type: ignore[arg-type]
    kept = [Path(row["page"]["path"] or "").name for row in ledger.articles()]
    assert kept == [name for name in names if name != BAD]
    assert (added.pages, added.failures) == (len(kept), told)
    assert list(ledger.check()) == []
    [error] = told
    assert error.subject.endswith(BAD)
    assert error.reason
    assert error.remedy
    assert "\n" not in str(error)
    assert len(str(error)) < 500
    # Another run goes over all of it again and does not stop there.
    again = ledger.add(folder, **options)  # type: ignore[arg-type]
    assert (again.pages, again.unchanged) == (0, len(kept))
    return error
