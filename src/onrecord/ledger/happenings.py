"""Events as rows: who did what to whom, and whose word it is as the user has judged it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Literal

from sqlalchemy import Connection, Select, select

from onrecord.ledger.fetching import (
    all_printed,
    article_ref,
    chunks,
    dismissed_of,
    page_ref,
    parties_of,
    parts_of,
    printed,
    reading_ref,
    selection,
)
from onrecord.ledger.finding import entities_called
from onrecord.ledger.rows import EntityRef, EventRow, ParticipantRow
from onrecord.ledger.schema import (
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
from onrecord.records import Root


def event_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[EventRow]:
    """Yield the events of a selection made by `event_selection`.

    Who asserts an event is the (first) speaker of the statement it is told in: read, or as the user has reattributed
    it. What is told in a statement that the user dismissed is the narrator's.
    """
    for chunk in chunks(connection, chosen):
        keys = [found.key for found in chunk]
        claims = [found.asserting for found in chunk if found.asserting is not None]
        parts, taking_part = parts_of(connection, spans.c.event, keys), _participants_of(connection, keys)
        who, dismissed = parties_of(connection, claims), dismissed_of(connection, claims)
        for found in chunk:
            by: EntityRef | Literal["narrator"] | None = "narrator"
            if found.asserting is not None and found.asserting not in dismissed:
                by = next(iter(who[found.asserting]["speaker"]), None)
            row = EventRow(
                id=found.id,
                page=page_ref(found),
                article=article_ref(found),
                spans=all_printed(parts[found.key], "span"),
                type=found.type,
                actors=taking_part[found.key, "actor"],
                recipients=taking_part[found.key, "recipient"],
                place=printed(parts[found.key], "place"),
                date=found.date,
                modality=found.modality,
                asserted_by=by,
                statement=found.statement_id,
                confidence=found.confidence,
            )
            if versions:
                row["reading"] = reading_ref(found)
            yield row


def event_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of events, as `fetching.selection` makes it, with the ids of their statements."""
    chosen = selection(events, versions=versions).outerjoin(statements, events.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def matching_events(
    connection: Connection,
    *,
    actor: str | None = None,
    recipient: str | None = None,
    type: Root | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Select[Any]:
    """Return the selection of the current events that fit everything given, in the order of their days.

    `actor` and `recipient` are whatever `finding.entities_called` takes for an entity; all that it finds are meant.
    """
    chosen = event_selection()
    for part, asked in (("actor", actor), ("recipient", recipient)):
        if asked is not None:
            chosen = chosen.where(events.c.key.in_(_of(connection, part, asked)))
    if type is not None:
        chosen = chosen.where(events.c.type == type)
    if since is not None:
        chosen = chosen.where(events.c.day >= since.isoformat())
    if until is not None:
        chosen = chosen.where(events.c.day <= until.isoformat())
    return chosen.order_by(events.c.day.nulls_last(), pages.c.key, readings.c.key, articles.c.number, events.c.number)


def _of(connection: Connection, part: str, asked: str) -> Select[Any]:
    """Return the events in which an entity called so has this part, by whatever name the article calls it."""
    roots = [one.key for one in entities_called(connection, asked)]
    theirs = select(registry.c.key).where(registry.c.root.in_(roots))
    taking_part = select(participants.c.event).join(entities, participants.c.entity == entities.c.key)
    return taking_part.where(participants.c.part == part, entities.c.registered.in_(theirs))


def _participants_of(connection: Connection, keys: list[int]) -> defaultdict[tuple[int, str], list[ParticipantRow]]:
    """Return who takes part in the events with these keys, by event and part, as registered entities."""
    who: defaultdict[tuple[int, str], list[ParticipantRow]] = defaultdict(list)
    root = registry.alias("root")
    chosen = (
        select(participants, root, entities.c.country.label("own_country"), entities.c.role)
        .join(entities, participants.c.entity == entities.c.key)
        .join(registry, entities.c.registered == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(participants.c.event.in_(keys))
        .order_by(participants.c.event, participants.c.part, participants.c.number)
    )
    for found in connection.execute(chosen):
        who[found.event, found.part].append(
            ParticipantRow(
                id=found.id,
                name=found.name,
                type=found.type,
                country=found.country or found.own_country,
                role=found.role,
                sector=found.sector,
            )
        )
    return who
