"""Connections that ask: they read the ledger as it lies, also where nothing may be written, and change nothing."""

import shlex
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event

from onrecord.errors import LedgerError
from onrecord.ledger.store.engine import BUSY_SECONDS
from onrecord.ledger.store.file import address, beside, has_content


class Questions:
    """Read-only connections to the ledger at `path`.

    SQLite reads a database in write-ahead-log mode with the help of two files beside it. In a folder where it may not
    make them, the ledger is read as a file that nobody changes, if its log holds nothing that is not in it yet.

    Raises:
        LedgerError: the log holds something, and cannot be read in this place.
        sqlite3.Error: the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = beside(path, "-wal")
        self._still = self._is_still()
        if self._still:
            self._engine = _engine(address(path, "ro&immutable=1"), pooled=False)
        else:
            self._engine = _engine(address(path, "ro"), pooled=True)

    def close(self) -> None:
        """Close the file, and leave none beside it that was not needed."""
        self._engine.dispose()
        if self._log.exists() and not has_content(self._log):
            # Reading made it, and SQLite takes it away only for a connection that might write. This one does not.
            with suppress(sqlite3.Error), closing(_open(address(self._path, "rw"))) as last:
                last.execute("PRAGMA query_only = ON")
                last.execute("SELECT count(*) FROM sqlite_master").fetchone()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Return a connection that reads the ledger as it is now, until the block ends.

        Raises:
            LedgerError: it was written meanwhile, where that would otherwise go unseen.
        """
        before = self._state()
        try:
            with self._engine.connect() as connection:
                yield connection
        finally:
            if self._still and self._state() != before:
                raise LedgerError(str(self._path), "was written while it was read", "run the same command again")

    def _is_still(self) -> bool:
        """Say whether the ledger can only be read as a file that nobody changes."""
        try:
            with closing(_open(address(self._path, "ro"))) as connection:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
                raise
            self._refuse_unread()
            return True
        return False

    def _refuse_unread(self) -> None:
        """Refuse what would leave out pages that were committed, or show half of what was not."""
        journal = beside(self._path, "-journal")
        if has_content(journal):
            reason = f"was cut short while it was made or upgraded, as {journal.name} tells"
            remedy = f"run `onrecord upgrade {shlex.quote(str(self._path))}`, which puts it in order"
            raise LedgerError(str(self._path), reason, remedy)
        if has_content(self._log):
            reason = f"has pages in {self._log.name} that cannot be read where nothing may be written"
            raise LedgerError(str(self._path), reason, "copy both files to a folder that you may write, and ask there")

    def _state(self) -> tuple[int, int] | None:
        if not self._still:
            return None
        found = self._path.stat()
        return found.st_mtime_ns, found.st_size


def _engine(where: str, *, pooled: bool) -> Engine:
    # Each thread that asks at the same time has a connection of its own. What was read of a file that nobody changes is
    # never read again by the same connection.
    if pooled:
        engine = create_engine("sqlite://", creator=lambda: _open(where), poolclass=QueuePool, max_overflow=-1)
    else:
        engine = create_engine("sqlite://", creator=lambda: _open(where), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _open(where: str) -> sqlite3.Connection:
    return sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
