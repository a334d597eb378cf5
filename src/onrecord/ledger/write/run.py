"""From pages to rows: they are cut, read and stored in order, each in one transaction.

Whatever a page does to one of these costs that page: it fails, with the reason, and the others go on.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import pages
from onrecord.errors import PageError, page_errors
from onrecord.ledger.write.loading import check_url, loaded, loaded_from
from onrecord.ledger.write.page_writer import PageWriter, StoredPage, Written
from onrecord.ledger.write.report import Added, Kept
from onrecord.pages import InputFile
from onrecord.records import Article, Page

if TYPE_CHECKING:
    from onrecord.running import Readers


@dataclass(frozen=True, slots=True)
class Run:
    """How a run is done and watched.

    `readers` makes what reads when the first page needs it; `progress` is called with the bytes
    (or stored pages) done and in all; `failed` is called with each failure as it happens; `held` with the digest of
    each page that is added once it is in the ledger, or as it is found to be there.
    """

    readers: Callable[[], Readers]
    progress: Callable[[int, int], None]
    failed: Callable[[PageError], None]
    held: Callable[[str], None]


def make_run(
    pipeline: str | None,
    processes: int | None,
    progress: Callable[[int, int], None] | None,
    failed: Callable[[PageError], None] | None,
    held: Callable[[str], None] | None = None,
) -> Run:
    """Return how a run is done: with a pipeline in the encoder's place, if any, and told to whom, if to anybody."""

    def readers() -> Readers:
        # Imported here, since a run that finds nothing new should not wait for the encoder.
        from onrecord.running import Readers  # noqa: PLC0415

        return Readers(pipeline, processes)

    return Run(
        readers=readers,
        progress=progress or (lambda done, total: None),
        failed=failed or (lambda error: None),
        held=held or (lambda digest: None),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A page on its way, the date given for it, and how much of the run is done with it."""

    page: Page
    given: date | None
    done: int


type _Write = Callable[[_Item, Sequence[Article], str], Written | None]


def add(
    writer: PageWriter,
    paths: Sequence[str | Path],
    run: Run,
    *,
    published: date | None,
    url: str | None,
    follow_links: bool,
) -> Added:
    """Read the pages at `paths` into the ledger of `writer`; those already there are left as they are.

    Raises:
        UsageError: `url` is no address, or there is more than one page that it may be of.
    """
    added = Added()
    files, missing = pages.find(paths, follow=follow_links, left_out=added.left_out.append)
    if url is not None:
        check_url(url, len(files) + len(missing))
    for error in missing:
        _fail(added, run, error)
    return _add(writer, files, run, added, published=published, url=url)


def add_body(writer: PageWriter, body: bytes, name: str, run: Run, *, published: date | None, url: str | None) -> Added:
    """Read what a program has in hand into the ledger of `writer`, as if it came from standard input.

    Raises:
        UsageError: `url` is no address, or there is more than one page that it may be of.
    """
    if url is not None:
        check_url(url, 1)
    return _add(writer, [InputFile("-", len(body), body, name)], run, Added(), published=published, url=url)


def _add(
    writer: PageWriter,
    files: Sequence[InputFile],
    run: Run,
    added: Added,
    *,
    published: date | None,
    url: str | None,
) -> Added:
    """Read the pages of files into the ledger, counting what is done in `added`."""
    total = sum(file.size for file in files)

    def fresh() -> Iterator[_Item]:
        done = waiting = 0
        for file in files:
            within = 0
            for found in loaded(file) if url is None else loaded_from(url, file):
                if isinstance(found, PageError):
                    _fail(added, run, found)
                    continue
                within += len(found.body)
                if writer.holds(found.sha256):
                    added.unchanged += 1
                    run.held(found.sha256)
                else:
                    waiting += 1
                    yield _Item(found, published, done + min(within, file.size))
            done += file.size
            if waiting == added.pages:
                run.progress(done, total)

    def write(item: _Item, read: Sequence[Article], version: str) -> Written | None:
        return writer.add_page(item.page, read, reader=version, published=item.given)

    cuts = _cut(fresh(), run, added)
    first = next(cuts, None)
    if first is not None:
        with closing(run.readers()) as readers:
            _record(readers, chain([first], cuts), write, run, added, total)
    run.progress(total, total)
    return added


def reread(writer: PageWriter, run: Run) -> Added:
    """Read every stored page again from its bytes; what earlier readers read is kept beside it.

    Pages whose current reading is this reader's own are left as they are, so that a run cut short can go on.
    """
    added = Added()
    total = writer.count()

    def stored(version: str) -> Iterator[_Item]:
        for done, kept in enumerate(writer.stored(), start=1):
            if kept.reader == version:
                added.unchanged += 1
                continue
            try:
                page = _parsed(kept)
            except PageError as error:
                _fail(added, run, error)
                continue
            yield _Item(page, kept.given, done)

    def write(item: _Item, read: Sequence[Article], version: str) -> Written | None:
        return writer.add_reading(item.page, read, reader=version)

    with closing(run.readers()) as readers:
        _record(readers, _cut(stored(readers.version), run, added), write, run, added, total)
    return added


def _parsed(kept: StoredPage) -> Page:
    """Return the page of stored bytes, got where it was got."""
    with page_errors(kept.path or "text", "loading"):
        page = pages.parse(kept.body(), kept.media_type, path=kept.path)
        return replace(page, metadata=replace(page.metadata, url=kept.url))


type _Cut = tuple[_Item, tuple[Article, ...]]


def _cut(items: Iterator[_Item], run: Run, added: Added) -> Iterator[_Cut]:
    """Yield each page with its articles; there is at least one."""
    for item in items:
        subject = item.page.path or "text"
        try:
            with page_errors(subject, "cutting"):
                cut = pages.cut(item.page, given=item.given)
            if not cut:
                raise PageError(subject, "has no article", "leave it out")
        except PageError as error:
            _fail(added, run, error)
        else:
            yield item, cut


def _record(readers: Readers, cuts: Iterator[_Cut], write: _Write, run: Run, added: Added, total: int) -> None:
    """Read and write pages, counting what is done in `added`."""
    for item, read in _read(readers, cuts, run, added):
        try:
            written = write(item, read, readers.version)
        except PageError as error:
            _fail(added, run, error)
            continue
        if written is None:
            added.unchanged += 1
        else:
            added.pages += 1
            added.articles += len(read)
            added.statements += sum(len(article.statements) for article in read)
            if written.replaced is not None:
                added.replaced.append(written.replaced)
            page = item.page
            name = page.metadata.url if page.path in {None, "-"} else page.path
            added.kept.append(Kept(name or "text", *pages.extents(page, read), page.extractor))
        run.held(item.page.sha256)
        run.progress(item.done, total)


def _read(readers: Readers, cuts: Iterator[_Cut], run: Run, added: Added) -> Iterator[_Cut]:
    """Yield each page with its articles read. A page that breaks the reading fails alone: the rest go on without it."""
    begun: deque[tuple[_Item, int]] = deque()

    def articles() -> Iterator[Article]:
        for item, own in cuts:
            begun.append((item, len(own)))
            yield from own

    outcomes = readers.read(articles())
    for first in outcomes:
        item, count = begun.popleft()
        read: list[Article] = []
        broken: list[Exception] = []
        for outcome in chain([first], islice(outcomes, count - 1)):
            if isinstance(outcome, Exception):
                broken.append(outcome)
            else:
                read.append(outcome)
        if broken:
            _fail(added, run, PageError.of(broken[0], item.page.path or "text", "reading"))
        else:
            yield item, tuple(read)


def _fail(added: Added, run: Run, error: PageError) -> None:
    added.failures.append(error)
    run.failed(error)
