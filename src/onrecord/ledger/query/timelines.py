"""What somebody said and did, or what was said of something, day by day."""

import datetime
from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select

from onrecord.ledger.query.candidates import involving, spoken_by, with_words
from onrecord.ledger.query.events import event_rows, event_selection
from onrecord.ledger.query.lookup import find_entities, keys_of
from onrecord.ledger.query.printings import is_first_printing, outlets_of, printings_of
from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.query.search import Place, Ranks
from onrecord.ledger.query.shown import of_media_and_confidence
from onrecord.ledger.query.statements import statements_by_key
from onrecord.ledger.rows import TimelineRow, key_at, ranks_newest_first, ranks_oldest_first
from onrecord.ledger.store import events, statements

# Candidates that are looked up together.
_TOGETHER = 400


class _Entry(NamedTuple):
    """A statement or event by its day; the undated come last."""

    undated: bool
    day: str
    kind: str
    key: int


def timeline(
    connection: Connection,
    asked: str,
    *,
    words: bool,
    since: datetime.date | None,
    until: datetime.date | None,
    limit: int | None,
    after: Place | None,
) -> tuple[list[TimelineRow], int, Place | None]:
    """Return what an entity of this name said and did, or else what was said with these words; and how much there is.

    Where there is more, it comes with the place of the last row; `after` such a place is gone on.

    Statements are those that are shown by default, each once however many print it. Of words, events are those that a
    statement with them is, or tells of.

    Raises:
        UsageError: there is nothing to look for in `asked`.
    """
    roots = [] if words else find_entities(connection, asked)
    newest, oldest = ranks_newest_first(since, until), ranks_oldest_first(since, until)
    if roots:
        keys = keys_of(connection, roots)
        spoken = list(_statements(connection, spoken_by(connection, keys).ranks(connection, newest)))
        parts = (involving(connection, part, keys).ranks(connection, oldest) for part in ("actor", "recipient"))
        happened = list(_events(connection, merge(*parts)))
    else:
        spoken = list(_statements(connection, with_words(connection, "said", asked, newest)))
        happened = list(_told(connection, [one.key for one in spoken], since, until))
    entries = sorted(one for one in {*spoken, *happened} if after is None or tuple(one) > after)
    chosen = entries if limit is None else entries[:limit]
    last: Place | None = (*chosen[-1],) if chosen and len(chosen) < len(entries) else None
    return list(_rows(connection, chosen)), len(entries), last


def _statements(connection: Connection, ranks: Ranks) -> Iterator[_Entry]:
    """Yield the statements among candidates that are shown, and are no later printing."""
    chosen = of_media_and_confidence(selection(statements)).where(is_first_printing())
    yield from _entries(connection, chosen.with_only_columns(statements.c.key, statements.c.day), ranks, "statement")


def _events(connection: Connection, ranks: Ranks) -> Iterator[_Entry]:
    yield from _entries(connection, selection(events).with_only_columns(events.c.key, events.c.day), ranks, "event")


def _entries(connection: Connection, chosen: Select[Any], ranks: Ranks, kind: str) -> Iterator[_Entry]:
    column = chosen.selected_columns["key"]
    while keys := {key_at(rank) for rank in islice(ranks, _TOGETHER)}:
        for one in connection.execute(chosen.where(column.in_(keys))):
            yield _entry(kind, one.key, one.day)


def _told(
    connection: Connection, keys: Sequence[int], since: datetime.date | None, until: datetime.date | None
) -> Iterator[_Entry]:
    """Yield the events of some days that statements are, or tell of."""
    chosen = selection(events).with_only_columns(events.c.key, events.c.day)
    if since is not None:
        chosen = chosen.where(events.c.day >= since.isoformat())
    if until is not None:
        chosen = chosen.where(events.c.day <= until.isoformat())
    for start in range(0, len(keys), _TOGETHER):
        some = keys[start : start + _TOGETHER]
        for one in connection.execute(chosen.where(events.c.statement.in_(some))):
            yield _entry("event", one.key, one.day)


def _entry(kind: str, key: int, day: str | None) -> _Entry:
    return _Entry(day is None, day or "", kind, key)


def _rows(connection: Connection, entries: Sequence[_Entry]) -> Iterator[TimelineRow]:
    """Yield the entries as rows, some hundreds at a time."""
    for start in range(0, len(entries), _TOGETHER):
        some = entries[start : start + _TOGETHER]
        spoken = [one.key for one in some if one.kind == "statement"]
        said = statements_by_key(connection, spoken)
        happened = [one.key for one in some if one.kind == "event"]
        told = connection.execute(event_selection().where(events.c.key.in_(happened))).all()
        done = {one.key: row for one, row in zip(told, event_rows(connection, [told]), strict=True)}
        printed = printings_of(connection, spoken)
        for one in some:
            printings = printed.get(one.key, []) if one.kind == "statement" else []
            yield TimelineRow(
                day=one.day or None,
                statement=said.get(one.key) if one.kind == "statement" else None,
                event=done.get(one.key) if one.kind == "event" else None,
                printings=len(printings),
                outlets=outlets_of(printings),
            )
