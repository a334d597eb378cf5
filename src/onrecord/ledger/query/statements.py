"""Statements: which a user asks for, all of it in SQL, and as rows."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, select

from onrecord.ledger.query.full_text import keys_matching
from onrecord.ledger.query.lookup import called
from onrecord.ledger.query.row_selection import chunks, row_of, selection
from onrecord.ledger.query.shown import of_media_and_confidence
from onrecord.ledger.query.spans import first_span, some_spans, spans_of
from onrecord.ledger.query.statement_entities import dismissed_among, entities_of_statements
from onrecord.ledger.rows import StatementRow, iso_day
from onrecord.ledger.store import articles, entities, judged, pages, parties, readings, registry, spans, statements
from onrecord.vocabulary import Act, Kind, Medium


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """Which statements are asked for: those that fit everything given; see `Ledger.statements`."""

    speaker: str | None
    words: str | None
    since: datetime.date | None
    until: datetime.date | None
    act: Act | None
    kind: Kind | None
    media: Collection[Medium] | None
    confidence: float
    article: str | None


def matching_statements(asked: StatementQuery) -> Select[Any]:
    """Return the selection of the current statements that are asked for, newest first, of one article in its order.

    Raises:
        UsageError: there is nothing to look for in the speaker or the words.
    """
    chosen = selection(statements)
    if asked.speaker is not None:
        chosen = chosen.where(statements.c.key.in_(_spoken_by(asked.speaker)))
    if asked.words is not None:
        chosen = chosen.where(statements.c.key.in_(keys_matching("said", asked.words)))
    if asked.since is not None:
        chosen = chosen.where(statements.c.day >= iso_day(asked.since))
    if asked.until is not None:
        chosen = chosen.where(statements.c.day <= iso_day(asked.until))
    if asked.act is not None:
        chosen = chosen.where(statements.c.act == asked.act)
    if asked.kind is not None:
        chosen = chosen.where(statements.c.kind == asked.kind)
    chosen = of_media_and_confidence(chosen, asked.media, asked.confidence)
    if asked.article is not None:
        return chosen.where(articles.c.id == asked.article).order_by(statements.c.number)
    order: tuple[ColumnElement[Any], ...] = (
        statements.c.day.desc().nulls_last(),
        pages.c.key,
        readings.c.key,
        articles.c.number,
        statements.c.number,
    )
    return chosen.order_by(*order)


def statement_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[StatementRow]:
    """Yield the statements of a selection made by `selection(statements)`."""
    for chunk in chunks(connection, chosen):
        keys = [found.key for found in chunk]
        parts = spans_of(connection, spans.c.statement, keys)
        who = entities_of_statements(connection, keys)
        dismissed = dismissed_among(connection, keys) if versions else frozenset[int]()
        for found in chunk:
            own, members = parts[found.key], who[found.key]
            judged_so = {"dismissed": found.key in dismissed} if versions else {}
            yield row_of(
                StatementRow,
                found,
                versions=versions,
                content=some_spans(own, "content"),
                cue=first_span(own, "cue"),
                source=first_span(own, "source"),
                speakers=members["speaker"],
                on_behalf_of=next(iter(members["on_behalf_of"]), None),
                addressees=members["addressee"],
                targets=members["target"],
                venue=first_span(own, "venue"),
                **judged_so,
            )


def _spoken_by(speaker: str) -> Any:  # noqa: ANN401 -- any selection
    """Return the statements of the entities called so, by whatever name or id: read as theirs, or given to them."""
    roots = select(registry.c.root).where(called(speaker))
    theirs = select(registry.c.key).where(registry.c.root.in_(roots))
    given = select(judged.c.statement).where(judged.c.kind == "reattribute")
    read = (
        select(parties.c.statement)
        .join(entities, parties.c.entity == entities.c.key)
        .where(parties.c.part == "speaker", entities.c.registered.in_(theirs), parties.c.statement.not_in(given))
    )
    return read.union(given.where(judged.c.speaker.in_(theirs)))
