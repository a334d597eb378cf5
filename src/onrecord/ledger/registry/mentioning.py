"""Which statements are about registered entities: those that mention them, are against them or addressed to them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import batched

from sqlalchemy import Connection

from onrecord.ledger.rows import NEWEST_FIRST

# Articles that are gone through together.
_TOGETHER = 500

_RANK = NEWEST_FIRST.format(table="statements")
_MENTIONS = """
    SELECT entities.article, spans.start, spans."end", entities.registered FROM entities
    JOIN spans ON spans.entity = entities.key AND spans.part = 'mention'
    WHERE entities.article IN ({articles}) AND entities.registered {of} ORDER BY entities.article, spans.start
"""
_CONTENTS = f"""
    SELECT statements.article, spans.start, spans."end", {_RANK} FROM statements
    JOIN spans ON spans.statement = statements.key AND spans.part = 'content'
    WHERE statements.article IN ({{articles}})
"""
_CONCERNED = f"""
    SELECT entities.registered, {_RANK} FROM statements
    JOIN parties ON parties.statement = statements.key AND parties.part IN ('target', 'addressee')
    JOIN entities ON entities.key = parties.entity
    WHERE statements.article IN ({{articles}}) AND entities.registered {{of}}
"""

type About = list[tuple[int, int]]
"""Registered entities with the ranks of statements about them, each pair once."""


def about_in_reading(connection: Connection, reading: int) -> Iterator[About]:
    """Yield what the statements of a reading are about."""
    return _about(connection, f"SELECT key FROM articles WHERE reading = {reading}", "IS NOT NULL")


def about_some(connection: Connection, keys: Collection[int]) -> Iterator[About]:
    """Yield the statements that are about the registered entities with these keys."""
    of = f"IN ({', '.join(map(str, sorted(keys)))})"
    return _about(connection, f"SELECT DISTINCT article FROM entities WHERE registered {of}", of)


def about_stored(connection: Connection) -> Iterator[About]:
    """Yield what all statements that are stored are about."""
    return _about(connection, "SELECT key FROM articles", "IS NOT NULL")


def _about(connection: Connection, articles: str, of: str) -> Iterator[About]:
    """Yield what the statements of some articles are about, of entities of which `of` is true; some articles a time.

    `articles` is the query of their keys.
    """
    for some in batched(connection.exec_driver_sql(articles).scalars().all(), _TOGETHER):
        marks = ", ".join(map(str, some))
        found = {tuple(row) for row in connection.exec_driver_sql(_CONCERNED.format(articles=marks, of=of))}
        mentions: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
        for article, start, end, registered in connection.exec_driver_sql(_MENTIONS.format(articles=marks, of=of)):
            mentions[article].append((start, end, registered))
        for article, start, end, rank in connection.exec_driver_sql(_CONTENTS.format(articles=marks)):
            found.update((registered, rank) for registered in _within(mentions[article], start, end))
        yield sorted(found)


def _within(mentions: Sequence[tuple[int, int, int]], start: int, end: int) -> Iterator[int]:
    """Yield who is mentioned in a stretch of text, of mentions in their order."""
    for number in range(bisect_left(mentions, (start,)), len(mentions)):
        begun, ended, registered = mentions[number]
        if begun >= end:
            break
        if ended <= end:
            yield registered
