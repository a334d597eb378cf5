"""Which articles have fingerprints in common: all that were compared are noted, with whether they may be originals.

A fingerprint that many articles have, as of a line that an outlet prints below each of its stories, leads to the
earliest few of them only. So looking up takes as long in a large ledger as in a small one; a copy is found by its
other fingerprints.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import batched
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.linking import Story, fingerprints, likely_share

# Of so few common fingerprints two texts may have one by chance. Articles are compared where the fingerprints say that
# one likely has this share of the other, which is two thirds of what makes a possible copy.
_COMMON, _LIKELY = 2, 0.2
# To how many articles a fingerprint leads, and with how many an article is compared.
_EARLIEST, _MOST = 8, 8
# SQLite joins at most 500 queries in one.
_IN_ONE_QUERY = 100


class Noted(NamedTuple):
    """An article as it is noted: its key, where it stands in the order of days, how many shingles it has."""

    article: int
    position: str
    size: int


class Marked(NamedTuple):
    """An article with its fingerprints."""

    noted: Noted
    marks: Sequence[int]


def marked(story: Story) -> Marked:
    """Return an article with its fingerprints."""
    return Marked(Noted(story.key, story.position, len(story.shingles)), fingerprints(story.shingles))


def note(connection: Connection, one: Marked, *, source: bool) -> None:
    """Note an article; `source` says whether later ones may be copies of it."""
    if one.marks:
        connection.exec_driver_sql(_INSERT, [(mark, source, one.noted.position, *one.noted[::2]) for mark in one.marks])


def forget(connection: Connection, one: Marked) -> None:
    """Forget an article that was noted."""
    if one.marks:
        rows = [(mark, source, one.noted.position, one.noted.article) for mark in one.marks for source in (False, True)]
        connection.exec_driver_sql(_DELETE, rows)


def possible_originals(connection: Connection, one: Marked) -> list[int]:
    """Return the keys of the earlier articles that one may be a copy of, at most `_MOST`, the likeliest first."""
    counted = Counter(other for _, other in _earliest(connection, one))
    likely = {other: share for other, number in counted.items() if (share := _likely(number, one.noted, other))}
    return [other.article for other in sorted(likely, key=lambda other: (-likely[other], other.position))[:_MOST]]


def possible_copies(connection: Connection, one: Marked, marked_of: Callable[[int], Marked]) -> list[int]:
    """Return the keys of the later articles whose possible originals depend on whether one that is noted is a source.

    They are those that it may be an original of; and where a fingerprint leads to no more articles, those of the one
    whose place it takes. `marked_of` returns an article with its fingerprints.
    """
    if connection.exec_driver_sql(_ANY_LATER, (one.noted.position,)).first() is None:
        return []
    before = Counter(mark for mark, _ in _earliest(connection, one))
    usable = [mark for mark in one.marks if before[mark] < _EARLIEST]
    found = set(_later(connection, Marked(one.noted, usable)))
    for key in _displaced(connection, usable):
        found.update(_later(connection, marked_of(key)))
    return sorted(found)


def _earliest(connection: Connection, one: Marked) -> Iterator[tuple[int, Noted]]:
    """Yield the earliest sources that have each of the fingerprints of an article and stand before it."""
    for some in batched(one.marks, _IN_ONE_QUERY):
        chosen = [value for mark in some for value in (mark, one.noted.position, _EARLIEST)]
        for mark, *noted in connection.exec_driver_sql(_each(_SOURCES, len(some)), tuple(chosen)):
            yield mark, Noted(*noted)


def _displaced(connection: Connection, marks: Sequence[int]) -> set[int]:
    """Return the keys of the articles that fingerprints lead to no more, each the first behind those they lead to."""
    found: set[int] = set()
    for some in batched(marks, _IN_ONE_QUERY):
        chosen = tuple(value for mark in some for value in (mark, _EARLIEST))
        found.update(connection.exec_driver_sql(_each(_NEXT, len(some)), chosen).scalars())
    return found


def _later(connection: Connection, one: Marked) -> Iterator[int]:
    """Yield the keys of the later articles that may be copies of one."""
    shown = ", ".join(map(str, one.marks))
    for *noted, number in connection.exec_driver_sql(_LATER.format(shown), (one.noted.position,)):
        other = Noted(*noted)
        if _likely(number, one.noted, other):
            yield other.article


@cache
def _each(query: str, number: int) -> str:
    """Return a query for each of so many fingerprints, in one."""
    return " UNION ALL ".join([f"SELECT * FROM ({query})"] * number)


def _likely(number: int, one: Noted, other: Noted) -> float:
    """Return which share of the shorter article the longer likely has, 0 where they need not be compared."""
    share = likely_share(number, one.size, other.size)
    return share if number >= _COMMON and share >= _LIKELY else 0.0


_INSERT = "INSERT OR REPLACE INTO fingerprints (fingerprint, source, position, article, size) VALUES (?, ?, ?, ?, ?)"
_DELETE = "DELETE FROM fingerprints WHERE fingerprint = ? AND source = ? AND position = ? AND article = ?"
_SOURCES = (
    "SELECT fingerprint, article, position, size FROM fingerprints "
    "WHERE fingerprint = ? AND source = 1 AND position < ? ORDER BY position LIMIT ?"
)
_NEXT = "SELECT article FROM fingerprints WHERE fingerprint = ? AND source = 1 ORDER BY position LIMIT 1 OFFSET ?"
_LATER = (
    "SELECT article, position, size, count(*) FROM fingerprints "
    "WHERE fingerprint IN ({}) AND source IN (0, 1) AND position > ? GROUP BY article"
)
_ANY_LATER = "SELECT 1 FROM linked WHERE position > ? LIMIT 1"
