"""Opening a ledger's file: what it is, its revision, and every failure of it said in one line."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from onrecord.errors import LedgerError
from onrecord.ledger.store.schema import APPLICATION_ID, REVISION

BUSY_SECONDS = 10.0
"""Seconds to wait for another process's transaction; each is one page long."""

MIGRATIONS = "onrecord:ledger/store/migrations"
"""Where the revisions are, as Alembic takes it."""


def open_engine(path: Path, *, create: bool, upgraded: Callable[[Connection], None]) -> Engine:
    """Return an engine on the ledger at `path`, at the revision of this program.

    An empty file is a ledger that was never finished, and is begun anew. An older ledger is brought up to date, and
    `upgraded` is called in the same transaction.

    Raises:
        LedgerError: there is no such file and `create` is False, or it is no ledger, is newer than this program, is
            locked, or cannot be read or written.
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
    address = f"file:{quote(str(path.absolute()))}?mode={'rwc' if create else 'rw'}"
    engine = create_engine("sqlite://", creator=lambda: _connect(address))
    event.listen(engine, "begin", _begin)
    with explained(path):
        try:
            with engine.connect() as connection:
                found = _revision(connection, path)
            if found != REVISION:
                _upgrade(engine, path, upgraded)
                # The application id is there now, and with it comes the write-ahead log, before anybody else writes.
                engine.connect().close()
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def explained(path: Path) -> Iterator[None]:
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


def _connect(address: str) -> sqlite3.Connection:
    # Transactions are begun by `_begin`, since the driver's own do not cover schema changes.
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID:
        _log_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    return connection


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


def _revision(connection: Connection, path: Path) -> str | None:
    """Return the revision of a ledger, None if the database is empty."""
    tables = {name for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    application = connection.exec_driver_sql("PRAGMA application_id").scalar()
    if not tables and application in {0, APPLICATION_ID}:
        return None
    if application != APPLICATION_ID or "alembic_version" not in tables:
        raise LedgerError(str(path), "is not a ledger", "name another file")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def _upgrade(engine: Engine, path: Path, upgraded: Callable[[Connection], None]) -> None:
    """Bring a ledger to this program's revision, in one transaction."""
    # Imported here, since asking a ledger that is up to date should not wait for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    with engine.connect().execution_options(write=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            reason = "was written by a newer version of onrecord"
            raise LedgerError(str(path), reason, "update onrecord, then run the same command again") from error
        upgraded(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    engine.dispose()
