"""Connections that write: how one is opened, and how it waits for its turn."""

import logging
import random
import sqlite3
import time
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from onrecord.ledger.store.file import address

BUSY_SECONDS = 10.0
"""Seconds to wait for a lock that is held for moments only: while a log is read again, or readers of a new file end."""
TOLD_AFTER_SECONDS = 1.0
"""Seconds of waiting for other writers after which the log of this package says so."""
STUCK_SECONDS = 600.0
"""Seconds after which a writer that holds the ledger and commits nothing is waited for no more."""

_logger = logging.getLogger("onrecord")


def make_engine(path: Path, *, create: bool, log_ahead: bool) -> Engine:
    """Return an engine on the file at `path`, whatever is in it, for connections that write.

    Args:
        path: where the file is.
        create: whether SQLite may make it.
        log_ahead: whether the file is to be in write-ahead-log mode, which it then stays in. Not so while an older
            ledger is looked at or brought up to date.
    """

    def connect() -> sqlite3.Connection:
        # Transactions are begun by `begin`, since the driver's own do not cover schema changes.
        connection = sqlite3.connect(
            address(path, "rwc" if create else "rw"), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if log_ahead:
            _wait_for(connection, "PRAGMA journal_mode = WAL", path)
            connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def begin(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        _wait_for(driver, "BEGIN IMMEDIATE", path)

    # Each thread that asks at the same time has a connection of its own.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1)
    event.listen(engine, "begin", begin)
    return engine


def _wait_for(connection: sqlite3.Connection, statement: str, path: Path) -> None:
    """Run a statement that needs the ledger for itself, however long others write, as long as they get on.

    It is asked again after short and uneven times, so that of several that wait none is last each time, and an
    interrupt is heard. SQLite's own waiting gives up after a time and hears nothing, and there is none when the journal
    changes.

    Raises:
        sqlite3.OperationalError: another process has held the ledger for minutes and committed nothing.
    """
    told = False
    since = moved = time.monotonic()
    version = None
    connection.execute("PRAGMA busy_timeout = 0")
    while True:
        try:
            connection.execute(statement)
            break
        except sqlite3.OperationalError as error:
            if (error.sqlite_errorcode & 0xFF) != sqlite3.SQLITE_BUSY:
                raise
            now = time.monotonic()
            found = _version(connection)
            if found != version:
                version, moved = found, now
            if now - moved > STUCK_SECONDS:
                raise
            if not told and now - since > TOLD_AFTER_SECONDS:
                shown = "".join(one if one.isprintable() else "?" for one in str(path))
                _logger.warning("%s: another process is writing; waiting", shown)
                told = True
            time.sleep(random.uniform(0.005, 0.05))
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def _version(connection: sqlite3.Connection) -> int | None:
    """Return what changes whenever another process commits, None while it cannot be told."""
    try:
        found: int = connection.execute("PRAGMA data_version").fetchone()[0]
    except sqlite3.OperationalError:
        return None
    return found
