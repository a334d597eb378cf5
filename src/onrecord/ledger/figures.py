"""Figures as rows: what was counted, and whose claim it is as the user has judged it."""

import datetime
from collections.abc import Iterator
from typing import Any, Literal

from sqlalchemy import Connection, Select

from onrecord.ledger.fetching import (
    article_ref,
    chunks,
    dismissed_of,
    page_ref,
    parties_of,
    parts_of,
    printed,
    reading_ref,
    selection,
)
from onrecord.ledger.rows import EntityRef, QuantityRow
from onrecord.ledger.schema import articles, pages, quantities, readings, spans, statements
from onrecord.ledger.searching import rowids


def quantity_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[QuantityRow]:
    """Yield the quantities of a selection made by `quantity_selection`.

    Who asserts a figure is the (first) speaker of its statement: read, or as the user has reattributed it. The figures
    of a statement that the user dismissed are the narrator's.
    """
    for chunk in chunks(connection, chosen):
        parts = parts_of(connection, spans.c.quantity, [found.key for found in chunk])
        claims = [found.statement for found in chunk if found.statement is not None]
        who, dismissed = parties_of(connection, claims), dismissed_of(connection, claims)
        for found in chunk:
            own = parts[found.key]
            span, sentence = printed(own, "span"), printed(own, "sentence")
            assert span is not None
            assert sentence is not None
            claimed = found.statement is not None and found.statement not in dismissed
            by: EntityRef | Literal["narrator"] | None = "narrator"
            if claimed:
                by = next(iter(who[found.statement]["speaker"]), None)
            row = QuantityRow(
                id=found.id,
                page=page_ref(found),
                article=article_ref(found),
                span=span,
                value=_plain(found.value),
                low=_plain(found.low),
                high=_plain(found.high),
                unit=found.unit,
                counted=printed(own, "counted"),
                hedge=printed(own, "hedge"),
                place=printed(own, "place"),
                as_of=found.as_of,
                asserted_by=by,
                statement=found.statement_id if claimed else None,
                sentence=sentence,
            )
            if versions:
                row["reading"] = reading_ref(found)
            yield row


def quantity_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of quantities, as `fetching.selection` makes it, with the ids of their statements."""
    chosen = selection(quantities, versions=versions).outerjoin(statements, quantities.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def matching_figures(
    words: str, *, since: datetime.date | None = None, until: datetime.date | None = None
) -> Select[Any]:
    """Return the selection of the current quantities that fit, in the order of the time they hold for.

    Raises:
        UsageError: there is nothing to look for in `words`.
    """
    chosen = quantity_selection().where(quantities.c.key.in_(rowids("counted", words)))
    if since is not None:
        chosen = chosen.where(quantities.c.day >= since.isoformat())
    if until is not None:
        chosen = chosen.where(quantities.c.day <= until.isoformat())
    return chosen.order_by(
        quantities.c.day.nulls_last(), pages.c.key, readings.c.key, articles.c.number, quantities.c.number
    )


def _plain(value: float | None) -> float | None:
    """Return a whole number as such, so that it is given out as 155 and not as 155.0."""
    return int(value) if value is not None and value.is_integer() else value
