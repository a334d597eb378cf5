"""Candidates of searches: the ranks of what has certain words, or is noted of certain entities or outlets."""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import batched, chain, groupby, islice
from typing import Protocol

from sqlalchemy import Connection, select

from onrecord.ledger.query.full_text import match_expression
from onrecord.ledger.query.search import Ranks
from onrecord.ledger.rows import NEWEST_FIRST, day_number
from onrecord.ledger.store import FULL_TEXT, judged

# To look one rank up among those that have the words costs as much as to go through so many of them.
_LOOKUP = 30
# Of fewer than these it is known how many they are before they are gone through; so many are looked up together.
_FEW, _TOGETHER = 2_000, 100
# Of so many it is not asked at first whether they should rather be looked up.
_AHEAD = 10
# Of so many keys the ranks are merged as they come; those of more are sorted first.
_MERGED = 40


class Source(Protocol):
    """Where candidates come from."""

    @property
    def size(self) -> int:
        """About how many it has, by which the one is chosen that has the fewest."""

    def ranks(self, connection: Connection, within: range) -> Ranks:
        """Yield its ranks in order."""

    def among(self, connection: Connection, ranks: Ranks, within: range) -> Ranks:
        """Yield those of `ranks`, which are in order, that it has."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a table of ranks has under some keys, which are of its column `column`, where `condition` is true.

    Of one key the ranks lie there in their order.
    """

    table: str
    column: str
    keys: Sequence[int]
    size: int
    condition: str = "TRUE"

    def ranks(self, connection: Connection, within: range, *, backwards: bool = False) -> Ranks:
        """See `Source.ranks`; `backwards` gives them from the last to the first."""
        wanted = f"rank >= {within.start} AND rank < {within.stop} ORDER BY rank{' DESC' if backwards else ''}"
        if len(self.keys) > _MERGED:
            yield from _first_values(connection, f"{self._rows(self.keys)} AND {wanted}")
            return
        each = [_first_values(connection, f"{self._rows([key])} AND {wanted}") for key in self.keys]
        # What several have is there once.
        yield from (rank for rank, _ in groupby(merge(*each, reverse=backwards)))

    def among(self, connection: Connection, ranks: Ranks, within: range) -> Ranks:
        """See `Source.among`."""
        if len(self.keys) > _MERGED:
            yield from common(ranks, self.ranks(connection, within))
            return
        # As one value, so that the question is understood once for all of them.
        query = f"{self._rows(self.keys)} AND rank IN (SELECT value FROM json_each(?))"
        for some in batched(ranks, _TOGETHER):
            yield from sorted(_first_values(connection, query, (json.dumps(some),)))

    def _rows(self, keys: Sequence[int]) -> str:
        which = f"= {keys[0]}" if len(keys) == 1 else f"IN ({_marks(keys)})"
        return f"SELECT DISTINCT rank FROM {self.table} WHERE {self.column} {which} AND {self.condition}"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was read as spoken by entities, but for what the user took from its speaker, and what was given to them."""

    read: Noted
    given: frozenset[int]
    taken: frozenset[int]

    @property
    def size(self) -> int:
        """See `Source.size`."""
        return self.read.size + len(self.given)

    def ranks(self, connection: Connection, within: range, *, backwards: bool = False) -> Ranks:
        """See `Noted.ranks`."""
        read = self.read.ranks(connection, within, backwards=backwards)
        if not self.taken:
            return read
        given = sorted((rank for rank in self.given if rank in within), reverse=backwards)
        return merge((rank for rank in read if rank not in self.taken), given, reverse=backwards)

    def among(self, connection: Connection, ranks: Ranks, within: range) -> Ranks:
        """See `Source.among`."""
        if not self.taken:
            yield from self.read.among(connection, ranks, within)
            return
        for some in batched(ranks, _TOGETHER):
            bounds = range(some[0], some[-1] + 1)
            read = set(self.read.among(connection, iter(some), bounds)) - self.taken
            yield from sorted(read | self.given.intersection(some))


@dataclass(frozen=True, slots=True)
class Listed:
    """Some ranks, in order."""

    all: Sequence[int]

    @property
    def size(self) -> int:
        """See `Source.size`."""
        return len(self.all)

    def ranks(self, connection: Connection, within: range) -> Ranks:
        """See `Source.ranks`."""
        return (rank for rank in self.all if rank in within)

    def among(self, connection: Connection, ranks: Ranks, within: range) -> Ranks:
        """See `Source.among`."""
        return common(ranks, self.ranks(connection, within))


def involving(connection: Connection, part: str, keys: Sequence[int]) -> Noted:
    """Return the statements or events in which registered entities have a part, or that are "about" them."""
    appearing = f"SELECT coalesce(sum(appearances), 0) FROM registry WHERE key IN ({_marks(keys)})"
    [size] = _first_values(connection, appearing)
    return Noted("involved", "registered", keys, size, f"part = '{part}'")


def spoken_by(connection: Connection, keys: Sequence[int]) -> Spoken:
    """Return the statements of registered entities: read as theirs, or given to them."""
    read = involving(connection, "speaker", keys)
    chosen = select(judged).where(judged.c.kind == "reattribute")
    speakers = {one.statement: one.speaker for one in connection.execute(chosen)}
    ranks = ranks_of(connection, list(speakers))
    theirs = ranks_of(connection, [statement for statement, speaker in speakers.items() if speaker in keys])
    return Spoken(read, frozenset(theirs), frozenset(ranks))


def carried_by(connection: Connection, keys: Sequence[int]) -> Noted:
    """Return the statements in articles of outlets."""
    [size] = _first_values(
        connection, f"SELECT coalesce(sum(statements), 0) FROM outlets WHERE key IN ({_marks(keys)})"
    )
    return Noted("carried", "outlet", keys, size)


def links_of_kinds(connection: Connection, within: range, *, kinds: Collection[str]) -> Ranks:
    """Yield the ranks, in order, of the asserted links of these kinds."""
    marks = ", ".join("?" * len(kinds))
    query = (
        f"SELECT rank FROM links INDEXED BY links_newest_first WHERE rank >= ? AND rank < ? AND kind IN ({marks}) "
        "AND asserted ORDER BY rank"
    )
    return _first_values(connection, query, (within.start, within.stop, *kinds))


def in_all(connection: Connection, sources: Collection[Source], within: range) -> Ranks:
    """Yield the ranks, in order, that all the sources have: those of the smallest, looked up in the others."""
    smallest, *others = sorted(sources, key=lambda source: source.size)
    found = smallest.ranks(connection, within)
    for other in others:
        found = other.among(connection, found, within)
    return found


def with_words(connection: Connection, index: str, asked: str, within: range, *, backwards: bool = False) -> Ranks:
    """Yield the ranks, in order or from the last to the first, of what has all the words in a full-text table.

    Raises:
        UsageError: there is no word in `asked`.
    """
    order = "rowid DESC" if backwards else "rowid"
    query = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY {order}"
    return _first_values(connection, query, (match_expression(asked), within.start, within.stop))


def last_with_words(connection: Connection, index: str, asked: str, within: range, most: int) -> list[int]:
    """Return the last ranks, at most so many, in order, of what has all the words.

    Raises:
        UsageError: there is no word in `asked`.
    """
    return sorted(islice(with_words(connection, index, asked, within, backwards=True), most))


def among_with_words(connection: Connection, index: str, asked: str, ranks: Iterable[int]) -> Ranks:
    """Yield those of the ranks, which are in order, that have all the words: they are looked for day by day.

    Raises:
        UsageError: there is no word in `asked`.
    """
    for _, some in groupby(ranks, day_number):
        of_a_day = list(some)
        wanted, within = set(of_a_day), range(of_a_day[0], of_a_day[-1] + 1)
        yield from (rank for rank in with_words(connection, index, asked, within) if rank in wanted)


def those_with_words(
    connection: Connection, index: str, asked: str, sources: Collection[Source], within: range
) -> Ranks:
    """Yield the ranks, in order, that all the sources have and that have all the words asked for.

    Where few have the words, these are looked up in the sources. Else what the sources have is gone through beside all
    that has the words; where too much of that would be passed by, it is looked up one by one.
    """
    found = with_words(connection, index, asked, within)
    rare = list(islice(found, _FEW))
    if len(rare) < _FEW:
        yield from in_all(connection, [Listed(rare), *sources], within)
        return
    some, passed, others = rare, 0, in_all(connection, sources, within)
    for number, rank in enumerate(others):
        while some and some[-1] < rank:
            some, passed = list(islice(found, _FEW)), passed + _FEW
            if passed > _LOOKUP * (number + _AHEAD):
                yield from _looked_up(connection, index, asked, chain([rank], others))
                return
        if not some:
            return
        if some[bisect_left(some, rank)] == rank:
            yield rank


def _looked_up(connection: Connection, index: str, asked: str, ranks: Ranks) -> Ranks:
    """Yield those of `ranks` that have the words: some at a time are put into a full-text table of their own.

    To ask the large one for each of them would take ten times as long.
    """
    column, tokenizer = FULL_TEXT[index]
    expression, few = match_expression(asked), f"temp.few_{index}"
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {few} USING fts5({column}, content = '', tokenize = '{tokenizer}')"
    )
    for some in batched(ranks, _TOGETHER):
        rows = f"SELECT rowid, {column} FROM {index} WHERE rowid IN ({_marks(some)})"
        connection.exec_driver_sql(f"INSERT INTO {few} (rowid, {column}) {rows}")
        query = f"SELECT rowid FROM {few} WHERE few_{index} MATCH ? ORDER BY rowid"
        found = list(_first_values(connection, query, (expression,)))
        connection.exec_driver_sql(f"INSERT INTO {few} (few_{index}) VALUES ('delete-all')")
        yield from found


def common(one: Ranks, other: Ranks) -> Ranks:
    """Yield the ranks, in order, that are in both."""
    left, right = next(one, None), next(other, None)
    while left is not None and right is not None:
        if left == right:
            yield left
            left, right = next(one, None), next(other, None)
        elif left < right:
            left = next(one, None)
        else:
            right = next(other, None)


def ranks_of(connection: Connection, statements: Collection[int]) -> list[int]:
    """Return the ranks, in order, of the statements with these keys."""
    rank = NEWEST_FIRST.format(table="statements")
    return list(
        _first_values(connection, f"SELECT {rank} FROM statements WHERE key IN ({_marks(statements)}) ORDER BY 1")
    )


def _first_values(connection: Connection, query: str, given: tuple[str | int, ...] = ()) -> Ranks:
    # Of the driver itself, since there may be hundreds of thousands, of which it gives each in half the time.
    driver = connection.connection.driver_connection
    assert driver is not None
    return (value for (value,) in driver.execute(query, given))


def _marks(keys: Collection[int]) -> str:
    return ", ".join(map(str, keys))
