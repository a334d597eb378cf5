"""In which statements and events registered entities take part, in the order in which they are asked for."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from onrecord.ledger.registry.mentioning import About, about_in_reading, about_some, about_stored
from onrecord.ledger.rows import NEWEST_FIRST, OLDEST_FIRST

INVOLVED = f"""
    SELECT entities.registered AS registered, parties.part AS part, {NEWEST_FIRST.format(table="statements")} AS rank
    FROM articles JOIN statements ON statements.article = articles.key
    JOIN parties ON parties.statement = statements.key AND parties.part = 'speaker'
    JOIN entities ON entities.key = parties.entity WHERE {{where}}
    UNION SELECT entities.registered, participants.part, {OLDEST_FIRST.format(table="events")}
    FROM articles JOIN events ON events.article = articles.key
    JOIN participants ON participants.event = events.key
    JOIN entities ON entities.key = participants.entity WHERE {{where}}
"""
"""Who takes part in what, `where` an article is, or an entity as it appears there.

What statements are about is no part of it; see `mentioning`.
"""


def involve_reading(connection: Connection, reading: int) -> None:
    """Note who takes part in the statements and events of a reading that has just been written."""
    _insert(connection, f"articles.reading = {reading}", about_in_reading(connection, reading))


def involve_anew(connection: Connection, keys: Collection[int]) -> None:
    """Note anew in what the registered entities with these keys take part."""
    marks = ", ".join(map(str, sorted(keys)))
    connection.exec_driver_sql(f"DELETE FROM involved WHERE registered IN ({marks})")
    _insert(connection, f"entities.registered IN ({marks})", about_some(connection, keys))


def involve_stored(connection: Connection) -> None:
    """Note who takes part in what, of all that is stored and was not noted."""
    _insert(connection, "entities.registered IS NOT NULL", about_stored(connection))


def _insert(connection: Connection, where: str, about: Iterable[About]) -> None:
    connection.exec_driver_sql(f"INSERT OR IGNORE INTO involved {INVOLVED.format(where=where)}")
    for some in about:
        if some:
            connection.exec_driver_sql("INSERT OR IGNORE INTO involved VALUES (?, 'about', ?)", some)
