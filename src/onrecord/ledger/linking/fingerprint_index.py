"""Which articles have fingerprints in common: all that were compared are noted, with whether they may be originals.

A fingerprint leads from an article to the nearest few before it that may be originals. So one that many articles have,
as of a line that an outlet prints below each of its stories, takes no longer to look up than others, and an article
that comes between them concerns the few that follow it only; a copy is found by its other fingerprints.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import batched, chain
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row

from onrecord.linking import Narration, fingerprints, likely_share

# Of so few common fingerprints two texts may have one by chance. Articles are compared where the fingerprints say that
# one likely has this share of the other, which is two thirds of what makes a possible copy.
_COMMON, _LIKELY = 2, 0.2
# To how many articles a fingerprint leads.
_NEAREST = 8
# SQLite joins at most 500 queries in one.
_IN_ONE_QUERY = 100


class Noted(NamedTuple):
    """An article as it is noted: its key, where it stands in the order of days, how many shingles it has."""

    article: int
    position: str
    size: int


class Later(NamedTuple):
    """The later articles that concerns whether one is noted as a possible original.

    `possible_copies` are those that it may be an original of. Where a fingerprint leads from a later article to no more
    than the nearest few, one that is noted takes the place of another: `displaced` are such later articles, each with
    the earlier ones of which one may lose its place, or get it back.
    """

    possible_copies: list[int]
    displaced: dict[int, set[int]]


def note(connection: Connection, one: Narration, *, source: bool) -> None:
    """Note an article; `source` says whether later ones may be copies of it."""
    rows = [(mark, source, one.position, one.key, len(one.shingles)) for mark in fingerprints(one.shingles)]
    if rows:
        connection.exec_driver_sql(_INSERT, rows)


def forget(connection: Connection, one: Narration) -> None:
    """Forget an article that was noted."""
    rows = [(mark, source, one.position, one.key) for mark in fingerprints(one.shingles) for source in (False, True)]
    if rows:
        connection.exec_driver_sql(_DELETE, rows)


def possible_originals(connection: Connection, one: Narration) -> list[int]:
    """Return the keys of the earlier articles that one may be a copy of."""
    return _likely(one, (noted for _, noted in _before(connection, one)))


def later(connection: Connection, one: Narration) -> Later:
    """Return the later articles that concerns whether one is noted as a possible original."""
    if connection.exec_driver_sql(_ANY_LATER, (one.position,)).first() is None:
        return Later([], {})
    before: defaultdict[int, list[int]] = defaultdict(list)
    for mark, noted in _before(connection, one):
        before[mark].append(noted.article)
    led: list[Noted] = []
    displaced: defaultdict[int, set[int]] = defaultdict(set)
    sources: Counter[int] = Counter()
    for mark, source, noted in _behind(connection, one):
        led.append(noted)
        if len(before[mark]) + sources[mark] >= _NEAREST:
            displaced[noted.article].update(before[mark])
        sources[mark] += source
    return Later(_likely(one, led), displaced)


def _likely(one: Narration, led: Iterable[Noted]) -> list[int]:
    """Return the keys of the articles that one likely shares enough with, of those that its fingerprints lead to."""
    return sorted(
        other.article
        for other, number in Counter(led).items()
        if number >= _COMMON and likely_share(number, len(one.shingles), other.size) >= _LIKELY
    )


def _before(connection: Connection, one: Narration) -> Iterator[tuple[int, Noted]]:
    """Yield what each of the fingerprints of an article leads to: the nearest possible originals before it."""
    asked = [(mark, one.position, _NEAREST) for mark in fingerprints(one.shingles)]
    for mark, *noted in _for_each(connection, _NEAREST_BEFORE, asked):
        yield mark, Noted(*noted)


def _behind(connection: Connection, one: Narration) -> Iterator[tuple[int, bool, Noted]]:
    """Yield the articles behind one that each of its fingerprints leads to it from, in order; whether each is a source.

    These are those up to the last of the nearest possible originals behind it.
    """
    position = one.position
    asked = [(mark, position, mark, position, _NEAREST - 1) for mark in fingerprints(one.shingles)]
    for mark, source, *noted in _for_each(connection, _NEAREST_BEHIND, asked):
        yield mark, source, Noted(*noted)


def _for_each(connection: Connection, query: str, asked: Iterable[Sequence[object]]) -> Iterator[Row[Any]]:
    """Yield what a query finds for each of these parameters."""
    for some in batched(asked, _IN_ONE_QUERY):
        yield from connection.exec_driver_sql(_each(query, len(some)), tuple(chain.from_iterable(some)))


@cache
def _each(query: str, number: int) -> str:
    """Return a query for each of so many fingerprints, in one."""
    return " UNION ALL ".join([f"SELECT * FROM ({query})"] * number)


_INSERT = "INSERT INTO fingerprints (fingerprint, source, position, article, size) VALUES (?, ?, ?, ?, ?)"
_DELETE = "DELETE FROM fingerprints WHERE fingerprint = ? AND source = ? AND position = ? AND article = ?"
_NEAREST_BEFORE = """
    SELECT fingerprint, article, position, size FROM fingerprints
    WHERE fingerprint = ? AND source = 1 AND position < ? ORDER BY position DESC LIMIT ?
"""
# Letters stand behind all positions.
_NEAREST_BEHIND = """
    SELECT fingerprint, source, article, position, size FROM fingerprints
    WHERE fingerprint = ? AND source IN (0, 1) AND position > ? AND position <= coalesce((
        SELECT position FROM fingerprints WHERE fingerprint = ? AND source = 1 AND position > ?
        ORDER BY position LIMIT 1 OFFSET ?
    ), 'a') ORDER BY position
"""
_ANY_LATER = "SELECT 1 FROM linked WHERE position > ? LIMIT 1"
