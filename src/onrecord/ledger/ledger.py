"""The ledger: one file that keeps pages and what was read from them, and answers questions about them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import zstandard
from sqlalchemy import Connection, Select, func, select

from onrecord.errors import PageError
from onrecord.ledger.answers import Figures, Statements, Stats, StoredPage, frame
from onrecord.ledger.checking import Problem, check_file, check_pages
from onrecord.ledger.fetching import article_rows, in_page_order, selection, statement_rows
from onrecord.ledger.figures import matching_figures, quantity_rows
from onrecord.ledger.finding import full_id
from onrecord.ledger.judging import Judging
from onrecord.ledger.known import Known
from onrecord.ledger.rows import ArticleRow, StatementRow
from onrecord.ledger.schema import articles, entities, pages, parties, quantities, readings, registry, statements
from onrecord.ledger.searching import matching
from onrecord.ledger.writing import write_page, write_reading
from onrecord.records import Article, Kind, Medium, Page

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.ledger.adding import Added


class Ledger(Judging):
    """A ledger's file, opened; use it as a context manager, or `close` it.

    A missing file is made unless `create` is False. Many may read a ledger while one writes it. Answers are rows as
    they are exported (see docs/exports.md): of the current reading of the current version of each page.

    Raises:
        LedgerError: the file is no ledger, is newer than this program, is locked, or cannot be read or written.
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
            pipeline: another installed English spaCy pipeline than the default.
            progress: called with the bytes done and the bytes in all.
            failed: called with each page that fails, as it happens; all are in the result too.

        Raises:
            LedgerError: the ledger cannot be written; the pages before are in it.
            UsageError: there is no such pipeline.
        """
        # Imported here, since the language pipeline takes long to import and answering does not need it.
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

    # Asking it.

    def statements(
        self,
        *,
        speaker: str | None = None,
        words: str | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        kind: Kind | None = None,
        media: Collection[Medium] | None = None,
        article: str | None = None,
        limit: int | None = None,
    ) -> Statements:
        """Return the statements that fit everything given, newest first.

        Args:
            speaker: words of the speaker's name or of a variant, whole words, whatever their case and diacritics.
            words: words that were said, in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of saying where it is known, else of publication.
            until: the last day, likewise.
            kind: direct, indirect or mixed.
            media: any of speech, writing and thought; all if None.
            article: an article's id or its first characters; then in the order of its text.
            limit: at most so many; all if None.

        Raises:
            UsageError: `speaker` or `words` has no word in it, or there is no such `article`.
        """
        if article is not None:
            with self._reading() as connection:
                article = full_id(connection, articles, article)
        chosen = matching(
            speaker=speaker, words=words, since=since, until=until, kind=kind, media=media, article=article
        )
        with self._reading() as connection:
            rows = list(statement_rows(connection, chosen.limit(limit)))
            return Statements(rows, _total(connection, chosen, len(rows), limit))

    def figures(
        self,
        words: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Figures:
        """Return the figures whose unit, counted thing or sentence has all the words, in the order of time.

        Args:
            words: in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of what the figure holds for where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.

        Raises:
            UsageError: `words` has no word in it.
        """
        chosen = matching_figures(words, since=since, until=until)
        with self._reading() as connection:
            rows = list(quantity_rows(connection, chosen.limit(limit)))
            return Figures(rows, _total(connection, chosen, len(rows), limit))

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters if no other begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        with self._reading() as connection:
            chosen = selection(statements).where(statements.c.id == full_id(connection, statements, id))
            return next(statement_rows(connection, chosen))

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters if no other begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        with self._reading() as connection:
            chosen = selection(articles).where(articles.c.id == full_id(connection, articles, id))
            return next(article_rows(connection, chosen))

    def articles(self, *, limit: int | None = None) -> list[ArticleRow]:
        """Return the articles, in the order they were added; at most `limit`, all if None."""
        with self._reading() as connection:
            return list(article_rows(connection, in_page_order(selection(articles), articles).limit(limit)))

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index.

        Raises:
            UsageError: there is no such article.
        """
        chosen = selection(articles).add_columns(readings.c.text.label("blob"))
        with self._reading() as connection:
            chosen = chosen.where(articles.c.id == full_id(connection, articles, id))
            text = zstandard.decompress(connection.execute(chosen).one().blob)
        return text.decode("utf-8", "surrogatepass")

    def stats(self) -> Stats:
        """Count what the ledger holds: pages in their current version, what is read from them, all versions."""
        with self._reading() as connection:

            def count(chosen: Any) -> int:  # noqa: ANN401 -- any selection
                return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()

            current = selection(statements)
            kinds = connection.execute(
                current.with_only_columns(statements.c.kind, func.count().label("number")).group_by(statements.c.kind)
            )
            spoken = (
                current.join(parties, parties.c.statement == statements.c.key)
                .join(entities, parties.c.entity == entities.c.key)
                .join(registry, entities.c.registered == registry.c.key)
            )
            speakers = spoken.where(parties.c.part == "speaker").with_only_columns(registry.c.root).distinct()
            days = selection(articles).with_only_columns(func.min(articles.c.published), func.max(articles.c.published))
            first, last = connection.execute(days).one()
            readers = select(readings.c.reader).where(readings.c.current).distinct().order_by(readings.c.reader)
            return Stats(
                pages=count(select(pages.c.key).where(pages.c.current)),
                versions=count(select(pages.c.key)),
                articles=count(selection(articles).with_only_columns(articles.c.key)),
                statements=count(current.with_only_columns(statements.c.key)),
                quantities=count(selection(quantities).with_only_columns(quantities.c.key)),
                kinds={found.kind: found.number for found in kinds},
                speakers=count(speakers),
                first_published=first.isoformat() if first else None,
                last_published=last.isoformat() if last else None,
                readers=list(connection.execute(readers).scalars()),
                bytes=self._path.stat().st_size,
            )

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
        progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Write a whole table to `stream`.

        Args:
            table: one of `onrecord.ledger.TABLES`.
            format: one of `onrecord.ledger.FORMATS`.
            stream: an open binary file.
            versions: also earlier versions of pages and earlier readings, each row with its `reading`.
            progress: called with the rows written and the rows there are.

        Raises:
            UsageError: there is no such table or format.
        """
        from onrecord.ledger.export import export  # noqa: PLC0415 -- as in `to_pandas`

        with self._reading() as connection:
            export(connection, table, format, stream, versions=versions, progress=progress)

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


def _total(connection: Connection, chosen: Select[Any], found: int, limit: int | None) -> int:
    """Return how many rows fit, of which `found` were taken."""
    if limit is None or found < limit:
        return found
    return connection.execute(select(func.count()).select_from(chosen.order_by(None).subquery())).scalar_one()
