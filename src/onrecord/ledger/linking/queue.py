"""Which articles are still to be compared with those before them, in their order.

What is found for an article depends only on earlier articles: those that may be its original, and those on the same
affair. So an article that comes in, or goes, makes only the later ones anew that it has to do with, and whatever the
order in which pages were added, the same is found in the end.
"""

from collections.abc import Collection
from heapq import heappop, heappush

from sqlalchemy import Connection

_NOT_COMPARED = """
    SELECT articles.key, coalesce(articles.published, '9999-99-99') || ' ' || articles.id
    FROM articles JOIN readings ON readings.key = articles.reading AND readings.current
    JOIN pages ON pages.key = readings.page AND pages.current
    WHERE articles.key NOT IN (SELECT article FROM linked)
"""
_GONE = """
    SELECT linked.article FROM linked JOIN articles ON articles.key = linked.article
    JOIN readings ON readings.key = articles.reading JOIN pages ON pages.key = readings.page
    WHERE NOT (readings.current AND pages.current)
"""


class Queue:
    """Articles by their position, the earliest first; each is in it once. `done` counts those taken out."""

    def __init__(self) -> None:
        self._heap: list[tuple[str, int]] = []
        self._waiting: set[int] = set()
        self.done = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, position: str, article: int) -> None:
        """Put in an article, unless it is there."""
        if article not in self._waiting:
            self._waiting.add(article)
            heappush(self._heap, (position, article))

    def take(self) -> int:
        """Take out the earliest article."""
        _, article = heappop(self._heap)
        self._waiting.remove(article)
        self.done += 1
        return article


def not_compared(connection: Connection) -> list[tuple[int, str]]:
    """Return the current articles that were not compared yet, with their positions."""
    return [(key, position) for key, position in connection.exec_driver_sql(_NOT_COMPARED)]


def gone(connection: Connection) -> list[int]:
    """Return the articles that were compared, and are no longer current."""
    return list(connection.exec_driver_sql(_GONE).scalars())


def positions_of(connection: Connection, articles: Collection[int]) -> dict[int, str]:
    """Return where articles that were compared stand."""
    shown = ", ".join(map(str, articles))
    found = connection.exec_driver_sql(f"SELECT article, position FROM linked WHERE article IN ({shown})")
    return dict(found.tuples().all())


def depending_on(connection: Connection, article: int) -> list[int]:
    """Return the articles that are copies of one, or have a link to it that was found with them."""
    found = connection.exec_driver_sql(
        "SELECT article FROM linked WHERE original = ? UNION "
        "SELECT found_with FROM links WHERE ? IN (later_article, earlier_article) AND found_with != ?",
        (article, article, article),
    )
    return list(found.scalars())
