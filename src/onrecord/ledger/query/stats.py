"""Counts of what a ledger holds."""

from typing import Any

from sqlalchemy import Connection, func, select

from onrecord.ledger.query.answers import Stats
from onrecord.ledger.query.printings import is_first_printing
from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.store import articles, entities, events, pages, parties, quantities, readings, registry, statements


def count_all(connection: Connection, *, size: int) -> Stats:
    """Count pages in their current version, what is read from them, and all versions; `size` is the file's in bytes."""

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
        utterances=count(current.where(is_first_printing()).with_only_columns(statements.c.key)),
        quantities=count(selection(quantities).with_only_columns(quantities.c.key)),
        events=count(selection(events).with_only_columns(events.c.key)),
        kinds={found.kind: found.number for found in kinds},
        speakers=count(speakers),
        first_published=first.isoformat() if first else None,
        last_published=last.isoformat() if last else None,
        readers=list(connection.execute(readers).scalars()),
        bytes=size,
    )
