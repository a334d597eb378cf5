"""Counts of what a ledger holds.

Nearly all of it is current. So all rows are counted, for which their articles need not be looked at, and those of old
versions and readings are taken off.
"""

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, distinct, exists, func, not_, select

from onrecord.ledger.query.answers import Stats
from onrecord.ledger.query.given_keys import GIVEN, given
from onrecord.ledger.query.printings import repeating
from onrecord.ledger.store import (
    articles,
    entities,
    events,
    judged,
    pages,
    parties,
    quantities,
    readings,
    registry,
    statements,
)

_READ_FROM = articles.join(readings, articles.c.reading == readings.c.key).join(pages, readings.c.page == pages.c.key)
_OLD = select(articles.c.key).select_from(_READ_FROM).where(not_(and_(readings.c.current, pages.c.current)))
# Statements that the user dismissed; those of old articles are taken off with these.
_DISMISSED = (
    select(statements.c.key)
    .join(judged, (judged.c.statement == statements.c.key) & (judged.c.kind == "dismiss"))
    .where(statements.c.article.not_in(GIVEN))
)


def count_all(connection: Connection, *, size: int) -> Stats:
    """Count pages in their current version, what is read from them, and all versions; `size` is the file's in bytes."""
    old = list(connection.execute(_OLD).scalars())
    dismissed = list(connection.execute(_DISMISSED, given(old)).scalars())
    kinds = _kinds(connection)
    kinds -= _kinds(connection, statements.c.article, old)
    kinds -= _kinds(connection, statements.c.key, dismissed)
    days = select(func.min(articles.c.published), func.max(articles.c.published)).where(articles.c.key.not_in(GIVEN))
    first, last = connection.execute(days, given(old)).one()
    readers = select(readings.c.reader).where(readings.c.current).distinct().order_by(readings.c.reader)
    of_dismissed = _number(connection, select(events.c.key).where(events.c.statement.in_(GIVEN)), dismissed)
    return Stats(
        pages=_number(connection, select(pages.c.key).where(pages.c.current)),
        versions=_number(connection, select(pages.c.key)),
        articles=_number(connection, select(articles.c.key)) - len(old),
        statements=kinds.total(),
        utterances=kinds.total() - _number(connection, repeating()),
        quantities=_current(connection, quantities, old),
        events=_current(connection, events, old) - of_dismissed,
        kinds=dict(sorted(kinds.items())),
        speakers=connection.execute(_SPEAKERS, given(old)).scalar_one(),
        first_published=first.isoformat() if first else None,
        last_published=last.isoformat() if last else None,
        readers=list(connection.execute(readers).scalars()),
        bytes=size,
    )


def _kinds(
    connection: Connection, column: ColumnElement[int] | None = None, keys: Collection[int] = ()
) -> Counter[str]:
    """Return how many statements of each kind there are: all, or those of which a column is among some keys."""
    chosen = select(statements.c.kind, func.count()).group_by(statements.c.kind)
    if column is None:
        return Counter(dict(connection.execute(chosen).all()))
    return Counter(dict(connection.execute(chosen.where(column.in_(GIVEN)), given(keys)).all()))


def _current(connection: Connection, table: Table, old: Collection[int]) -> int:
    """Return how many rows of a table are of current articles."""
    of_old = select(table.c.key).where(table.c.article.in_(GIVEN))
    return _number(connection, select(table.c.key)) - _number(connection, of_old, old)


def _number(connection: Connection, chosen: Select[Any], keys: Collection[int] = ()) -> int:
    counted = select(func.count()).select_from(chosen.subquery())
    return connection.execute(counted, given(keys)).scalar_one()


def _speakers() -> Select[Any]:
    """Return the selection of how many registered entities speak in a current statement that was not dismissed."""
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    speaks = (
        select(parties.c.statement)
        .join(entities, parties.c.entity == entities.c.key)
        .join(statements, parties.c.statement == statements.c.key)
        .where(entities.c.registered == registry.c.key, parties.c.part == "speaker")
        .where(statements.c.article.not_in(GIVEN), statements.c.key.not_in(dismissed))
    )
    return select(func.count(distinct(registry.c.root))).where(exists(speaks.correlate(registry)))


_SPEAKERS = _speakers()
