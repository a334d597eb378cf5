"""Searches: which rows are asked for and in which order, found without looking at those that come behind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Table, func, select

from onrecord.ledger.query.row_selection import FetchedRow, chunks
from onrecord.ledger.rows import key_at

# Candidates looked up together: some at first, since a page needs no more, then so many that memory stays the same.
_FIRST, _MOST = 100, 2_000
# Candidates behind a page that are looked at to count what fits.
_LOOKED_AT = 2_000

type Ranks = Iterator[int]
"""Ranks of candidates, each once, in their order; see `onrecord.ledger.rows.ranks`."""


def unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """Return a column as a condition on candidates has it: rows are found by their keys, not by an index of it."""
    return func.coalesce(column, "")


class Page(NamedTuple):
    """The first rows of a search, how many rows there are at least, and whether these are all."""

    rows: list[FetchedRow]
    at_least: int
    all_counted: bool


@dataclass(frozen=True, slots=True)
class Search:
    """Rows that are asked for, in an order.

    Attributes:
        table: the rows are of this table.
        chosen: the selection of those that fit; where there are no `ranks`, in an order that an index has.
        ranks: yields the ranks of candidates, one after the other, where an index gives these in the order asked for.
            A candidate that `chosen` does not hold is left out.
    """

    table: Table
    chosen: Select[Any]
    ranks: Callable[[Connection], Ranks] | None = None

    def rows(self, connection: Connection) -> Iterator[Sequence[FetchedRow]]:
        """Yield all rows in order, some hundreds at a time."""
        if self.ranks is None:
            yield from chunks(connection, self.chosen)
        else:
            yield from self._fitting(connection, self.chosen, self.ranks(connection))

    def page(self, connection: Connection, limit: int, beyond: int) -> Page:
        """Return the first `limit` rows, and how many there are; counting stops `beyond` behind these, or sooner.

        It stops sooner where few of the candidates fit.
        """
        if self.ranks is None:
            found = list(connection.execute(self.chosen.limit(limit)).all())
            if len(found) < limit:
                return Page(found, len(found), all_counted=True)
            # In their order, so that the index that has it is gone through, as for the page.
            number = _number(connection, self._keys().limit(limit + beyond))
            return Page(found, number, number < limit + beyond)
        found, ranks = [], self.ranks(connection)
        for some in self._fitting(connection, self.chosen, ranks):
            found += some
            if len(found) >= limit:
                break
        else:
            return Page(found, len(found), all_counted=True)
        behind = list(islice(ranks, _LOOKED_AT))
        number = len(found)
        for some in self._fitting(connection, self._keys(), iter(behind)):
            number += len(some)
            if number >= limit + beyond:
                return Page(found[:limit], limit + beyond, all_counted=False)
        return Page(found[:limit], number, len(behind) < _LOOKED_AT)

    def count(self, connection: Connection) -> int:
        """Return how many rows there are."""
        if self.ranks is None:
            return _number(connection, self._keys().order_by(None))
        return sum(len(some) for some in self._fitting(connection, self._keys(), self.ranks(connection)))

    def _keys(self) -> Select[Any]:
        return self.chosen.with_only_columns(self.table.c.key)

    def _fitting(self, connection: Connection, chosen: Select[Any], ranks: Ranks) -> Iterator[list[FetchedRow]]:
        """Yield those of the candidates that `chosen` holds, in order."""
        size = _FIRST
        while keys := [key_at(rank) for rank in islice(ranks, size)]:
            held = {row.key: row for row in connection.execute(chosen.where(self.table.c.key.in_(keys)))}
            some = [held[key] for key in keys if key in held]
            if some:
                yield some
            size = min(size * 2, _MOST)


def _number(connection: Connection, chosen: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
