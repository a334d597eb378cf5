"""What there is among some statements: of whom they are, against whom, of which outlets; the most first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.ledger.outlets import name_of_label, outlet_label, spelling_of
from onrecord.ledger.query.row_selection import FetchedRow
from onrecord.ledger.rows import EntityCount

NEWEST = 300
"""Statements that are counted: the newest of those that fit."""

_READ = """
    SELECT DISTINCT parties.statement, root.id, root.name FROM parties
    JOIN entities ON entities.key = parties.entity JOIN registry ON registry.key = entities.registered
    JOIN registry AS root ON root.key = registry.root
    WHERE parties.statement IN ({keys}) AND parties.part = ?
"""
_GIVEN = """
    SELECT judged.statement, root.id, root.name FROM judged JOIN registry ON registry.key = judged.speaker
    JOIN registry AS root ON root.key = registry.root
    WHERE judged.statement IN ({keys}) AND judged.kind = 'reattribute'
"""


class Part(NamedTuple):
    """That a registered entity has a part in a statement."""

    statement: int
    id: str
    name: str


def speakers(connection: Connection, keys: Collection[int]) -> Iterator[Part]:
    """Yield who speaks in the statements with these keys, as the user has judged it."""
    given = [Part(*row) for row in connection.exec_driver_sql(_GIVEN.format(keys=_marks(keys)))]
    judged = {one.statement for one in given}
    yield from (one for one in _read(connection, keys, "speaker") if one.statement not in judged)
    yield from given


def targets(connection: Connection, keys: Collection[int]) -> Iterator[Part]:
    """Yield whom the statements with these keys are against."""
    return _read(connection, keys, "target")


def entity_counts(parts: Iterable[Part], most: int) -> list[EntityCount]:
    """Return how many of `parts` are of each entity, of at most so many entities."""
    counts = Counter((one.id, one.name) for one in parts)
    return [EntityCount(id=id, name=name, count=count) for (id, name), count in in_order(counts)[:most]]


def outlet_counts(found: Iterable[FetchedRow], most: int) -> dict[str, int]:
    """Return how many rows each outlet printed, of at most so many; the rows have `outlet` and `url`."""
    labels = Counter(label for one in found if (label := outlet_label(one.outlet, one.url)))
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for label, count in in_order(labels):
        name = name_of_label(label)
        counts[shown.setdefault(spelling_of(name), name)] += count
    return dict(in_order(counts)[:most])


def counted(values: Iterable[str]) -> dict[str, int]:
    """Return how often each value is there."""
    return dict(in_order(Counter(values)))


def in_order[Value](counts: Mapping[Value, int]) -> list[tuple[Value, int]]:
    """Return values with their counts, the most first, of as many in their own order."""
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


def _read(connection: Connection, keys: Collection[int], part: str) -> Iterator[Part]:
    return (Part(*row) for row in connection.exec_driver_sql(_READ.format(keys=_marks(keys)), (part,)))


def _marks(keys: Collection[int]) -> str:
    return ", ".join(map(str, keys))
