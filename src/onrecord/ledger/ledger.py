"""The ledger: one file that keeps pages and what was read from them, and answers questions about them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

import zstandard
from sqlalchemy import func, select

from onrecord.errors import PageError
from onrecord.ledger.answers import StoredPage, frame
from onrecord.ledger.asking import Asking
from onrecord.ledger.checking import Problem, check_file, check_pages
from onrecord.ledger.known import Known
from onrecord.ledger.schema import pages, readings
from onrecord.ledger.writing import write_page, write_reading
from onrecord.records import Article, Page

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.ledger.adding import Added


class Ledger(Asking):
    """A ledger's file, opened; use it as a context manager, or `close` it.

    A missing file is made unless `create` is False. Many may read a ledger while one writes it. Answers are rows as
    they are exported (see docs/exports.md): of the current reading of the current version of each page.

    Raises:
        LedgerError: the file is no ledger, is newer than this program, or older (see `onrecord.upgrade`), is locked,
            or cannot be read or written.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        super().__init__(path, create=create)
        self._known = Known()

    # Filling it.

    def add(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: datetime.date | None = None,
        pipeline: str | None = None,
        progress: Callable[[int, int], None] | None = None,
        failed: Callable[[PageError], None] | None = None,
    ) -> Added:
        """Read pages into the ledger: files, folders, or "-" for standard input.

        A page that is there already is left as it is; each page is one transaction, so that a run that was cut short
        is completed by running it again.

        Args:
            paths: where the pages are.
            published: when pages that print no date were published.
            pipeline: an installed English spaCy pipeline for tags, trees and names, in the encoder's place.
            progress: called with the bytes done and the bytes in all.
            failed: called with each page that fails, as it happens; all are in the result too.

        Raises:
            LedgerError: the ledger cannot be written; the pages before are in it.
            UsageError: there is no such pipeline.
        """
        # Imported here, since the encoder takes long to import and answering does not need it.
        from onrecord.ledger import adding  # noqa: PLC0415

        chosen = [paths] if isinstance(paths, str | Path) else paths
        return adding.add(self, chosen, adding.run(pipeline, progress, failed), published=published)

    def reread(
        self,
        *,
        pipeline: str | None = None,
        progress: Callable[[int, int], None] | None = None,
        failed: Callable[[PageError], None] | None = None,
    ) -> Added:
        """Read every page again that another version or pipeline read last; earlier readings are kept.

        Takes and raises what `add` does.
        """
        from onrecord.ledger import adding  # noqa: PLC0415 -- as in `add`

        return adding.reread(self, adding.run(pipeline, progress, failed))

    def holds(self, sha256: str) -> bool:
        """Say whether the page of this digest is in the ledger."""
        with self._reading() as connection:
            return connection.execute(select(pages.c.key).where(pages.c.sha256 == sha256)).first() is not None

    def store(self, page: Page, read: Sequence[Article], *, reader: str, given: datetime.date | None = None) -> bool:
        """Add a page with what `reader` read from it, in one transaction; return False if it is there already."""
        with self._writing() as connection:
            if connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).first() is not None:
                return False
            self._known.begin(connection)
            write_reading(connection, self._known, write_page(connection, page, given), page, read, reader)
            self._known.end(connection)
        return True

    def restore(self, page: Page, read: Sequence[Article], *, reader: str) -> bool:
        """Add a new reading of a page that is in the ledger; return False if its current one is by `reader`."""
        with self._writing() as connection:
            key = connection.execute(select(pages.c.key).where(pages.c.sha256 == page.sha256)).scalar_one()
            current = select(readings.c.reader).where(readings.c.page == key, readings.c.current)
            if connection.execute(current).scalar() == reader:
                return False
            self._known.begin(connection)
            write_reading(connection, self._known, key, page, read, reader)
            self._known.end(connection)
        return True

    def stored_pages(self) -> Iterator[StoredPage]:
        """Yield the pages, oldest first, one at a time; writing between two is safe."""
        with self._reading() as connection:
            keys = list(connection.execute(select(pages.c.key).order_by(pages.c.key)).scalars())
        for key in keys:
            chosen = select(pages, readings.c.reader).join(readings, readings.c.page == pages.c.key)
            with self._reading() as connection:
                found = connection.execute(chosen.where(pages.c.key == key, readings.c.current)).one()
            body = zstandard.decompress(found.body)
            yield StoredPage(found.sha256, found.media_type, found.path, body, found.given, found.reader)

    # Carrying it elsewhere, and proving it.

    def to_pandas(self, table: str = "statements") -> pd.DataFrame:
        """Return a whole table as it is exported ("statements", "articles", "entities", ...).

        Raises:
            UsageError: there is no such table.
        """
        from onrecord.ledger.export import table_rows  # noqa: PLC0415 -- the tabular formats are slow to import

        with self._reading() as connection:
            return frame(list(table_rows(connection, table)))

    def export(
        self,
        table: str,
        format: str,
        stream: IO[bytes],
        *,
        versions: bool = False,
        shown: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Write a whole table to `stream`.

        Args:
            table: one of `onrecord.ledger.TABLES`.
            format: one of `onrecord.ledger.FORMATS`.
            stream: an open binary file.
            versions: also earlier versions of pages and earlier readings, each row with its `reading`.
            shown: of statements only those that `statements` gives unless more is asked for; of other tables all rows.
            progress: called with the rows written and the rows there are.

        Raises:
            UsageError: there is no such table or format.
        """
        from onrecord.ledger.export import export  # noqa: PLC0415 -- as in `to_pandas`

        with self._reading() as connection:
            export(connection, table, format, stream, versions=versions, shown=shown, progress=progress)

    def check(self, *, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
        """Yield whatever in the ledger no longer equals the pages it came from; nothing if all is well.

        `progress` is called with the pages checked and the pages there are.
        """
        with self._reading() as connection:
            total = connection.execute(select(func.count()).select_from(pages)).scalar_one()
            for done, problems in enumerate(check_pages(connection), start=1):
                yield from problems
                if progress:
                    progress(done, total)
            yield from check_file(connection)
