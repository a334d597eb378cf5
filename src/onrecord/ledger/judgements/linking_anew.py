"""Which articles a judgement makes to be linked anew: what linking found for them depends on what was decided."""

from collections.abc import Iterable

from sqlalchemy import Connection

_NOT_COMPARED = """
    DELETE FROM linked WHERE article = ? AND article IN (
        SELECT articles.key FROM articles JOIN readings ON readings.key = articles.reading AND readings.current
        JOIN pages ON pages.key = readings.page AND pages.current
    )
"""
# Articles in which an entity appears that has become part of another, or of itself again.
_NAMING = "SELECT DISTINCT article FROM entities WHERE registered IN ({keys})"


def link_anew(connection: Connection, articles: Iterable[int]) -> None:
    """Let the next run of linking compare these articles again, those of them that are current."""
    found = [(key,) for key in sorted(set(articles))]
    if found:
        connection.exec_driver_sql(_NOT_COMPARED, found)


def link_anew_naming(connection: Connection, entities: Iterable[int]) -> None:
    """Let the next run of linking compare the articles again in which registered entities of these keys appear."""
    keys = ", ".join(map(str, sorted(set(entities))))
    link_anew(connection, connection.exec_driver_sql(_NAMING.format(keys=keys)).scalars().all())
