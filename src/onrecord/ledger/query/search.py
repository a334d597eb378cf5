"""Searches: which rows are asked for and in which order, found without looking at those that come behind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, func, select

from onrecord.ledger.query.row_selection import FetchedRow, chunks
from onrecord.ledger.rows import key_at

# Candidates looked up together: some at first, since a page needs no more, then so many that memory stays the same.
_FIRST, _MOST = 100, 2_000

type Ranks = Iterator[int]
"""Ranks of candidates, each once, in their order; see `onrecord.ledger.rows.ranks`."""


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

    def page(self, connection: Connection, limit: int, beyond: int) -> tuple[list[FetchedRow], int]:
        """Return the first `limit` rows, and how many there are; counting stops `beyond` behind these."""
        if self.ranks is None:
            found = list(connection.execute(self.chosen.limit(limit)).all())
            return found, self.count(connection, limit + beyond) if len(found) == limit else len(found)
        found, ranks = [], self.ranks(connection)
        for some in self._fitting(connection, self.chosen, ranks):
            found += some
            if len(found) >= limit:
                break
        number = len(found)
        if number >= limit:
            for some in self._fitting(connection, self._keys(), ranks):
                number += len(some)
                if number >= limit + beyond:
                    break
        return found[:limit], min(number, limit + beyond)

    def count(self, connection: Connection, most: int | None = None) -> int:
        """Return how many rows there are; counting stops at `most`."""
        if self.ranks is None:
            chosen = self._keys().order_by(None).limit(most).subquery()
            return connection.execute(select(func.count()).select_from(chosen)).scalar_one()
        number = 0
        for some in self._fitting(connection, self._keys(), self.ranks(connection)):
            number += len(some)
            if most is not None and number >= most:
                return most
        return number

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
