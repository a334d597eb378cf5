"""A ledger's file, opened: what reads it and what writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from onrecord.ledger.opening import explained, open_ledger


class LedgerFile:
    """The file of a ledger; see `Ledger`."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._path = Path(path)
        self._engine = open_ledger(self._path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            explained(self._path),
            self._engine.connect().execution_options(write=True) as connection,
            connection.begin(),
        ):
            yield connection
