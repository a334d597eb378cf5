"""Events: which a user asks for, and as rows, with whose word each is as the user has judged it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.ledger.query.lookup import find_entities
from onrecord.ledger.query.row_selection import chunks, row_of, selection
from onrecord.ledger.query.spans import all_spans, first_span, spans_of
from onrecord.ledger.query.statement_entities import Assertions, article_columns, entity_ref
from onrecord.ledger.rows import EventRow, ParticipantRow, iso_day
from onrecord.ledger.store import (
    articles,
    entities,
    events,
    pages,
    participants,
    readings,
    registry,
    spans,
    statements,
)
from onrecord.vocabulary import EventType


def event_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[EventRow]:
    """Yield the events of a selection made by `event_selection`.

    What is told in a statement that the user dismissed is the narrator's.
    """
    for chunk in chunks(connection, chosen):
        keys = [found.key for found in chunk]
        parts, taking_part = spans_of(connection, spans.c.event, keys), _participants_of(connection, keys)
        asserted = Assertions(connection, (found.asserting for found in chunk))
        for found in chunk:
            yield row_of(
                EventRow,
                found,
                versions=versions,
                spans=all_spans(parts[found.key], "span"),
                actors=taking_part[found.key, "actor"],
                recipients=taking_part[found.key, "recipient"],
                place=first_span(parts[found.key], "place"),
                asserted_by=asserted.by(found.asserting),
                narrated=not asserted.stands(found.asserting),
                statement=found.statement_id,
            )


def event_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of events, as `selection` makes it, with the ids of their statements."""
    chosen = selection(events, versions=versions).outerjoin(statements, events.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def matching_events(
    connection: Connection,
    *,
    actor: str | None = None,
    recipient: str | None = None,
    type: EventType | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Select[Any]:
    """Return the selection of the current events that fit everything given, in the order of their days.

    `actor` and `recipient` are whatever `find_entities` takes for an entity; all that it finds are meant.
    """
    chosen = event_selection()
    for part, asked in (("actor", actor), ("recipient", recipient)):
        if asked is not None:
            chosen = chosen.where(events.c.key.in_(_of(connection, part, asked)))
    if type is not None:
        chosen = chosen.where(events.c.type == type)
    if since is not None:
        chosen = chosen.where(events.c.day >= iso_day(since))
    if until is not None:
        chosen = chosen.where(events.c.day <= iso_day(until))
    return chosen.order_by(events.c.day.nulls_last(), pages.c.key, readings.c.key, articles.c.number, events.c.number)


def _of(connection: Connection, part: str, asked: str) -> Select[Any]:
    """Return the events in which an entity called so has this part, by whatever name the article calls it."""
    roots = [one.key for one in find_entities(connection, asked)]
    theirs = select(registry.c.key).where(registry.c.root.in_(roots))
    taking_part = select(participants.c.event).join(entities, participants.c.entity == entities.c.key)
    return taking_part.where(participants.c.part == part, entities.c.registered.in_(theirs))


def _participants_of(connection: Connection, keys: list[int]) -> defaultdict[tuple[int, str], list[ParticipantRow]]:
    """Return who takes part in the events with these keys, by event and part, as registered entities."""
    who: defaultdict[tuple[int, str], list[ParticipantRow]] = defaultdict(list)
    root = registry.alias("root")
    chosen = (
        select(participants, root, *article_columns(root))
        .join(entities, participants.c.entity == entities.c.key)
        .join(registry, entities.c.registered == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(participants.c.event.in_(keys))
        .order_by(participants.c.event, participants.c.part, participants.c.number)
    )
    for found in connection.execute(chosen):
        who[found.event, found.part].append(ParticipantRow(**entity_ref(found), sector=found.sector))
    return who
