"""Quantities: which a user asks for, and as rows, with whose claim each is as the user has judged it."""

import datetime
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select

from onrecord.ledger.query.full_text import keys_matching
from onrecord.ledger.query.row_selection import chunks, row_of, selection
from onrecord.ledger.query.spans import first_span, spans_of
from onrecord.ledger.query.statement_entities import Assertions
from onrecord.ledger.rows import QuantityRow, iso_day
from onrecord.ledger.store import articles, pages, quantities, readings, spans, statements


def quantity_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[QuantityRow]:
    """Yield the quantities of a selection made by `quantity_selection`.

    Those of a statement that the user dismissed are the narrator's.
    """
    for chunk in chunks(connection, chosen):
        parts = spans_of(connection, spans.c.quantity, [found.key for found in chunk])
        asserted = Assertions(connection, (found.statement for found in chunk))
        for found in chunk:
            own = parts[found.key]
            yield row_of(
                QuantityRow,
                found,
                versions=versions,
                value=_plain(found.value),
                low=_plain(found.low),
                high=_plain(found.high),
                asserted_by=asserted.by(found.statement),
                narrated=not asserted.stands(found.statement),
                statement=found.statement_id if asserted.stands(found.statement) else None,
                **{part: first_span(own, part) for part in ("span", "counted", "hedge", "place", "sentence")},
            )


def quantity_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of quantities, as `selection` makes it, with the ids of their statements."""
    chosen = selection(quantities, versions=versions).outerjoin(statements, quantities.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def matching_quantities(
    words: str, *, since: datetime.date | None = None, until: datetime.date | None = None
) -> Select[Any]:
    """Return the selection of the current quantities that fit, in the order of the time they hold for.

    Raises:
        UsageError: there is nothing to look for in `words`.
    """
    chosen = quantity_selection().where(quantities.c.key.in_(keys_matching("counted", words)))
    if since is not None:
        chosen = chosen.where(quantities.c.day >= iso_day(since))
    if until is not None:
        chosen = chosen.where(quantities.c.day <= iso_day(until))
    return chosen.order_by(
        quantities.c.day.nulls_last(), pages.c.key, readings.c.key, articles.c.number, quantities.c.number
    )


def _plain(value: float | None) -> float | None:
    """Return a whole number as such, so that it is given out as 155 and not as 155.0."""
    return int(value) if value is not None and value.is_integer() else value
