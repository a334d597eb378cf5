"""Which articles a judgement makes to be linked anew: what linking found for them depends on what was decided."""

from collections.abc import Iterable

from sqlalchemy import Connection

# The articles of a key, and those with which a link of it was found, as far as they are current.
_MAKE_DUE = """
    INSERT OR IGNORE INTO due (article)
    SELECT articles.key FROM articles JOIN readings ON readings.key = articles.reading AND readings.current
    JOIN pages ON pages.key = readings.page AND pages.current
    WHERE articles.key = :article OR articles.key IN (
        SELECT found_with FROM links WHERE later_article = :article OR earlier_article = :article
    )
"""
_NAMING = "SELECT DISTINCT article FROM entities WHERE registered IN ({keys})"
_ON_PAGE = """
    SELECT articles.key FROM articles JOIN readings ON readings.key = articles.reading
    JOIN pages ON pages.key = readings.page WHERE identity = ?
"""


def link_anew(connection: Connection, articles: Iterable[int]) -> None:
    """Let the next run of linking compare these articles again, and those that have links to them."""
    for article in sorted(set(articles)):
        connection.exec_driver_sql(_MAKE_DUE, {"article": article})


def link_anew_naming(connection: Connection, entities: Iterable[int]) -> None:
    """Let the next run of linking compare the articles again in which registered entities of these keys appear."""
    keys = ", ".join(map(str, sorted(set(entities))))
    link_anew(connection, connection.exec_driver_sql(_NAMING.format(keys=keys)).scalars().all())


def link_anew_on(connection: Connection, page: str) -> None:
    """Let the next run of linking compare the articles of the page of an identity again."""
    link_anew(connection, connection.exec_driver_sql(_ON_PAGE, (page,)).scalars().all())
