"""Pages with what was read from them: each is written in one transaction."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import cast

from sqlalchemy import func, select
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, InterfaceError, ProgrammingError

from onrecord.errors import OnrecordError, PageError
from onrecord.ledger.registry import RegistryCache
from onrecord.ledger.store import Store, pages, readings, unpacked
from onrecord.ledger.write.page import replaced_by, write_page, write_reading
from onrecord.ledger.write.report import Replaced
from onrecord.records import Article, Page

# What the database says of a row that it does not take; all else is said of the file.
_OF_A_ROW = (DataError, IntegrityError, InterfaceError, ProgrammingError)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as the ledger keeps it, to be read again; `reader` is what made its current reading, if it has one."""

    sha256: str
    media_type: str
    path: str | None
    url: str | None
    blob: bytes
    given: date | None
    reader: str | None

    def body(self) -> bytes:
        """Return its bytes.

        Raises:
            zstandard.ZstdError: they are damaged.
        """
        return unpacked(self.blob)


@dataclass(frozen=True, slots=True)
class Written:
    """A page or a reading that was written, and the version whose place the page took, if it took one."""

    replaced: Replaced | None = None


class PageWriter:
    """Adds pages and readings of pages to a ledger, and returns the pages it holds.

    A page that cannot be stored raises a PageError, and nothing of it is; the ledger is as it was before.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cache = RegistryCache()

    def add_page(self, page: Page, read: Sequence[Article], *, reader: str, published: date | None) -> Written | None:
        """Add a page with what `reader` read from it; return None if it is there already."""
        with self._store.write() as connection, _page_errors(page):
            if connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).first() is not None:
                return None
            self._cache.begin(connection)
            key = write_page(connection, page, read, published)
            write_reading(connection, self._cache, key, page, read, reader)
            self._cache.end(connection)
            return Written(replaced_by(connection, key))

    def add_reading(self, page: Page, read: Sequence[Article], *, reader: str) -> Written | None:
        """Add a new reading of a page that is in the ledger; return None if its current one is by `reader`."""
        with self._store.write() as connection, _page_errors(page):
            key = connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).scalar_one()
            current = select(readings.c.reader).where(readings.c.page == key, readings.c.current)
            if connection.execute(current).scalar() == reader:
                return None
            self._cache.begin(connection)
            write_reading(connection, self._cache, key, page, read, reader)
            self._cache.end(connection)
            return Written()

    def holds(self, sha256: str) -> bool:
        """Say whether the page of this digest is in the ledger."""
        with self._store.read() as connection:
            return connection.execute(select(pages.c.key).where(pages.c.sha256 == sha256)).first() is not None

    def count(self) -> int:
        """Return how many pages the ledger holds, in all versions."""
        with self._store.read() as connection:
            return connection.execute(select(func.count()).select_from(pages)).scalar_one()

    def stored(self) -> Iterator[StoredPage]:
        """Yield the pages, oldest first, one at a time; writing between two is safe."""
        with self._store.read() as connection:
            keys = list(connection.execute(select(pages.c.key).order_by(pages.c.key)).scalars())
        for key in keys:
            chosen = (
                select(pages, readings.c.reader)
                .outerjoin(readings, (readings.c.page == pages.c.key) & readings.c.current)
                .where(pages.c.key == key)
            )
            with self._store.read() as connection:
                found = connection.execute(chosen).first()
            if found is not None:
                yield StoredPage(
                    found.sha256, found.media_type, found.path, found.url, found.body, found.given, found.reader
                )


@contextmanager
def _page_errors(page: Page) -> Iterator[None]:
    """Turn what a page does to the storing of it into its PageError; what is wrong with the file stays as it is."""
    subject = page.path or "text"
    try:
        yield
    except OnrecordError:
        raise
    except (DBAPIError, sqlite3.Error) as error:
        if not isinstance(error, _OF_A_ROW):
            raise
        raise PageError.of(cast(Exception, error.orig), subject, "storing") from error
    except Exception as error:
        raise PageError.of(error, subject, "storing") from error
