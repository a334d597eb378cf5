"""The database itself: its structure, its references, and what its rows say of each other."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from onrecord.ledger.registry import PRINTED_NOW
from onrecord.ledger.store import metadata
from onrecord.ledger.verify.problem import Problem

_CURRENT = """
    SELECT pages.sha256, pages.path, count(readings.key)
    FROM pages LEFT JOIN readings ON readings.page = pages.key AND readings.current
    GROUP BY pages.key HAVING count(readings.key) != 1
"""
_VERSIONS = "SELECT identity, sum(current) FROM pages GROUP BY identity HAVING sum(current) != 1"
# What is counted of registered entities, beside what current articles print of them.
_TRAITS = f"""
    WITH printed AS ({PRINTED_NOW.format(where="TRUE")})
    SELECT registry.id, differing.trait, differing.value FROM (
        SELECT * FROM (
            SELECT registered, trait, value, articles FROM traits WHERE articles != 0 EXCEPT SELECT * FROM printed
        )
        UNION SELECT * FROM (SELECT * FROM printed EXCEPT SELECT registered, trait, value, articles FROM traits)
    ) AS differing LEFT JOIN registry ON registry.key = differing.registered
"""
# An event is of one article, with all that belongs to it, and tells what it is in words of that article.
_EVENTS = """
    SELECT events.id, 'has no words' FROM events
    WHERE NOT EXISTS (SELECT 1 FROM spans WHERE spans.event = events.key AND part = 'span')
    UNION ALL SELECT events.id, 'has words of another article'
    FROM events JOIN spans ON spans.event = events.key WHERE spans.article != events.article
    UNION ALL SELECT events.id, 'has a participant of another article'
    FROM events JOIN participants ON event = events.key JOIN entities ON entities.key = entity
    WHERE entities.article != events.article
    UNION ALL SELECT events.id, 'is told in a statement of another article'
    FROM events JOIN statements ON statements.key IN (statement, asserting) WHERE statements.article != events.article
"""
_REGISTRY = """
    SELECT id, 'belongs to no registered entity' FROM entities WHERE registered IS NULL OR matched IS NULL
    UNION ALL SELECT one.id, 'is part of an entity that is itself part of another'
    FROM registry AS one JOIN registry AS root ON root.key = one.root WHERE root.root != root.key
    UNION ALL SELECT 'j' || judgements.key, 'is undone and still holds for a statement'
    FROM judged JOIN judgements ON judgements.key = judged.judgement WHERE undone_at IS NOT NULL
"""

# A query for the rows that are wrong, and what is said of each.
_CHECKS: tuple[tuple[str, Callable[[Sequence[Any]], Problem]], ...] = (
    (
        _CURRENT,
        lambda row: Problem(row[1] or row[0][:12], "page", f"has {row[2]} current readings instead of one"),
    ),
    (_VERSIONS, lambda row: Problem(row[0], "page", f"has {row[1]} current versions instead of one")),
    (
        _TRAITS,
        lambda row: Problem(
            "ledger", f"entity {row[0]}", f"its {row[1]} {row[2]!r} is not counted as current articles print it"
        ),
    ),
    (_EVENTS, lambda row: Problem("ledger", f"event {row[0]}", row[1])),
    (_REGISTRY, lambda row: Problem("ledger", f"row {row[0]}", row[1])),
)


def verify_structure(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of the file: of its structure, and of indices that do not hold what their tables hold."""
    for (told,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if told != "ok":
            yield Problem("ledger", "file", told)
    # What is no table but takes the place of one may show something else each time, and a trigger writes by itself.
    for kind, name in connection.exec_driver_sql("SELECT type, name FROM sqlite_master"):
        if kind not in {"table", "index"}:
            yield Problem("ledger", f"{kind} {name}", "is in no ledger that was only written by this program")
    indices = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'").scalars())
    for table in metadata.sorted_tables:
        for index in sorted(str(one.name) for one in table.indexes):
            if index not in indices:
                yield Problem("ledger", f"index {index}", "is missing, so that questions take long")
    yield from _strays(connection)


def _strays(connection: Connection) -> Iterator[Problem]:
    """Yield the rows that refer to a row that is not there.

    No reading has them, and so no digest does, and yet they can be exported with the rows that they speak of. Which
    columns refer to which is told by this program, not by the file, which may have been altered in that as well.
    """
    for table in metadata.sorted_tables:
        name = next(iter(table.primary_key)).name
        for column in table.columns:
            for reference in column.foreign_keys:
                owners = reference.column.table.name
                query = (
                    f'SELECT "{name}" FROM "{table.name}" WHERE "{column.name}" IS NOT NULL'
                    f' AND "{column.name}" NOT IN (SELECT "{reference.column.name}" FROM "{owners}")'
                )
                for (key,) in connection.exec_driver_sql(query):
                    reason = f"belongs to a row of {owners} that is not there"
                    yield Problem("ledger", f"{table.name} {key}", reason)


def verify_database(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of references between rows, and of what is counted in them."""
    for query, problem in _CHECKS:
        for row in connection.exec_driver_sql(query):
            yield problem(row)
