"""The database behind a ledger's file: how it is opened, and every failure of it said in one line."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError
from onrecord.ledger.store.schema import APPLICATION_ID, REVISION

BUSY_SECONDS = 10.0
"""Seconds to wait for another process's transaction; each is one page long."""


def make_engine(path: Path, *, create: bool) -> Engine:
    """Return an engine on the file at `path`, whatever is in it.

    Raises:
        LedgerError: there is no such file and `create` is False, or it cannot be opened.
    """
    try:
        if not path.exists():
            if not create:
                raise LedgerError(str(path), "there is no such ledger", "make one with `onrecord add`, or name another")
            if not path.parent.is_dir():
                raise LedgerError(str(path), "its folder does not exist", "make the folder first")
        if path.is_dir():
            raise LedgerError(str(path), "is a folder", "name the ledger's file")
    except OSError as error:
        # A name that is too long, a folder that may not be entered.
        reason = f"cannot be opened ({error.strerror})"
        raise LedgerError(str(path), reason, "name another file, or check the permissions of its folder") from error
    where = address(path, "rwc" if create else "rw")
    engine = create_engine("sqlite://", creator=lambda: _connect(where))
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def as_ledger_errors(path: Path) -> Iterator[None]:
    """Turn what the database says into a LedgerError with a remedy, while the block runs."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, DBAPIError) else error)
        reason, remedy = next(
            ((reason, remedy) for sign, reason, remedy in _EXPLAINED if sign in said),
            (said, "check the file, or restore it from a copy"),
        )
        raise LedgerError(str(path), reason, remedy) from error


_EXPLAINED = (
    ("locked", "is being written by another process", "wait for it to end, then run the same command again"),
    ("disk is full", "the disk is full", "make room, then run the same command again: it goes on where it stopped"),
    ("disk I/O", "the disk cannot be written", "make room or mend it, then run the same command again"),
    ("readonly", "may not be written", "change its permissions, or copy it"),
    ("unable to open", "cannot be opened", "check the permissions of the file and its folder"),
    ("not a database", "is not a ledger", "name another file"),
    ("malformed", "is damaged", "restore it from a copy, or read the pages again into a new ledger"),
)


def address(path: Path, mode: str) -> str:
    """Return the address of a file for SQLite, in one of its modes ("rw", "rwc")."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def _connect(where: str) -> sqlite3.Connection:
    # Transactions are begun by `_begin`, since the driver's own do not cover schema changes.
    connection = sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    # An older ledger is left as it is until it is upgraded.
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID and _is_current(connection):
        _log_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _is_current(connection: sqlite3.Connection) -> bool:
    try:
        [found] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.OperationalError, TypeError):
        return False
    return str(found) == REVISION


def _log_ahead(connection: sqlite3.Connection) -> None:
    """Use the write-ahead log, which the file then remembers.

    SQLite does not wait for other processes when the journal changes, so that those that open a new ledger together
    would fail; they wait here.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of a ledger, None if the database is empty."""
    tables = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if not tables and application in {0, APPLICATION_ID}:
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise LedgerError(str(path), "is not a ledger", "name another file")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
