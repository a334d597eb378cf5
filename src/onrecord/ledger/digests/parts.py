"""The rows that belong to a reading, as the bytes that are digested.

A row is a JSON object of its columns, as SQLite has their values. A null is left out, so that a column that a later
revision adds changes no digest of what was written before. What changes later, and follows from other rows, is left
out as well: which page and reading are current, and what the user's splits make of an appearance.
"""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, Table

from onrecord.ledger.store import (
    articles,
    doubts,
    entities,
    events,
    pages,
    participants,
    parties,
    quantities,
    readings,
    spans,
    statements,
    times,
)

_OF_ARTICLES = "JOIN articles ON articles.key = {}.article WHERE articles.reading = ?"


class DigestedRow(NamedTuple):
    """A row, by what it is called in its table, and its bytes."""

    name: str
    bytes: bytes


def _columns(table: Table, *without: str) -> list[str]:
    names = [column.name for column in table.columns if column.name not in without]
    return [f'{table.name}."{name}" AS "{name}"' for name in names]


def _query(table: Table, rest: str, *, without: tuple[str, ...] = (), also: tuple[str, ...] = ()) -> str:
    order = ", ".join(f'{table.name}."{column.name}"' for column in table.primary_key)
    columns = ", ".join([*_columns(table, *without), *also])
    return f"SELECT {columns} FROM {table.name} {rest} ORDER BY {order}"


# The id and type of a registered entity never change; it is the machine's choice for an appearance.
_REGISTERED = ('registry.id AS "registry.id"', 'registry.type AS "registry.type"')

_PARTS: Mapping[str, str] = {
    "page": _query(
        pages, "JOIN readings ON readings.page = pages.key WHERE readings.key = ?", without=("body", "current")
    ),
    "reading": _query(readings, "WHERE readings.key = ?", without=("text", "current")),
    "articles": _query(articles, "WHERE articles.reading = ?"),
    "entities": _query(
        entities,
        "LEFT JOIN registry ON registry.key = entities.matched " + _OF_ARTICLES.format("entities"),
        without=("registered",),
        also=_REGISTERED,
    ),
    "doubts": _query(
        doubts,
        "JOIN entities ON entities.key = doubts.entity " + _OF_ARTICLES.format("entities"),
    ),
    "statements": _query(statements, _OF_ARTICLES.format("statements")),
    "parties": _query(
        parties, "JOIN statements ON statements.key = parties.statement " + _OF_ARTICLES.format("statements")
    ),
    "quantities": _query(quantities, _OF_ARTICLES.format("quantities")),
    "events": _query(events, _OF_ARTICLES.format("events")),
    "participants": _query(
        participants, "JOIN events ON events.key = participants.event " + _OF_ARTICLES.format("events")
    ),
    "spans": _query(spans, _OF_ARTICLES.format("spans")),
    "times": _query(times, _OF_ARTICLES.format("times")),
}


def parts_of(connection: Connection, reading: int) -> Iterator[tuple[str, list[DigestedRow]]]:
    """Yield each part of a reading, in an order that never changes, with its rows."""
    for part, query in _PARTS.items():
        found = connection.exec_driver_sql(query, (reading,))
        names = list(found.keys())
        yield part, [_row(part, dict(zip(names, values, strict=True))) for values in found]


def _row(part: str, values: Mapping[str, object]) -> DigestedRow:
    row = {name: value for name, value in values.items() if value is not None}
    return DigestedRow(_name(part, row), digested(row))


def digested(value: object) -> bytes:
    """Return a value as the bytes that are digested: JSON in ASCII."""
    return json.dumps(value, separators=(",", ":"), default=_blob).encode("ascii")


def _blob(value: bytes) -> dict[str, str]:
    return {"blob": value.hex()}


def _name(part: str, row: Mapping[str, object]) -> str:
    """Return how a problem names a row: by its id where it has one, else by its key or what it belongs to."""
    if part in {"page", "reading"}:
        return part
    if "id" in row:
        return f"{_NOUNS.get(part, part.removesuffix('s'))} {row['id']}"
    owner = next((f"{name} {row[name]}" for name in _OWNERS if name in row), "")
    return f"row of {part} ({owner})"


_NOUNS = {"entities": "entity", "quantities": "quantity"}
_OWNERS = ("key", "statement", "event", "entity", "article")
