"""What somebody said and did, or what was said of something, day by day."""

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from itertools import batched, chain, groupby, islice
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, Select, Table, select

from onrecord.ledger.query.candidates import among_with_words, involving, ranks_of, spoken_by, with_words
from onrecord.ledger.query.events import event_rows, event_selection
from onrecord.ledger.query.given_keys import GIVEN, given
from onrecord.ledger.query.lookup import find_entities, keys_of
from onrecord.ledger.query.printings import is_first_printing, outlet_names, outlets_printing
from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.query.search import Place, Ranks
from onrecord.ledger.query.shown import of_media_and_confidence
from onrecord.ledger.query.statements import statements_by_key
from onrecord.ledger.rows import (
    TimelineRow,
    day_at,
    key_at,
    newest_ranges,
    oldest_first,
    oldest_of,
    ranks_newest_first,
    ranks_oldest_first,
    turned,
)
from onrecord.ledger.store import events, statements

# Candidates that are looked up together, first and at most.
_FIRST, _TOGETHER = 100, 400
# Of more statements the events are not looked up, but all events gone through.
_MANY = 10_000
_TOLD = "SELECT key, day, statement FROM events WHERE statement IS NOT NULL AND"


class Entry(NamedTuple):
    """A statement or event by its rank among rows of which the oldest come first; the undated come last."""

    day: int
    kind: str
    rank: int


class TimelinePage(NamedTuple):
    """The first entries, how many there are at least, whether these are all, and the last place if there are more."""

    entries: list[Entry]
    at_least: int
    all_counted: bool
    last: Place | None


@dataclass(frozen=True, slots=True)
class TimelineSearch:
    """What was said and done, the oldest first: only as much of it is looked up as is asked for.

    Attributes:
        spoken: yields the ranks of candidates for statements within a range, the oldest first.
        happened: yields those of candidates for events, likewise.
        within: the ranks of the days that are asked for, likewise.
        after: where an earlier answer ended.
    """

    spoken: Callable[[Connection, range], Ranks]
    happened: Callable[[Connection, range], Ranks]
    within: range
    after: Entry | None = None

    def behind(self, place: Place) -> Self:
        """Return the search for what comes behind a place.

        Raises:
            ValueError: it is no place in this order.
        """
        if len(place) != 2 or not isinstance(place[0], int) or place[1] not in {"event", "statement"}:
            raise ValueError
        # A rank that is of no day raises a ValueError here.
        day_at(place[0])
        after = _entry(str(place[1]), place[0])
        return replace(self, after=after, within=range(max(after.day, self.within.start), self.within.stop))

    def page(self, connection: Connection, limit: int, beyond: int) -> TimelinePage:
        """Return the first `limit` entries; counting stops `beyond` behind these."""
        found = list(islice(self.entries(connection), limit + beyond))
        more = len(found) > limit > 0
        last = (found[limit - 1].rank, found[limit - 1].kind) if more else None
        return TimelinePage(found[:limit], len(found), len(found) < limit + beyond, last)

    def count(self, connection: Connection) -> int:
        """Return how many entries there are."""
        return sum(1 for _ in self.entries(connection))

    def entries(self, connection: Connection) -> Iterator[Entry]:
        """Yield all in order, as they are looked up."""
        shown = of_media_and_confidence(selection(statements)).where(is_first_printing())
        said = _looked_up(connection, shown, statements, self.spoken(connection, self.within))
        done = _looked_up(connection, selection(events), events, self.happened(connection, self.within))
        for one in merge(said, done):
            if self.after is None or one > self.after:
                yield one


def search_timeline(
    connection: Connection,
    asked: str,
    *,
    words: bool,
    since: datetime.date | None,
    until: datetime.date | None,
) -> TimelineSearch:
    """Return the search for what an entity of this name said and did, or else what was said with these words.

    Statements are those that are shown by default, each once however many print it. Of words, events are those that a
    statement with them is, or tells of.

    Raises:
        UsageError: there is nothing to look for in `asked`.
    """
    roots = [] if words else find_entities(connection, asked)
    newest, oldest = ranks_newest_first(since, until), ranks_oldest_first(since, until)
    if roots:
        keys = keys_of(connection, roots)
        return TimelineSearch(partial(_spoken, keys=keys), partial(_involving, keys=keys), oldest)
    few = list(islice(with_words(connection, "said", asked, newest), _MANY + 1))
    if len(few) > _MANY:
        return TimelineSearch(partial(_having, asked=asked), partial(_told_having, asked=asked), oldest)
    told = frozenset(map(key_at, few))
    return TimelineSearch(partial(_listed, newest=few), partial(_told, told=told), oldest)


def timeline_rows(connection: Connection, entries: Sequence[Entry]) -> Iterator[TimelineRow]:
    """Yield entries as rows, some hundreds at a time."""
    for some in batched(entries, _TOGETHER):
        spoken = [key_at(one.rank) for one in some if one.kind == "statement"]
        said = statements_by_key(connection, spoken)
        happened = [key_at(one.rank) for one in some if one.kind == "event"]
        told = connection.execute(event_selection().where(events.c.key.in_(GIVEN)), given(happened)).all()
        done = {one.key: row for one, row in zip(told, event_rows(connection, [told]), strict=True)}
        printed = outlets_printing(connection, spoken)
        for one in some:
            key, is_statement = key_at(one.rank), one.kind == "statement"
            printings = printed.get(key, []) if is_statement else []
            yield TimelineRow(
                day=day_at(one.rank),
                statement=said.get(key) if is_statement else None,
                event=None if is_statement else done.get(key),
                printings=len(printings),
                outlets=outlet_names(printings),
            )


def _entry(kind: str, rank: int) -> Entry:
    return Entry(rank - key_at(rank), kind, rank)


def _looked_up(connection: Connection, chosen: Select[Any], table: Table, ranks: Ranks) -> Iterator[Entry]:
    """Yield those of the candidates that a selection holds."""
    size, keys = _FIRST, chosen.where(table.c.key.in_(GIVEN)).with_only_columns(table.c.key)
    while some := list(islice(ranks, size)):
        held = set(connection.execute(keys, given(map(key_at, some))).scalars())
        yield from (_entry(table.name.removesuffix("s"), rank) for rank in some if key_at(rank) in held)
        size = min(size * 2, _TOGETHER)


def _involving(connection: Connection, within: range, *, keys: Sequence[int]) -> Ranks:
    """Yield the ranks of the events in which entities act or are acted upon."""
    parts = (involving(connection, part, keys).ranks(connection, within) for part in ("actor", "recipient"))
    # Who does something to himself is there twice.
    return (rank for rank, _ in groupby(merge(*parts)))


def _told(connection: Connection, within: range, *, told: Collection[int]) -> Ranks:
    """Yield the ranks of the events that statements with these keys are, or tell of."""
    chosen = select(events.c.key, events.c.day).where(events.c.statement.in_(GIVEN))
    ranks = [
        oldest_first(one.day, one.key)
        for some in batched(sorted(told), _TOGETHER)
        for one in connection.execute(chosen, given(some))
    ]
    yield from (rank for rank in sorted(ranks) if rank in within)


def _listed(_connection: Connection, within: range, *, newest: Sequence[int]) -> Ranks:
    """Yield the ranks of statements of which all are known, by those among which the newest come first."""
    return oldest_of(newest, within)


def _spoken(connection: Connection, within: range, *, keys: Sequence[int]) -> Ranks:
    """Yield the ranks of the statements of entities: no more of them is found than is asked for."""
    (of_days, without), source = newest_ranges(within), spoken_by(connection, keys)
    yield from turned(source.ranks(connection, of_days, backwards=True))
    yield from source.ranks(connection, without)


def _having(connection: Connection, within: range, *, asked: str) -> Ranks:
    """Yield the ranks of the statements with some words, likewise."""
    of_days, without = newest_ranges(within)
    yield from turned(with_words(connection, "said", asked, of_days, backwards=True))
    yield from with_words(connection, "said", asked, without)


def _told_having(connection: Connection, within: range, *, asked: str) -> Ranks:
    """Yield the ranks of the events that statements with some words are, or tell of.

    All events that statements tell of are gone through in the order of their days.
    """
    first = day_at(within.start) if within.start else ""
    dated = () if first is None else connection.exec_driver_sql(f"{_TOLD} day >= ? ORDER BY day, key", (first,))
    undated = connection.exec_driver_sql(f"{_TOLD} day IS NULL ORDER BY key")
    for some in batched(chain(dated, undated), _TOGETHER):
        ranks = ranks_of(connection, {statement for _, _, statement in some})
        told = {key_at(rank) for rank in among_with_words(connection, "said", asked, ranks)}
        for key, day, statement in some:
            rank = oldest_first(day, key)
            if rank >= within.stop:
                return
            if statement in told:
                yield rank
