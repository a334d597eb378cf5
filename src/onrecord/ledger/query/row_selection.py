"""Which rows of a table are meant, and what every row tells of its page, article and reading."""

from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Select, Table, select
from sqlalchemy.engine import Row

from onrecord.ledger.rows import ArticleRef, PageRef, ReadingRef, conforming, in_order, iso_moment, stored_values
from onrecord.ledger.store import articles, events, judged, pages, readings, statements

# Rows built at a time: memory stays the same however large the ledger is.
_CHUNK = 400

type FetchedRow = Row[Any]

type Chunks = Iterable[Sequence[FetchedRow]]
"""Rows, some hundreds at a time."""


@cache
def selection(table: Table, *, versions: bool = False) -> Select[Any]:
    """Return the selection of a table's rows with what every row tells of its article, page and reading.

    Only the current reading of the current version of each page, and no statement that the user dismissed, nor an event
    told in one, unless `versions`; in the order of the pages.
    """
    chosen = select(
        table,
        articles.c.id.label("article_id"),
        articles.c.title.label("article_title"),
        articles.c.published.label("article_published"),
        articles.c.published_time.label("article_published_time"),
        pages.c.sha256,
        pages.c.path,
        pages.c.url,
        pages.c.canonical,
        readings.c.reader,
        readings.c.read_at,
    ).select_from(table)
    if table is not articles:
        chosen = chosen.join(articles, table.c.article == articles.c.key)
    chosen = chosen.join(readings, articles.c.reading == readings.c.key).join(pages, readings.c.page == pages.c.key)
    if not versions:
        chosen = chosen.where(readings.c.current, pages.c.current)
        dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
        if table is statements:
            chosen = chosen.where(statements.c.key.not_in(dismissed))
        elif table is events:
            chosen = chosen.where(events.c.statement.is_(None) | events.c.statement.not_in(dismissed))
    return chosen


def in_page_order(chosen: Select[Any], table: Table) -> Select[Any]:
    """Return a selection ordered as the pages were added, and on each as it is printed."""
    order: list[ColumnElement[Any]] = [pages.c.key, readings.c.key, articles.c.number]
    if table is not articles:
        order.append(table.c.number)
    return chosen.order_by(*order)


def chunks(connection: Connection, chosen: Select[Any]) -> Iterator[Sequence[FetchedRow]]:
    """Yield the rows of a selection, some hundreds at a time."""
    yield from connection.execution_options(yield_per=_CHUNK).execute(chosen).partitions()


def plain(found: Sequence[FetchedRow]) -> Sequence[FetchedRow]:
    """Return rows as named tuples, whose fields are read in a twentieth of the time; all are of one selection."""
    if not found:
        return found
    make = _plain(tuple(found[0]._fields))._make
    return [cast(FetchedRow, make(one)) for one in found]


@cache
def _plain(names: tuple[str, ...]) -> type[Any]:
    return namedtuple("Plain", names)


def row_of[Shape](shape: type[Shape], found: FetchedRow, *, versions: bool, **computed: Any) -> Shape:  # noqa: ANN401
    """Return a fetched row in its shape.

    Args:
        shape: what it is to be.
        found: a row of `selection`; fields that are columns are taken from it as they are.
        versions: whether it tells its reading.
        computed: the other fields, and those that are not as they are stored.

    Raises:
        TypeError: it does not fit the shape, since the ledger is damaged.
    """
    values = stored_values(shape, found) | {"page": page_ref(found), "article": article_ref(found)} | computed
    if versions:
        values["reading"] = reading_ref(found)
    return conforming(shape, in_order(shape, values))


def page_ref(found: FetchedRow) -> PageRef:
    """Return the page that a row comes from."""
    return PageRef(sha256=found.sha256, path=found.path, url=found.url, canonical=found.canonical)


def article_ref(found: FetchedRow) -> ArticleRef:
    """Return the article that a row comes from."""
    published = iso_moment(found.article_published, found.article_published_time)
    return ArticleRef(id=found.article_id, title=found.article_title, published=published)


def reading_ref(found: FetchedRow) -> ReadingRef:
    """Return what read a row, and when."""
    return ReadingRef(reader=found.reader, read_at=found.read_at.isoformat() + "Z")
