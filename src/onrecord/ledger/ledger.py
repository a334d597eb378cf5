"""The ledger: one file that keeps pages and what was read from them, and answers questions about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from onrecord.errors import PageError
from onrecord.ledger.askable import Askable
from onrecord.ledger.judgeable import Judgeable
from onrecord.ledger.query import Queries
from onrecord.ledger.store import Store
from onrecord.records import Article, Page

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.ledger.export import Exporter
    from onrecord.ledger.linking import Linker
    from onrecord.ledger.verify import Problem
    from onrecord.ledger.write import Added, Writer

type Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""

type Failed = Callable[[PageError], None]
"""Called with a page that fails."""

type Held = Callable[[str], None]
"""Called with the SHA-256 of a page that is in the ledger now."""


class Ledger(Askable, Judgeable):
    """A ledger's file, opened; use it as a context manager, or `close` it.

    A missing file is made unless `create` is False. Many may read a ledger while one writes it. Answers are rows as
    they are exported (see docs/reference/exports.md): of the current reading of the current version of each page.

    Entities are called by their id, a name they are printed with, or words of it that no other has. A judgement is
    kept with its time and `note`, is applied on top of what was read, holds for later readings and versions, and can be
    undone. A UsageError is raised where what is asked for is not in the ledger, or may be several.

    Raises:
        LedgerError: the file is no ledger, is of another version (see `onrecord.upgrade`), or cannot be used.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._store = Store(path, create=create)
        self._queries = Queries(self._store)

    # What most commands do without is imported by those that need it.

    @cached_property
    def _writer(self) -> Writer:
        from onrecord.ledger.write import Writer  # noqa: PLC0415

        return Writer(self._store)

    @cached_property
    def _linker(self) -> Linker:
        from onrecord.ledger.linking import Linker  # noqa: PLC0415

        return Linker(self._store)

    @cached_property
    def _exporter(self) -> Exporter:
        from onrecord.ledger.export import Exporter  # noqa: PLC0415

        return Exporter(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def add(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: date | None = None,
        url: str | None = None,
        follow_links: bool = False,
        pipeline: str | None = None,
        processes: int | None = None,
        link: bool = True,
        progress: Progress | None = None,
        failed: Failed | None = None,
    ) -> Added:
        """Read pages into the ledger: files, folders, or "-" for standard input.

        A page that is there already is left as it is; each page is one transaction, so that a run that was cut short
        is completed by running it again. What is new is linked with what is there (see `link`).

        Args:
            paths: where the pages are.
            published: when pages that print no date were published.
            url: where the page was got; of one page only. It tells which page it is, whatever the page says of itself.
            follow_links: also read what links below a folder lead to outside of it; else these are in the result.
            pipeline: an installed English spaCy pipeline for tags, trees and names, in the encoder's place.
            processes: how many read at once, this one among them; as many as there are cores and memory for if None.
                Others are started once there is much to read. What is read does not depend on it.
            link: whether to link; what was not is linked by `link`, or when pages are next added.
            progress: called with the bytes done and the bytes in all.
            failed: called with each page that fails, as it happens; all are in the result too.

        Raises:
            LedgerError: the ledger cannot be written; the pages before are in it.
            UsageError: there is no such pipeline, or `url` is no address, or there are several pages.
            WorkerError: another process that read has ended before its time; the pages before are in the ledger.
        """
        added = self._writer.add(
            paths,
            published=published,
            url=url,
            follow_links=follow_links,
            pipeline=pipeline,
            processes=processes,
            progress=progress,
            failed=failed,
        )
        if link:
            self.link()
        return added

    def add_body(
        self,
        body: bytes,
        *,
        name: str = "",
        published: date | None = None,
        url: str | None = None,
        link: bool = True,
        failed: Failed | None = None,
        held: Held | None = None,
    ) -> Added:
        """Read what a program has in hand, where no file of it is: a page, or JSON Lines with several.

        Args:
            body: its bytes, packed with gzip or not.
            name: what it is called; only the end is looked at, which tells HTML (`.html`) and JSON Lines (`.jsonl`)
                where the bytes do not.
            published: when pages that print no date were published.
            url: where the page was got; of one page only.
            link: whether to link; see `add`.
            failed: called with each page that fails, as it happens; what it raises ends the adding.
            held: called with the SHA-256 of each page that is in the ledger now, also where it was there before.

        Raises:
            LedgerError, UsageError, WorkerError: as `add` does.
        """
        added = self._writer.add_body(body, name=name, published=published, url=url, failed=failed, held=held)
        if link:
            self.link()
        return added

    def reread(
        self,
        *,
        pipeline: str | None = None,
        processes: int | None = None,
        progress: Progress | None = None,
        failed: Failed | None = None,
    ) -> Added:
        """Read every page again that another version or pipeline read last; earlier readings are kept.

        Takes and raises what `add` does.
        """
        added = self._writer.reread(pipeline=pipeline, processes=processes, progress=progress, failed=failed)
        self.link()
        return added

    def link(self, *, progress: Progress | None = None) -> int:
        """Find how what is said belongs together: copies of articles, repeats, denials, answers, revisions.

        Each article is compared with those of the 30 days before it; what was found earlier and is not concerned by
        what is new stays. What is found does not depend on the order in which pages were added.

        Args:
            progress: called with the articles compared and those known to be compared.

        Returns:
            How many articles were compared.

        Raises:
            LedgerError: the ledger cannot be written; the articles before are linked.
        """
        return self._linker.link(progress or (lambda done, total: None))

    def add_page(self, page: Page, articles: Sequence[Article], *, reader: str, published: date | None = None) -> bool:
        """Add a page with what `reader` read from it, in one transaction; return False if it is there already.

        A PageError says that the ledger cannot hold it.
        """
        return self._writer.add_page(page, articles, reader=reader, published=published)

    def add_reading(self, page: Page, articles: Sequence[Article], *, reader: str) -> bool:
        """Add a new reading of a page that is in the ledger; return False if its current one is by `reader`."""
        return self._writer.add_reading(page, articles, reader=reader)

    def to_pandas(self, table: str = "statements") -> pd.DataFrame:
        """Return a whole table as it is exported.

        Raises:
            UsageError: there is no such table.
        """
        return self._exporter.to_pandas(table)

    def export(
        self,
        table: str,
        format: str,
        stream: IO[bytes],
        *,
        versions: bool = False,
        shown: bool = False,
        formulas: str = "escape",
        progress: Progress | None = None,
    ) -> None:
        """Write a whole table to `stream`.

        Args:
            table: one of `onrecord.ledger.TABLES`.
            format: one of `onrecord.ledger.FORMATS`.
            stream: an open binary file.
            versions: also earlier versions of pages and earlier readings, each row with its `reading`.
            shown: of statements only those that `statements` gives unless more is asked for; of other tables all rows.
            formulas: one of `onrecord.ledger.FORMULAS`: "escape" makes text of what a spreadsheet would compute, with
                an apostrophe before it, "keep" leaves it; of `csv` only.
            progress: called with the rows written and the rows there are.

        Raises:
            UsageError: there is no such table or format.
        """
        self._exporter.export(
            table, format, stream, versions=versions, shown=shown, formulas=formulas, progress=progress
        )

    def export_rows(
        self,
        table: str,
        format: str,
        rows: Iterable[Mapping[str, Any]],
        stream: IO[bytes],
        *,
        formulas: str = "escape",
    ) -> None:
        """Write rows that were found to `stream`, as `export` writes those of a whole table.

        Args:
            table: what they are rows of.
            format: one of `onrecord.ledger.FORMATS`.
            rows: as `statements`, `quantities`, `events`, `links`, `articles` or `entities` give them; taken one at a
                time, and as late as may be.
            stream: an open binary file.
            formulas: see `export`.

        Raises:
            UsageError: there is no such table or format.
        """
        self._exporter.export_rows(table, format, rows, stream, formulas=formulas)

    def check(
        self, *, fast: bool = False, root: str | None = None, progress: Progress | None = None
    ) -> Iterator[Problem]:
        """Yield whatever in the ledger is not as it was written, or no longer equals its page; nothing if all is well.

        Args:
            fast: compare digests only, and not every span with its page, what is counted, and the indices.
            root: a `root` noted before: whether all that was there then is there and unaltered.
            progress: called with the pages checked and the pages there are.

        Raises:
            UsageError: `root` is no digest.
        """
        from onrecord.ledger.verify import verify  # noqa: PLC0415

        return verify(self._store, progress, fast=fast, root=root)

    def root(self) -> str:
        """Return the digest of all that was read and judged: 64 hexadecimal digits, another after each change."""
        from onrecord.ledger.digests import root  # noqa: PLC0415

        with self._store.read() as connection:
            return root(connection)
