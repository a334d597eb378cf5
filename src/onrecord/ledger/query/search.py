"""Searches: which rows are asked for and in which order, found without looking at those that come before or behind."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import batched, islice
from typing import Any, NamedTuple, Protocol, Self

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from onrecord.ledger.query.given_keys import GIVEN, given
from onrecord.ledger.query.row_selection import FetchedRow, chunks
from onrecord.ledger.rows import key_at

# Candidates looked up together: some at first, since a page needs no more, then so many that memory stays the same.
_FIRST, _MOST = 100, 2_000
# So many are looked up together where a certain number of rows is wanted.
_EACH = 400
# Candidates behind a page that are looked at to count what fits: of one index, and where several are gone through.
_LOOKED_AT, _LOOKED_AT_IN_SEVERAL = 1_000, 300
# Candidates that are looked at for each of a number of rows that is wanted, where few fit.
_LOOKED_AT_FOR_EACH = 4

type Ranks = Iterator[int]
"""Ranks of candidates, each once, in their order; see `onrecord.ledger.rows.ranks`."""

type Place = tuple[int | str | None, ...]
"""Where a row stands in the order of its search: its rank, or the values of what the rows are ordered by."""


def ranks_behind(within: range, place: Place) -> range:
    """Return the ranks of a range that come behind a place.

    Raises:
        ValueError: it is no rank.
    """
    if len(place) != 1 or not isinstance(place[0], int):
        raise ValueError
    return range(max(within.start, place[0] + 1), within.stop)


class Page(NamedTuple):
    """Rows of a search, how many there are at least, whether those are all counted, and where it can be gone on.

    `last` is the place of the last of these rows, None where there is no more.
    """

    rows: list[FetchedRow]
    at_least: int
    all_counted: bool
    last: Place | None = None


class Search(Protocol):
    """Rows that are asked for, in an order."""

    def behind(self, place: Place) -> Self:
        """Return the search for those of its rows that come behind a place.

        Raises:
            ValueError: it is no place in this order.
        """

    def rows(self, connection: Connection) -> Iterator[Sequence[FetchedRow]]:
        """Yield all rows in order, some hundreds at a time."""

    def page(self, connection: Connection, limit: int, beyond: int) -> Page:
        """Return the first `limit` rows, and how many there are; counting stops `beyond` behind these, or sooner.

        It stops sooner where few of the candidates fit.
        """

    def first(self, connection: Connection, number: int, *columns: ColumnElement[Any]) -> tuple[list[FetchedRow], bool]:
        """Return the first rows, of them their keys and these columns, and whether these rows are all.

        There may be fewer than `number` where few of the candidates fit.
        """

    def count(self, connection: Connection) -> int:
        """Return how many rows there are."""


class By(NamedTuple):
    """What rows are ordered by: a column of theirs, by its name and as the database has it; what has none comes last.

    `nullable` says that some may have none.
    """

    name: str
    column: ColumnElement[Any]
    descending: bool = False
    nullable: bool = False

    def order(self) -> ColumnElement[Any]:
        """Return it as an order."""
        order = self.column.desc() if self.descending else self.column.asc()
        return order.nulls_last() if self.nullable and not self.descending else order

    def equal(self, value: object) -> ColumnElement[bool]:
        """Return the condition that a row has this value."""
        return self.column.is_(None) if value is None else self.column == value

    def behind(self, value: object) -> list[ColumnElement[bool]]:
        """Return the conditions of the rows that come behind this value: one for each stretch that an index has."""
        if value is None:
            return []
        other = self.column < value if self.descending else self.column > value
        return [other, self.column.is_(None)] if self.nullable else [other]


@dataclass(frozen=True, slots=True)
class InOrder:
    """A search whose rows are selected in an order that an index has, or of which there are few.

    Attributes:
        table: the rows are of this table.
        chosen: the selection of those that fit.
        by: what they are ordered by; no two rows have all of it the same.
        stretches: the conditions of the parts of that order that are gone through, one after the other; all of it if
            there is none. An index is entered where each of them begins.
    """

    table: Table
    chosen: Select[Any]
    by: Sequence[By]
    stretches: Sequence[ColumnElement[bool]] | None = None

    def behind(self, place: Place) -> Self:
        """See `Search.behind`."""
        if len(place) != len(self.by):
            raise ValueError
        stretches: list[ColumnElement[bool]] = []
        for number in reversed(range(len(self.by))):
            same = [by.equal(value) for by, value in zip(self.by[:number], place, strict=False)]
            stretches += [and_(*same, other) for other in self.by[number].behind(place[number])]
        return replace(self, stretches=stretches)

    def rows(self, connection: Connection) -> Iterator[Sequence[FetchedRow]]:
        """See `Search.rows`."""
        for chosen in self._parts():
            yield from chunks(connection, self._ordered(chosen))

    def page(self, connection: Connection, limit: int, beyond: int) -> Page:
        """See `Search.page`."""
        found = self._first(connection, limit + 1)
        if len(found) <= limit:
            return Page(found, len(found), all_counted=True)
        number = self._counted(connection, limit + beyond)
        last = tuple(getattr(found[limit - 1], by.name) for by in self.by) if limit else None
        return Page(found[:limit], number, number < limit + beyond, last)

    def first(self, connection: Connection, number: int, *columns: ColumnElement[Any]) -> tuple[list[FetchedRow], bool]:
        """See `Search.first`."""
        found = self._first(connection, number + 1, *columns)
        return found[:number], len(found) <= number

    def count(self, connection: Connection) -> int:
        """See `Search.count`."""
        return sum(_number(connection, self._keys(chosen)) for chosen in self._parts())

    def _first(self, connection: Connection, number: int, *columns: ColumnElement[Any]) -> list[FetchedRow]:
        found: list[FetchedRow] = []
        for chosen in self._parts():
            ordered = self._ordered(self._keys(chosen, *columns) if columns else chosen)
            found += connection.execute(ordered.limit(number - len(found))).all()
            if len(found) == number:
                break
        return found

    def _parts(self) -> Iterator[Select[Any]]:
        if self.stretches is None:
            yield self.chosen
        else:
            yield from (self.chosen.where(stretch) for stretch in self.stretches)

    def _counted(self, connection: Connection, most: int) -> int:
        """Return how many rows there are, at most `most`."""
        number = 0
        for chosen in self._parts():
            # In their order, so that the index that has it is gone through, as for the page.
            number += _number(connection, self._keys(self._ordered(chosen)).limit(most - number))
            if number >= most:
                break
        return number

    def _ordered(self, chosen: Select[Any]) -> Select[Any]:
        return chosen.order_by(*(by.order() for by in self.by))

    def _keys(self, chosen: Select[Any], *columns: ColumnElement[Any]) -> Select[Any]:
        return chosen.with_only_columns(self.table.c.key, *columns)


@dataclass(frozen=True, slots=True)
class ByRank:
    """A search among candidates that come from an index in the order that is asked for.

    Attributes:
        table: the rows are of this table.
        chosen: the selection of those that fit: a candidate that it does not hold is left out.
        ranks: yields the ranks of candidates within a range.
        within: the ranks of all that may be asked for.
        several: whether candidates are what several indices have, which takes longer to find.
    """

    table: Table
    chosen: Select[Any]
    ranks: Callable[[Connection, range], Ranks]
    within: range = field(kw_only=True)
    several: bool = field(kw_only=True, default=False)

    def behind(self, place: Place) -> Self:
        """See `Search.behind`."""
        return replace(self, within=ranks_behind(self.within, place))

    def rows(self, connection: Connection) -> Iterator[Sequence[FetchedRow]]:
        """See `Search.rows`."""
        for some in self._fitting(connection, self.chosen, self._candidates(connection)):
            yield list(some.values())

    def page(self, connection: Connection, limit: int, beyond: int) -> Page:
        """See `Search.page`."""
        found: dict[int, FetchedRow] = {}
        ranks = self._candidates(connection)
        for some in self._fitting(connection, self.chosen, ranks):
            found |= some
            if len(found) > limit:
                break
        else:
            return Page(list(found.values()), len(found), all_counted=True)
        most = _LOOKED_AT_IN_SEVERAL if self.several else _LOOKED_AT
        behind = list(islice(ranks, most))
        number = len(found)
        for together in batched(behind, _EACH):
            if number >= limit + beyond:
                break
            number += self._number(connection, together)
        counted = len(behind) < most and number < limit + beyond
        last = (list(found)[limit - 1],) if limit else None
        return Page(list(found.values())[:limit], min(number, limit + beyond), counted, last)

    def first(self, connection: Connection, number: int, *columns: ColumnElement[Any]) -> tuple[list[FetchedRow], bool]:
        """See `Search.first`."""
        found: list[FetchedRow] = []
        ranks = self._candidates(connection)
        looked_at = islice(ranks, _LOOKED_AT_FOR_EACH * number)
        for some in self._fitting(connection, self._keys(*columns), looked_at, most=_EACH):
            found += some.values()
            if len(found) > number:
                break
        return found[:number], len(found) <= number and next(ranks, None) is None

    def count(self, connection: Connection) -> int:
        """See `Search.count`."""
        return sum(self._number(connection, some) for some in batched(self._candidates(connection), _MOST))

    def _candidates(self, connection: Connection) -> Ranks:
        return self.ranks(connection, self.within)

    def _keys(self, *columns: ColumnElement[Any]) -> Select[Any]:
        return self.chosen.with_only_columns(self.table.c.key, *columns)

    def _number(self, connection: Connection, ranks: Iterable[int]) -> int:
        """Return how many of the candidates the search holds."""
        held = self.chosen.where(self.table.c.key.in_(GIVEN)).with_only_columns(func.count())
        return connection.execute(held, given(map(key_at, ranks))).scalar_one()

    def _fitting(
        self, connection: Connection, chosen: Select[Any], ranks: Ranks, *, most: int = _MOST
    ) -> Iterator[dict[int, FetchedRow]]:
        """Yield those of the candidates that `chosen` holds, in order, by their ranks; at most so many together."""
        size, asked = _FIRST, chosen.where(self.table.c.key.in_(GIVEN))
        while some := list(islice(ranks, size)):
            keys = [key_at(rank) for rank in some]
            held = {row.key: row for row in connection.execute(asked, given(keys))}
            fitting = {rank: held[key] for rank, key in zip(some, keys, strict=True) if key in held}
            if fitting:
                yield fitting
            size = min(size * 2, most)


def _number(connection: Connection, chosen: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()
