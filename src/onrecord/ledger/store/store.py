"""A ledger's file, opened: connections that read it and connections that write it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from onrecord.errors import LedgerError
from onrecord.ledger.store.engine import make_engine
from onrecord.ledger.store.failures import as_damage, as_ledger_errors
from onrecord.ledger.store.opening import open_to_ask


class Store:
    """The file of a ledger, opened. Reading never writes to it; the first that is written opens it for that.

    Args:
        path: where it is; a missing file is made if `create`.
        create: whether to make one.

    Raises:
        LedgerError: the file is no ledger, is of another version, is damaged, or cannot be read.
    """

    def __init__(self, path: str | Path, *, create: bool) -> None:
        self.path = Path(path)
        self._questions = open_to_ask(self.path, create=create)
        self._engine = make_engine(self.path, create=False, log_ahead=True)
        self._closed = False

    def close(self) -> None:
        """Close the file."""
        self._closed = True
        self._questions.close()
        # Last, since SQLite moves what is in the log into the file when the last connection is closed that may.
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Return a connection that reads the ledger as it is now, until the block ends."""
        self._check_open()
        with as_damage(self.path), self._questions.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Return a connection that writes, in one transaction: all that the block does, or nothing if it raises."""
        self._check_open()
        with as_ledger_errors(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    def _check_open(self) -> None:
        if self._closed:
            raise LedgerError(str(self.path), "is closed", "open it again")

    @contextmanager
    def revise(self) -> Iterator[Connection]:
        """Return a connection that writes, as `write` does, for a block that works on nothing but rows of the ledger.

        What breaks there, as where a judgement is applied, is damage; while a page is written it may be the page.
        """
        with as_damage(self.path), self.write() as connection:
            yield connection
