"""Which articles are still to be compared with those before them, in their order.

What is found for an article depends only on earlier articles: those that may be its original, and those on the same
affair. So an article that comes in, or goes, makes only the later ones anew that it has to do with, and whatever the
order in which pages were added, the same is found in the end.
"""

import json
from collections.abc import Collection
from heapq import heappop, heappush

from sqlalchemy import Connection

_CURRENT = """
    FROM due JOIN articles ON articles.key = due.article JOIN readings ON readings.key = articles.reading
    JOIN pages ON pages.key = readings.page WHERE {} (readings.current AND pages.current)
"""
_WAITING = f"SELECT article, coalesce(published, '9999-99-99') || ' ' || id {_CURRENT.format('')}"
_LOST = f"SELECT article {_CURRENT.format('NOT')}"
_CHOSEN = "SELECT value FROM json_each(?)"


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


def waiting(connection: Connection) -> list[tuple[int, str]]:
    """Return the current articles that are due, with their positions."""
    return [(article, position) for article, position in connection.exec_driver_sql(_WAITING)]


def is_waiting(connection: Connection, article: int) -> bool:
    """Say whether a current article is due; not so if another process has compared it, or added another reading."""
    return connection.exec_driver_sql(f"{_WAITING} AND article = ?", (article,)).first() is not None


def lost(connection: Connection) -> list[int]:
    """Return the articles that are due and no longer current: what was found with them is to be taken away."""
    return list(connection.exec_driver_sql(_LOST).scalars())


def make_due(connection: Connection, articles: Collection[int]) -> dict[int, str]:
    """Write that articles that were compared are to be compared anew; return where these stand.

    So a run that is cut short is completed by the next one.
    """
    if not articles:
        return {}
    chosen = (json.dumps(list(articles)),)
    connection.exec_driver_sql(f"INSERT OR IGNORE INTO due (article) {_CHOSEN}", chosen)
    found = connection.exec_driver_sql(f"SELECT article, position FROM linked WHERE article IN ({_CHOSEN})", chosen)
    return dict(found.all())


def is_done(connection: Connection, article: int) -> None:
    """Write that an article is no longer due."""
    connection.exec_driver_sql("DELETE FROM due WHERE article = ?", (article,))


def depending_on(connection: Connection, article: int) -> list[int]:
    """Return the articles that are copies of one, or have a link to it that was found with them."""
    found = connection.exec_driver_sql(
        "SELECT article FROM linked WHERE original = ? UNION "
        "SELECT found_with FROM links WHERE later_article = ? AND found_with != ? UNION "
        "SELECT found_with FROM links WHERE earlier_article = ? AND found_with != ?",
        (article,) * 5,
    )
    return list(found.scalars())
