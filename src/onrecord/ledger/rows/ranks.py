"""Ranks: one number of a row's day and its key, by which rows are in the order of time.

A full-text table gives the rows it finds in the order of their numbers, and an index holds its rows so. With ranks for
numbers the first fifty are found without looking at the others. Of the statements the newest come first; of quantities
and events the oldest. Rows without a day come last, and those of a day in the order they were read.
"""

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.ledger.rows.days import iso_day

_KEY_BITS = 40
_KEYS = 1 << _KEY_BITS
_NO_DAY = datetime.date.max.toordinal() + 1


def newest_first(day: str | None, key: int) -> int:
    """Return the rank of a row among those of which the newest come first; `day` is ISO 8601.

    A row of 2025-03-07 has a lower rank than one of 2025-03-05, and that a lower one than one without a day.
    """
    return (_NO_DAY - _ordinal(day) if day else _NO_DAY) * _KEYS + key


def oldest_first(day: str | None, key: int) -> int:
    """Return the rank of a row among those of which the oldest come first; see `newest_first`."""
    return (_ordinal(day) if day else _NO_DAY) * _KEYS + key


def key_at(rank: int) -> int:
    """Return the key of the row of this rank, of either order."""
    return rank % _KEYS


def day_at(rank: int) -> str | None:
    """Return the day of the row of this rank among those of which the oldest come first, None where it has none."""
    ordinal = rank // _KEYS
    return None if ordinal == _NO_DAY else datetime.date.fromordinal(ordinal).isoformat()


def oldest_of(newest: Sequence[int], within: range) -> Iterator[int]:
    """Yield, the oldest first, the ranks that rows have among those of which the oldest come first, within a range.

    Args:
        newest: their ranks, in order, among those of which the newest come first.
        within: the ranks that are asked for, which begin with a day.
    """
    of_days, without = newest_ranges(within)
    first, behind, undated = (bisect_left(newest, rank) for rank in (of_days.start, of_days.stop, without.start))
    yield from turned(reversed(newest[first:behind]))
    if without:
        yield from newest[undated:]


def newest_ranges(within: range) -> tuple[range, range]:
    """Return the ranks that rows of a range have among those of which the newest come first: with a day, and without.

    The range is one of ranks of which the oldest come first, and begins with a day.
    """
    first, last = within.start // _KEYS, (within.stop - 1) // _KEYS
    # Later days have lower ranks.
    start, stop = (min(_NO_DAY - day, _NO_DAY) * _KEYS for day in (min(last, _NO_DAY - 1), first - 1))
    undated = range(_NO_DAY * _KEYS, (_NO_DAY + (last >= _NO_DAY)) * _KEYS)
    return range(start, max(start, stop)), undated


def turned(backwards: Iterable[int]) -> Iterator[int]:
    """Yield ranks, all with a day, of which the newest come first, as those of which the oldest do.

    They are given from the last to the first, and so by day; of each day the lowest key comes first again.
    """
    for day, some in groupby(backwards, day_number):
        yield from ((_NO_DAY - day) * _KEYS + key_at(rank) for rank in reversed(list(some)))


def day_number(rank: int) -> int:
    """Return a number that the ranks of one order share where their rows are of one day."""
    return rank // _KEYS


def dated(ranks: range) -> tuple[range, range]:
    """Return the ranks of a range, of either order, that are of rows with a day, and those of rows without."""
    cut = min(max(ranks.start, _NO_DAY * _KEYS), max(ranks.start, ranks.stop))
    return range(ranks.start, cut), range(cut, ranks.stop)


def ranks_newest_first(since: datetime.date | None, until: datetime.date | None) -> range:
    """Return the ranks of the rows of these days, the first and last included; of all rows if neither is given."""
    first = newest_first(iso_day(until), 0) if until else 0
    if since is None:
        return range(first, newest_first(None, 0) if until else newest_first(None, _KEYS))
    return range(first, newest_first(iso_day(since), _KEYS))


def ranks_oldest_first(since: datetime.date | None, until: datetime.date | None) -> range:
    """Return the ranks of the rows of these days, likewise."""
    first = oldest_first(iso_day(since), 0) if since else 0
    if until is None:
        return range(first, oldest_first(None, 0) if since else oldest_first(None, _KEYS))
    return range(first, oldest_first(iso_day(until), _KEYS))


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


_ORDINAL = "CAST(julianday({table}.day) - 1721424.5 AS INTEGER)"
_NEWEST = f"((coalesce({_NO_DAY} - {_ORDINAL}, {_NO_DAY}) << {_KEY_BITS}) | {{key}})"
NEWEST_FIRST = _NEWEST.replace("{key}", "{table}.key")
"""`newest_first` in SQL, of a row of `table`."""
LINKS_NEWEST_FIRST = f"""
    (SELECT {_NEWEST.format(table="statements", key="links.key")} FROM statements WHERE statements.key = links.later)
"""
"""`newest_first` in SQL, of a row of `links`: by the day of its later statement; NULL of one between articles."""
OLDEST_FIRST = f"((coalesce({_ORDINAL}, {_NO_DAY}) << {_KEY_BITS}) | {{table}}.key)"
"""`oldest_first` in SQL, of a row of `table`."""
