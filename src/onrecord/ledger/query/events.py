"""Events: which a user asks for, and as rows, with whose word each is as the user has judged it."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.ledger.query.candidates import in_all, involving
from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.lookup import find_entities, keys_of
from onrecord.ledger.query.row_selection import Chunks, plain, row_of, selection
from onrecord.ledger.query.search import By, ByRank, InOrder, Ranks, Search
from onrecord.ledger.query.spans import all_spans, first_span, spans_of
from onrecord.ledger.query.statement_entities import Assertions, article_columns, entity_ref
from onrecord.ledger.rows import EventRow, ParticipantRow, iso_day, ranks_oldest_first
from onrecord.ledger.store import entities, events, participants, registry, statements
from onrecord.vocabulary import EventType


def event_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[EventRow]:
    """Yield the events that were fetched of a selection made by `event_selection`.

    What is told in a statement that the user dismissed is the narrator's.
    """
    for chunk in found:
        keys = [one.key for one in chunk]
        parts, taking_part = spans_of(connection, "event", keys), _participants_of(connection, keys)
        asserted = Assertions(connection, (one.asserting for one in chunk))
        for one in plain(chunk):
            yield row_of(
                EventRow,
                one,
                versions=versions,
                spans=all_spans(parts[one.key], "span"),
                actors=taking_part[one.key, "actor"],
                recipients=taking_part[one.key, "recipient"],
                place=first_span(parts[one.key], "place"),
                asserted_by=asserted.by(one.asserting),
                narrated=not asserted.stands(one.asserting),
                statement=one.statement_id,
            )


def event_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of events, as `selection` makes it, with the ids of their statements."""
    chosen = selection(events, versions=versions).outerjoin(statements, events.c.statement == statements.c.key)
    return chosen.add_columns(statements.c.id.label("statement_id"))


def search_events(
    connection: Connection,
    *,
    actor: str | None = None,
    recipient: str | None = None,
    type: EventType | None = None,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> Search:
    """Return the search for the current events that fit everything given, in the order of their days.

    `actor` and `recipient` are whatever `find_entities` takes for an entity; all that it finds are meant.
    """
    chosen = event_selection()
    roles = {part: asked for part, asked in (("actor", actor), ("recipient", recipient)) if asked is not None}
    if type is not None:
        chosen = chosen.where((unindexed(events.c.type) if roles else events.c.type) == type)
    if roles:
        keys = {part: keys_of(connection, find_entities(connection, asked)) for part, asked in roles.items()}
        return ByRank(events, chosen, partial(_candidates, keys=keys), within=ranks_oldest_first(since, until))
    if since is not None:
        chosen = chosen.where(events.c.day >= iso_day(since))
    if until is not None:
        chosen = chosen.where(events.c.day <= iso_day(until))
    return InOrder(events, chosen, (By("day", events.c.day, nullable=True), By("key", events.c.key)))


def _candidates(connection: Connection, within: range, *, keys: Mapping[str, Sequence[int]]) -> Ranks:
    """Return the events in which some of these registered entities have each of these parts."""
    return in_all(connection, [involving(connection, part, own) for part, own in keys.items()], within)


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
