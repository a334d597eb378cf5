"""From paths to rows: load, cut, read and store, a batch of pages at a time, one transaction a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import pages
from onrecord.errors import OnrecordError, PageError
from onrecord.ledger.write.page_writer import PageWriter
from onrecord.ledger.write.report import Added
from onrecord.records import Article, Page

if TYPE_CHECKING:
    from onrecord.extraction import Reader

# Characters of page text that are read together: enough to keep the encoder busy, little enough to lose.
_BATCH = 150_000


@dataclass(frozen=True, slots=True)
class Run:
    """How a run is done and watched.

    `reader` makes the reader when the first page needs one; `progress` is called with the bytes
    (or stored pages) done and in all; `failed` is called with each failure as it happens.
    """

    reader: Callable[[], Reader]
    progress: Callable[[int, int], None]
    failed: Callable[[PageError], None]


def make_run(
    pipeline: str | None,
    progress: Callable[[int, int], None] | None,
    failed: Callable[[PageError], None] | None,
) -> Run:
    """Return how a run is done: with a pipeline in the encoder's place, if any, and told to whom, if to anybody."""

    def reader() -> Reader:
        # Imported here, since a run that finds nothing new should not wait for the encoder.
        from onrecord.extraction import load_reader  # noqa: PLC0415

        return load_reader(pipeline)

    return Run(
        reader=reader,
        progress=progress or (lambda done, total: None),
        failed=failed or (lambda error: None),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A page on its way, the date given for it, and how much of the run is done with it."""

    page: Page
    given: date | None
    done: int


type _Write = Callable[[_Item, Sequence[Article], str], bool]


def add(writer: PageWriter, paths: Sequence[str | Path], run: Run, *, published: date | None) -> Added:
    """Read the pages at `paths` into the ledger of `writer`; those already there are left as they are."""
    added = Added()
    files, missing = pages.find(paths)
    for error in missing:
        _fail(added, run, error)
    total = sum(file.size for file in files)

    def fresh() -> Iterator[_Item]:
        done = waiting = 0
        for file in files:
            within = 0
            for found in pages.load(file):
                if isinstance(found, PageError):
                    _fail(added, run, found)
                    continue
                within += len(found.body)
                if writer.holds(found.sha256):
                    added.unchanged += 1
                else:
                    waiting += 1
                    yield _Item(found, published, done + min(within, file.size))
            done += file.size
            if waiting == added.pages:
                run.progress(done, total)

    def write(item: _Item, articles: Sequence[Article], version: str) -> bool:
        return writer.add_page(item.page, articles, reader=version, published=item.given)

    _record(fresh(), write, run, added, total)
    run.progress(total, total)
    return added


def reread(writer: PageWriter, run: Run) -> Added:
    """Read every stored page again from its bytes; what earlier readers read is kept beside it.

    Pages whose current reading is this reader's own are left as they are, so that a run cut short can go on.
    """
    added = Added()
    total = writer.count()
    version = run.reader().version

    def stored() -> Iterator[_Item]:
        for done, kept in enumerate(writer.stored(), start=1):
            if kept.reader == version:
                added.unchanged += 1
                continue
            try:
                page = pages.parse(kept.body, kept.media_type, path=kept.path)
            except PageError as error:
                _fail(added, run, error)
                continue
            yield _Item(page, kept.given, done)

    def write(item: _Item, articles: Sequence[Article], version: str) -> bool:
        return writer.add_reading(item.page, articles, reader=version)

    _record(stored(), write, run, added, total)
    return added


def _record(items: Iterator[_Item], write: _Write, run: Run, added: Added, total: int) -> None:
    """Cut, read and write `items`, batch by batch, counting what is done in `added`."""
    reader: Reader | None = None
    for batch in _batches(items):
        cut = []
        for item in batch:
            try:
                cut.append((item, pages.cut(item.page, given=item.given)))
            except PageError as error:
                _fail(added, run, error)
        if not cut:
            continue
        if reader is None:
            reader = run.reader()
        for item, articles in _read(reader, cut, run, added):
            if write(item, articles, reader.version):
                added.pages += 1
                added.articles += len(articles)
                added.statements += sum(len(article.statements) for article in articles)
            else:
                added.unchanged += 1
            run.progress(item.done, total)


def _batches(items: Iterator[_Item]) -> Iterator[list[_Item]]:
    batch: list[_Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.page.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


type _Cut = tuple[_Item, tuple[Article, ...]]


def _read(reader: Reader, cut: Sequence[_Cut], run: Run, added: Added) -> Iterator[_Cut]:
    """Yield each page with its articles read. A page that breaks the reading fails alone: the rest go on without it."""
    done = 0
    try:
        for item, articles in _regrouped(reader, cut):
            yield item, articles
            done += 1
    except OnrecordError:
        raise
    except Exception as error:
        if len(cut) > 1:
            for one in cut[done:]:
                yield from _read(reader, [one], run, added)
        else:
            reason = f"reading it broke ({type(error).__name__}: {error})"
            subject = cut[0][0].page.path or "text"
            _fail(added, run, PageError(subject, reason, "report it together with the page"))


def _regrouped(reader: Reader, cut: Sequence[_Cut]) -> Iterator[_Cut]:
    """Read the articles of all pages in one stream, and yield them page by page."""
    read = reader.read(article for _, articles in cut for article in articles)
    for item, articles in cut:
        yield item, tuple(islice(read, len(articles)))


def _fail(added: Added, run: Run, error: PageError) -> None:
    added.failures.append(error)
    run.failed(error)
