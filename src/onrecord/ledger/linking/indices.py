"""Which articles may have to do with one: those with the same fingerprints, or characteristic words in common.

Only articles that are no copies are noted: what holds for one of a thousand printings is found once.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from onrecord.ledger.linking.material import day_number
from onrecord.linking import MOST, SHARED, Story, characteristic, fingerprints

WINDOW = 30
"""Articles that so many days lie between are not compared, unless they may be copies."""

# Of so few common fingerprints two texts may have one by chance; more articles than these are not compared as copies.
_COMMON, _MOST_COPIES = 2, 8


def note(connection: Connection, story: Story) -> None:
    """Note an article that is no copy, so that others find it."""
    rows = [(one, story.key) for one in fingerprints(story.shingles)]
    if rows:
        connection.exec_driver_sql("INSERT OR IGNORE INTO fingerprints (fingerprint, article) VALUES (?, ?)", rows)
    words = [(word, day_number(story.day), story.key) for word in characteristic(story)]
    if words:
        connection.exec_driver_sql("INSERT OR IGNORE INTO matters (word, day, article) VALUES (?, ?, ?)", words)


def forget(connection: Connection, article: int) -> None:
    """Forget an article that was noted."""
    for table in ("fingerprints", "matters"):
        connection.exec_driver_sql(f"DELETE FROM {table} WHERE article = ?", (article,))


def possible_originals(connection: Connection, story: Story) -> list[int]:
    """Return the keys of the earlier articles that one may be a copy of."""
    return [key for key, _ in _sharing(connection, story, before=True).most_common(_MOST_COPIES)]


def possible_copies(connection: Connection, story: Story) -> list[int]:
    """Return the keys of the later articles, noted as no copies, that may be copies of one."""
    return list(_sharing(connection, story, before=False))


def _sharing(connection: Connection, story: Story, *, before: bool) -> Counter[int]:
    """Return how many fingerprints an article has in common with others noted before it, or behind it."""
    marks = fingerprints(story.shingles)
    if not marks:
        return Counter()
    shown = ", ".join(map(str, marks))
    least = min(_COMMON, len(marks))
    found = connection.exec_driver_sql(
        "SELECT fingerprints.article, count(*) FROM fingerprints "
        "JOIN linked ON linked.article = fingerprints.article "
        f"WHERE fingerprint IN ({shown}) AND linked.position {'<' if before else '>'} ? "
        "GROUP BY fingerprints.article HAVING count(*) >= ? ORDER BY linked.position",
        (story.position, least),
    )
    return Counter(dict(found.tuples().all()))


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
    return dict(found.tuples().all())
