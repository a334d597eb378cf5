"""The file of a ledger as it lies there: whose it is, and what lies beside it, told before it is opened."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import LedgerError
from onrecord.ledger.store.schema import APPLICATION_ID


def address(path: Path, mode: str) -> str:
    """Return the address of a file for SQLite, in one of its modes: "ro", "rw", "rwc", "ro&immutable=1"."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def is_begun(path: Path) -> bool:
    """Say whether there is a ledger at `path`: True for one of any revision, False where no file is, or an empty one.

    Another program's database is not opened, but for its first page: its own log stays as it is, and nothing is made
    beside it.

    Raises:
        LedgerError: what is there is no ledger, or cannot be looked at.
    """
    try:
        if not path.exists():
            return False
        if path.is_dir():
            raise LedgerError(str(path), "is a folder", "name the ledger's file")
        if not path.is_file():
            raise LedgerError(str(path), "is no regular file", "name another file")
        if path.stat().st_size == 0:
            return False
    except OSError as error:
        # A name that is too long, a folder that may not be entered.
        reason = f"cannot be opened ({error.strerror})"
        raise LedgerError(str(path), reason, "name another file, or check the permissions of its folder") from error
    if _application(path) != APPLICATION_ID:
        raise LedgerError(str(path), "is not a ledger", "name another file")
    return True


def beside(path: Path, end: str) -> Path:
    """Return the file that SQLite keeps beside a database: its log ("-wal"), its journal ("-journal")."""
    real = path.resolve()
    return real.with_name(real.name + end)


def has_content(path: Path) -> bool:
    """Say whether a file is there and not empty."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _application(path: Path) -> int:
    """Return whose database a file says it is.

    SQLite reads it, as a file that nobody changes: it takes no lock then, and looks at no log. Reading the bytes here
    would not do: closing the file would drop the locks that other connections of this process hold on it.
    """
    with closing(sqlite3.connect(address(path, "ro&immutable=1"), uri=True)) as connection:
        found: int = connection.execute("PRAGMA application_id").fetchone()[0]
        return found
