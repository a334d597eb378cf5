"""Pages with what was read from them: each is written in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from onrecord.entity_linking import load_names
from onrecord.ledger.registry import RegistryCache
from onrecord.ledger.store import Store, pages, readings, unpacked
from onrecord.ledger.write.page import write_page, write_reading
from onrecord.records import Article, Page


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as the ledger keeps it, to be read again; `reader` is what made its current reading."""

    sha256: str
    media_type: str
    path: str | None
    body: bytes
    given: date | None
    reader: str


class PageWriter:
    """Adds pages and readings of pages to a ledger, and returns the pages it holds."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._cache = RegistryCache()

    def add_page(self, page: Page, articles: Sequence[Article], *, reader: str, published: date | None) -> bool:
        """Add a page with what `reader` read from it; return False if it is there already."""
        load_names()
        with self._store.write() as connection:
            if connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).first() is not None:
                return False
            self._cache.begin(connection)
            write_reading(connection, self._cache, write_page(connection, page, published), page, articles, reader)
            self._cache.end(connection)
        return True

    def add_reading(self, page: Page, articles: Sequence[Article], *, reader: str) -> bool:
        """Add a new reading of a page that is in the ledger; return False if its current one is by `reader`."""
        load_names()
        with self._store.write() as connection:
            key = connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).scalar_one()
            current = select(readings.c.reader).where(readings.c.page == key, readings.c.current)
            if connection.execute(current).scalar() == reader:
                return False
            self._cache.begin(connection)
            write_reading(connection, self._cache, key, page, articles, reader)
            self._cache.end(connection)
        return True

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
            chosen = select(pages, readings.c.reader).join(readings, readings.c.page == pages.c.key)
            with self._store.read() as connection:
                found = connection.execute(chosen.where(pages.c.key == key, readings.c.current)).one()
            body = unpacked(found.body)
            yield StoredPage(found.sha256, found.media_type, found.path, body, found.given, found.reader)
