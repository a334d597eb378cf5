"""Pages into the ledger: from paths, read again, or with what was read from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from onrecord.errors import PageError
from onrecord.ledger.store import Store
from onrecord.ledger.write.page_writer import PageWriter
from onrecord.ledger.write.report import Added
from onrecord.records import Article, Page


class Writer:
    """What fills a ledger; see the methods of the same names of `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._pages = PageWriter(store)

    def add(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: date | None = None,
        url: str | None = None,
        follow_links: bool = False,
        pipeline: str | None = None,
        processes: int | None = None,
        progress: Callable[[int, int], None] | None = None,
        failed: Callable[[PageError], None] | None = None,
    ) -> Added:
        """Read the pages at `paths` into the ledger."""
        # Imported here, since parsing pages takes long to import and answering does not need it.
        from onrecord.ledger.write.run import add, make_run  # noqa: PLC0415

        chosen = [paths] if isinstance(paths, str | Path) else paths
        run = make_run(pipeline, processes, progress, failed)
        return add(self._pages, chosen, run, published=published, url=url, follow_links=follow_links)

    def add_body(
        self,
        body: bytes,
        *,
        name: str,
        published: date | None = None,
        url: str | None = None,
        failed: Callable[[PageError], None] | None = None,
        held: Callable[[str], None] | None = None,
    ) -> Added:
        """Read what a program has in hand into the ledger."""
        from onrecord.ledger.write.run import add_body, make_run  # noqa: PLC0415 -- as in `add`

        run = make_run(None, None, None, failed, held)
        return add_body(self._pages, body, name, run, published=published, url=url)

    def reread(
        self,
        *,
        pipeline: str | None = None,
        processes: int | None = None,
        progress: Callable[[int, int], None] | None = None,
        failed: Callable[[PageError], None] | None = None,
    ) -> Added:
        """Read every page again that another version or pipeline read last."""
        from onrecord.ledger.write.run import make_run, reread  # noqa: PLC0415 -- as in `add`

        return reread(self._pages, make_run(pipeline, processes, progress, failed))

    def add_page(self, page: Page, articles: Sequence[Article], *, reader: str, published: date | None = None) -> bool:
        """Add a page with the articles that `reader` read from it; return False if it is there already."""
        return self._pages.add_page(page, articles, reader=reader, published=published) is not None

    def add_reading(self, page: Page, articles: Sequence[Article], *, reader: str) -> bool:
        """Add a new reading of a page that is in the ledger; return False if its current one is by `reader`."""
        return self._pages.add_reading(page, articles, reader=reader) is not None
