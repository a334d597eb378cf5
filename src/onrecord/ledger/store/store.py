"""A ledger's file, opened: connections that read it and connections that write it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from onrecord.ledger.store.engine import as_ledger_errors
from onrecord.ledger.store.opening import open_engine


class Store:
    """The file of a ledger, opened.

    Args:
        path: where it is; a missing file is made if `create`.
        create: whether to make one.

    Raises:
        LedgerError: the file is no ledger, is of another version, is locked, or cannot be read or written.
    """

    def __init__(self, path: str | Path, *, create: bool) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, create=create)

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Return a connection that reads the ledger as it is now, until the block ends."""
        with as_ledger_errors(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Return a connection that writes, in one transaction: all that the block does, or nothing if it raises."""
        with (
            as_ledger_errors(self.path),
            self._engine.connect().execution_options(write=True) as connection,
            connection.begin(),
        ):
            yield connection
