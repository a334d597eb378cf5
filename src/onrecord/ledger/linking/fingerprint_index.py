"""Which articles have fingerprints in common: all that were compared are noted, with whether they may be originals.

A fingerprint leads from an article to the nearest few before it that may be originals. So one that many articles have,
as of a line that an outlet prints below each of its stories, takes no longer to look up than others, and an article
that comes between them concerns the few that follow it only; a copy is found by its other fingerprints.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.linking import Narration, fingerprints, likely_share

# Of so few common fingerprints two texts may have one by chance. Articles are compared where the fingerprints say that
# one likely has this share of the other, which is two thirds of what makes a possible copy.
_COMMON, _LIKELY = 2, 0.2
# To how many articles a fingerprint leads.
_NEAREST = 8


class Noted(NamedTuple):
    """An article as it is noted: its key, where it stands in the order of days, how many shingles it has."""

    article: int
    position: str
    size: int


class _Led(NamedTuple):
    """An article that a fingerprint leads to, and whether others may be copies of it."""

    source: bool
    noted: Noted


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The keys of the articles that the fingerprints of one lead to.

    `possible_originals` are the earlier ones that it may be a copy of, `possible_copies` the later ones that may be
    copies of it, if it is a source. A fingerprint leads from a later article to the nearest few sources alone, so that
    one takes the place of another: `displaced` are such later articles, each with the earlier ones of which one is led
    to from there only if this one is no source.
    """

    possible_originals: list[int]
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


def neighbours(connection: Connection, one: Narration) -> Neighbours:
    """Return the articles that have fingerprints in common with one, whether that is noted or not."""
    before: list[Noted] = []
    behind: list[Noted] = []
    displaced: defaultdict[int, set[int]] = defaultdict(set)
    for led in _led_to(connection, one):
        earlier = [other.noted for other in led if other.noted.position < one.position]
        before += earlier
        sources = len(earlier)
        for source, noted in led[len(earlier) :]:
            behind.append(noted)
            if sources >= _NEAREST:
                displaced[noted.article].update(other.article for other in earlier)
            sources += source
    return Neighbours(_likely(one, before), _likely(one, behind), displaced)


def _likely(one: Narration, led: Iterable[Noted]) -> list[int]:
    """Return the keys of the articles that one likely shares enough with, of those that its fingerprints lead to."""
    return sorted(
        other.article
        for other, number in Counter(led).items()
        if number >= _COMMON and likely_share(number, len(one.shingles), other.size) >= _LIKELY
    )


def _led_to(connection: Connection, one: Narration) -> Iterator[list[_Led]]:
    """Yield what each fingerprint of an article leads to, in the order of days.

    These are the nearest sources before it and behind it, and those between it and the last that are no sources.
    """
    # So many short questions are asked without SQLAlchemy, which takes longer for each than SQLite.
    cursor = connection.connection.cursor()
    asked = {"position": one.position, "nearest": _NEAREST}
    for mark in fingerprints(one.shingles):
        cursor.execute(_LED_TO, asked | {"mark": mark})
        led = [_Led(source, Noted(*noted)) for source, *noted in cursor.fetchall()]
        yield sorted(led, key=lambda other: other.noted.position)


_INSERT = "INSERT INTO fingerprints (fingerprint, source, position, article, size) VALUES (?, ?, ?, ?, ?)"
_DELETE = "DELETE FROM fingerprints WHERE fingerprint = ? AND source = ? AND position = ? AND article = ?"
# Letters stand behind all positions.
_LED_TO = """
    SELECT * FROM (
        SELECT source, article, position, size FROM fingerprints
        WHERE fingerprint = :mark AND source = 1 AND position < :position ORDER BY position DESC LIMIT :nearest
    ) UNION ALL SELECT * FROM (
        SELECT source, article, position, size FROM fingerprints
        WHERE fingerprint = :mark AND source = 1 AND position > :position ORDER BY position LIMIT :nearest
    ) UNION ALL
    SELECT source, article, position, size FROM fingerprints
    WHERE fingerprint = :mark AND source = 0 AND position > :position AND position < coalesce((
        SELECT position FROM fingerprints WHERE fingerprint = :mark AND source = 1 AND position > :position
        ORDER BY position LIMIT 1 OFFSET :nearest - 1
    ), 'a')
"""
