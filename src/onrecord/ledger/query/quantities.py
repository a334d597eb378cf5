"""Quantities: which a user asks for, and as rows, with whose claim each is as the user has judged it."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select

from onrecord.ledger.query.candidates import last_with_words, with_words
from onrecord.ledger.query.row_selection import Chunks, plain, row_of, selection
from onrecord.ledger.query.search import ByRank, Ranks
from onrecord.ledger.query.spans import first_span, spans_of
from onrecord.ledger.query.statement_entities import Assertions
from onrecord.ledger.rows import QuantityRow, dated, ranks_oldest_first
from onrecord.ledger.store import quantities, statements


def quantity_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[QuantityRow]:
    """Yield the quantities that were fetched of a selection made by `quantity_selection`.

    Those of a statement that the user dismissed are the narrator's.
    """
    for chunk in found:
        parts = spans_of(connection, "quantity", [one.key for one in chunk])
        asserted = Assertions(connection, (one.statement for one in chunk))
        for one in plain(chunk):
            own = parts[one.key]
            yield row_of(
                QuantityRow,
                one,
                versions=versions,
                value=_plain(one.value),
                low=_plain(one.low),
                high=_plain(one.high),
                asserted_by=asserted.by(one.statement),
                narrated=not asserted.stands(one.statement),
                statement=one.statement_id if asserted.stands(one.statement) else None,
                **{part: first_span(own, part) for part in ("span", "counted", "hedge", "place", "sentence")},
            )


def quantity_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of quantities, as `selection` makes it, with the ids of their statements."""
    chosen = selection(quantities, versions=versions).outerjoin(statements, quantities.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def search_quantities(words: str, since: datetime.date | None, until: datetime.date | None) -> ByRank:
    """Return the search for the current quantities that fit, in the order of the time they hold for.

    Raises:
        UsageError: there is nothing to look for in `words`.
    """

    def ranks(connection: Connection, within: range) -> Ranks:
        return with_words(connection, "counted", words, within)

    return ByRank(quantities, quantity_selection(), ranks, within=ranks_oldest_first(since, until))


def _plain(value: float | None) -> float | None:
    """Return a whole number as such, so that it is given out as 155 and not as 155.0."""
    return int(value) if value is not None and value.is_integer() else value


def newest_quantities(
    connection: Connection, words: str, since: datetime.date | None, until: datetime.date | None, most: int
) -> tuple[ByRank, bool]:
    """Return the search for the newest of the same, at most so many, and whether these are all; those with a day first.

    Raises:
        UsageError: there is nothing to look for in `words`.
    """
    search = search_quantities(words, since, until)
    of_days, without = dated(search.within)
    found = last_with_words(connection, "counted", words, of_days, most + 1)
    if len(found) > most:
        newest, are_all = found[1:], False
    else:
        undated = last_with_words(connection, "counted", words, without, most + 1 - len(found))
        newest, are_all = [*found, *undated][:most], len(found) + len(undated) <= most
    return replace(search, ranks=lambda _, within: (rank for rank in newest if rank in within)), are_all
