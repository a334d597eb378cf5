"""Candidates of searches: the ranks of what has certain words, and of what certain entities take part in."""

from collections.abc import Collection, Sequence
from heapq import merge
from itertools import batched, chain, islice

from sqlalchemy import Connection, select

from onrecord.ledger.query.full_text import match_expression
from onrecord.ledger.query.search import Ranks
from onrecord.ledger.rows import NEWEST_FIRST
from onrecord.ledger.store import judged

# To look one rank up among those that have the words costs as much as to go through so many of them.
_LOOKUP = 100
# More candidates than these are not looked up one by one, and so many are looked up together.
_FEW, _TOGETHER = 2_000, 100


def with_words(connection: Connection, index: str, asked: str, within: range) -> Ranks:
    """Yield the ranks, in order, of what a full-text table has all the words asked for of.

    Raises:
        UsageError: there is no word in `asked`.
    """
    query = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid"
    found = connection.exec_driver_sql(query, (match_expression(asked), within.start, within.stop))
    return (rank for (rank,) in found)


def involving(connection: Connection, part: str, keys: Collection[int], within: range) -> Ranks:
    """Yield the ranks, in order, of the statements or events in which registered entities have a part."""
    # Of one entity they lie in their order; those of several are sorted.
    which = f"= {next(iter(keys))}" if len(keys) == 1 else f"IN ({', '.join(map(str, keys))})"
    found = connection.exec_driver_sql(
        f"SELECT DISTINCT rank FROM involved WHERE registered {which} AND part = ? AND rank >= ? AND rank < ? "
        "ORDER BY rank",
        (part, within.start, within.stop),
    )
    return (rank for (rank,) in found)


def spoken_by(connection: Connection, keys: Collection[int], within: range) -> Ranks:
    """Yield the ranks, in order, of the statements of registered entities: read as theirs, or given to them."""
    chosen = select(judged).where(judged.c.kind == "reattribute")
    given = {one.statement: one.speaker for one in connection.execute(chosen)}
    own = involving(connection, "speaker", keys, within)
    if not given:
        return own
    theirs = ranks_of(connection, [statement for statement, speaker in given.items() if speaker in keys], within)
    away = set(ranks_of(connection, list(given), within))
    return merge((rank for rank in own if rank not in away), theirs)


def those_with_words(connection: Connection, index: str, asked: str, others: Ranks, within: range) -> Ranks:
    """Yield those of `others`, in order, that have all the words asked for.

    They are looked up one by one where that is less work than to go through all that has the words.
    """
    few = list(islice(others, _FEW))
    found = with_words(connection, index, asked, within)
    if len(few) == _FEW:
        return common(chain(few, others), found)
    most = len(few) * _LOOKUP
    first = list(islice(found, most))
    return common(iter(few), iter(first)) if len(first) < most else _looked_up(connection, index, asked, few)


def _looked_up(connection: Connection, index: str, asked: str, ranks: Sequence[int]) -> Ranks:
    expression = match_expression(asked)
    for some in batched(ranks, _TOGETHER):
        marks = ", ".join(map(str, some))
        query = f"SELECT rowid FROM {index} WHERE {index} MATCH ? AND rowid IN ({marks})"
        yield from sorted(rank for (rank,) in connection.exec_driver_sql(query, (expression,)))


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


def ranks_of(connection: Connection, statements: Collection[int], within: range) -> list[int]:
    """Return the ranks, in order, of the statements with these keys."""
    rank = NEWEST_FIRST.format(table="statements")
    marks = ", ".join(map(str, statements))
    found = connection.exec_driver_sql(f"SELECT {rank} FROM statements WHERE key IN ({marks}) ORDER BY 1")
    return [one for (one,) in found if one in within]
