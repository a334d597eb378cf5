"""One round: a command is killed at some moment, and what it left is compared with what it should have come to."""

import io
import random
import re
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from onrecord import Ledger
from onrecord.ledger import TABLES
from onrecord.ledger.digests import digest_stored
from onrecord.ledger.store import Store
from tests.kills.command import Command
from tests.kills.pages import write_pages

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
_PAGES = 12
_LEDGER = "a.ledger"
_READ_AT = re.compile(rb'"read_at": "[^"]*"')

type Content = dict[str, object]


@dataclass(frozen=True, slots=True)
class Killed:
    """A command that is killed: its arguments, the folder it starts from, what it comes to, and how long it takes.

    `writing` is how much of its `seconds` is left when it begins to write, as the log beside the ledger shows.
    `judges` says that it is done once: it is run again only where the kill came before it was.
    """

    name: str
    arguments: tuple[str, ...]
    start: Path
    before: Content
    after: Content
    seconds: float
    writing: float
    judges: bool


def content(path: Path) -> Content:
    """Return all that a ledger exports, of all versions and of the current ones, and its judgements; but no times."""
    found: Content = {}
    with Ledger(path, create=False) as ledger:
        for table in TABLES:
            for versions in (False, True):
                stream = io.BytesIO()
                ledger.export(table, "jsonl", stream, versions=versions)
                found[f"{table} {versions}"] = _READ_AT.sub(b"", stream.getvalue())
        found["judgements"] = [
            {name: value for name, value in row.items() if not name.endswith("_at")}
            | {"undone": row["undone_at"] is not None}
            for row in ledger.judgements()
        ]
    return found


def prepare(folder: Path) -> Iterator[Killed]:
    """Yield the commands that are killed, each with the folder it starts from, made here."""
    bare = folder / "bare"
    bare.mkdir()
    write_pages(bare / "pages", _PAGES)
    yield _undisturbed(folder, "add", ("add", "pages"), bare)
    added = folder / "add.after"
    older = folder / "older"
    shutil.copytree(added, older)
    _made_earlier(older / _LEDGER)
    yield _undisturbed(folder, "reread", ("reread",), older)
    with Ledger(added / _LEDGER, create=False) as ledger:
        one, other = (found["name"] for found in ledger.entities(type="person", limit=2))
        [article, *_] = {place["article"]["id"]: 0 for place in ledger.entity(one)["appearances"]}
    yield _undisturbed(folder, "merge", ("merge", one, other), added)
    yield _undisturbed(folder, "split", ("split", one, "--in", article), added)
    yield _undisturbed(folder, "undo", ("undo", "j1"), folder / "merge.after")


def _made_earlier(path: Path) -> None:
    """Make a ledger the one that an earlier reader would have written, with the digests of that."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE readings SET reader = 'an earlier reader'")
        connection.execute("DELETE FROM chain")
        connection.execute("DELETE FROM digests")
    with closing(Store(path, create=False)) as store, store.write() as writing:
        digest_stored(writing)


def _undisturbed(folder: Path, name: str, arguments: tuple[str, ...], start: Path) -> Killed:
    """Run a command to its end and note what it comes to."""
    place = folder / f"{name}.after"
    shutil.copytree(start, place)
    arguments = (*arguments, "--ledger", _LEDGER)
    before = content(place / _LEDGER) if (place / _LEDGER).exists() else {}
    judges = name in {"merge", "split", "undo"}
    begun = time.monotonic()
    command = Command(place, *arguments)
    _until_it_writes(command, place / _LEDGER, judges=judges)
    wrote = time.monotonic()
    assert command.wait() == 0, command.output()
    ended = time.monotonic()
    after = content(place / _LEDGER)
    assert after != before, name
    return Killed(name, arguments, start, before, after, ended - begun, ended - wrote, judges)


def _until_it_writes(command: Command, ledger: Path, *, judges: bool) -> None:
    """Wait until a command has ended or begins to write: the log is there, or of many pages the first is in it."""
    log = ledger.with_name(f"{ledger.name}-wal")
    deadline = time.monotonic() + 60
    while not command.has_ended() and time.monotonic() < deadline:
        with suppress(OSError):
            if log.stat().st_size or judges:
                return
        time.sleep(0.0005)


def kill_once(killed: Killed, folder: Path, moments: random.Random, *, fresh: bool) -> str:
    """Kill a command once and check all that is promised; return where the kill has hit it.

    Raises:
        AssertionError: something that is promised does not hold.
    """
    shutil.copytree(killed.start, folder)
    ledger = folder / _LEDGER
    command = Command(folder, *killed.arguments, fresh=fresh)
    if moments.random() < 0.5:
        # Anywhere; what a program needs to start comes before its work.
        time.sleep(moments.uniform(0, killed.seconds * 1.1) + (moments.uniform(0, 8) if fresh else 0))
    else:
        _until_it_writes(command, ledger, judges=killed.judges)
        time.sleep(moments.uniform(0, killed.writing))
    sign = moments.choice(SIGNALS)
    command.kill(sign)
    ended = command.wait()
    if ended == 0:
        hit = "after"
    elif not ledger.exists() or (not killed.before and ledger.stat().st_size == 0):
        hit = "before"
    else:
        with Ledger(ledger) as opened:
            problems = list(opened.check())
            assert problems == [], f"{killed.name} killed by {sign.name}: {problems}"
        left = content(ledger)
        hit = "after" if left == killed.after else "before" if left == killed.before else "within"
    assert not (killed.judges and hit == "within"), f"{killed.name} is half done"
    if not (killed.judges and hit == "after"):
        again = Command(folder, *killed.arguments)
        assert again.wait() == 0, f"{killed.name} after {sign.name} does not complete: {again.output()}"
    assert content(ledger) == killed.after, f"{killed.name} after {sign.name} comes to something else"
    shutil.rmtree(folder)
    return hit
