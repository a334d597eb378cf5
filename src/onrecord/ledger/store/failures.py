"""What can go wrong with a ledger's file, each in one line with a remedy."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import zstandard
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from onrecord.errors import LedgerError, OnrecordError

_RESTORE = "restore it from a copy, or read the pages again into a new ledger"
_EXPLAINED = (
    ("locked", "is being written by another process", "wait for it to end, then run the same command again"),
    ("disk is full", "the disk is full", "make room, then run the same command again: it goes on where it stopped"),
    ("disk I/O", "cannot be read or written", "make room on the disk or mend it, then run the same command again"),
    ("readonly", "may not be written", "change its permissions, or copy it"),
    ("unable to open", "cannot be opened here, or not for writing", "check the permissions of the file and its folder"),
    ("not a database", "is not a ledger", "name another file"),
    ("malformed", "is damaged", _RESTORE),
    ("corrupt", "is damaged", _RESTORE),
    ("Could not decode", "is damaged", _RESTORE),
    ("no such", "is damaged ({})", _RESTORE),
    ("vtable constructor failed", "is damaged ({})", _RESTORE),
    ("fts5", "is damaged ({})", _RESTORE),
)
# What breaks on a row that is not as it was written: a date that is none, JSON that ends early, text for a number.
_OF_DAMAGED_ROWS = (
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    AssertionError,
    StopIteration,
    RecursionError,
    MemoryError,
    zstandard.ZstdError,
    SQLAlchemyError,
)


@contextmanager
def as_ledger_errors(path: Path) -> Iterator[None]:
    """Turn what the database says into a LedgerError with a remedy, while the block runs.

    So a full disk, a file that may not be written, a table that is not there; not what a row breaks that holds another
    thing than was written, nor what the block itself does wrong.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        said = " ".join(str(error.orig if isinstance(error, DBAPIError) else error).split())
        reason, remedy = next(
            ((reason.format(said), remedy) for sign, reason, remedy in _EXPLAINED if sign in said),
            (said, "check the file, or restore it from a copy"),
        )
        raise LedgerError(str(path), reason, remedy) from error
    except UnicodeDecodeError as error:
        # The driver decodes what SQLite says, in which there may be bytes of the file.
        raise LedgerError(str(path), "is damaged", _RESTORE) from error


@contextmanager
def as_damage(path: Path) -> Iterator[None]:
    """Turn what breaks on a damaged row into a LedgerError too, in a block that works on nothing but its rows.

    So a date that is no date. While a page is written this is not asked: what breaks there may be the page's fault.
    """
    try:
        with as_ledger_errors(path):
            yield
    except (OnrecordError, OSError):
        raise
    except _OF_DAMAGED_ROWS as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise LedgerError(str(path), f"is damaged (a row of it cannot be read: {said})", _RESTORE) from error
