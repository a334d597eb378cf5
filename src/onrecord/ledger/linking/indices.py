"""Which articles may be on the same affair as one: those with characteristic words in common.

Only articles that are no copies are noted: what holds for one of a thousand printings is found once.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from onrecord.ledger.linking.material import day_number
from onrecord.linking import MOST, SHARED, WINDOW, Story, characteristic


def note(connection: Connection, story: Story) -> None:
    """Note an article that is no copy, so that others find it."""
    words = [(word, day_number(story.day), story.key) for word in characteristic(story)]
    if words:
        connection.exec_driver_sql("INSERT OR IGNORE INTO matters (word, day, article) VALUES (?, ?, ?)", words)


def forget(connection: Connection, article: int) -> None:
    """Forget an article that was noted."""
    connection.exec_driver_sql("DELETE FROM matters WHERE article = ?", (article,))


def on_one_affair(connection: Connection, story: Story) -> list[int]:
    """Return the keys of the earlier articles within the window that share most with one, at most `MOST`.

    An article without a day has none.
    """
    if story.day is None:
        return []
    last = day_number(story.day)
    found = _sharing_words(connection, characteristic(story), last - WINDOW, last)
    before = _positions(connection, list(found), story.position, before=True)
    best = sorted(before, key=lambda key: (-found[key], before[key]), reverse=False)
    return best[:MOST]


def later_on_one_affair(connection: Connection, story: Story) -> list[int]:
    """Return the keys of the later articles that one may be compared with by `on_one_affair`."""
    if story.day is None:
        return []
    first = day_number(story.day)
    found = _sharing_words(connection, characteristic(story), first, first + WINDOW)
    return list(_positions(connection, list(found), story.position, before=False))


def _sharing_words(connection: Connection, words: Sequence[int], first: int, last: int) -> dict[int, int]:
    """Return how many characteristic words articles of some days share with one, if that is enough."""
    counted: Counter[int] = Counter()
    for word in words:
        counted.update(
            connection.exec_driver_sql(
                "SELECT article FROM matters WHERE word = ? AND day BETWEEN ? AND ?", (word, max(first, 1), last)
            ).scalars()
        )
    return {key: number for key, number in counted.items() if number >= SHARED}


def _positions(connection: Connection, keys: Collection[int], position: str, *, before: bool) -> dict[int, str]:
    """Return the positions of those of some articles that stand before a position, or behind it."""
    if not keys:
        return {}
    shown = ", ".join(map(str, keys))
    found = connection.exec_driver_sql(
        f"SELECT article, position FROM linked WHERE article IN ({shown}) AND position {'<' if before else '>'} ? "
        "ORDER BY position",
        (position,),
    )
    return dict(found.all())
