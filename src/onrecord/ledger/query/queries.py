"""The questions to a ledger: each in one transaction that reads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.query.answers import Entities, Events, Quantities, Statements, Stats
from onrecord.ledger.query.articles import article_rows, article_text
from onrecord.ledger.query.choices import check_choice
from onrecord.ledger.query.entities import entity_rows, matching_entities
from onrecord.ledger.query.events import event_rows, matching_events
from onrecord.ledger.query.lookup import find_entity, full_id, names_like
from onrecord.ledger.query.quantities import matching_quantities, quantity_rows
from onrecord.ledger.query.row_selection import in_page_order, selection
from onrecord.ledger.query.statements import StatementQuery, matching_statements, statement_rows
from onrecord.ledger.query.stats import count_all
from onrecord.ledger.rows import ArticleRow, EntityRow, StatementRow
from onrecord.ledger.store import Store, articles, registry, statements
from onrecord.vocabulary import EntityType, EventType

type _Rows[Shape] = Callable[[Connection, Select[Any]], Iterator[Shape]]


class Queries:
    """What a ledger answers; see the methods of the same names of `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def statements(self, asked: StatementQuery, *, limit: int | None) -> Statements:
        """Return the statements that fit everything asked, newest first."""
        check_choice("act", asked.act, "Act")
        check_choice("kind", asked.kind, "Kind")
        for medium in asked.media or ():
            check_choice("medium", medium, "Medium")
        with self._store.read() as connection:
            if asked.article is not None:
                asked = replace(asked, article=full_id(connection, articles, asked.article))
            return Statements(*_found(connection, matching_statements(asked), statement_rows, limit))

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters."""
        with self._store.read() as connection:
            chosen = selection(statements).where(statements.c.id == full_id(connection, statements, id))
            return next(statement_rows(connection, chosen))

    def quantities(
        self,
        words: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Quantities:
        """Return the quantities whose unit, counted thing or sentence has all the words, in the order of time."""
        chosen = matching_quantities(words, since=since, until=until)
        with self._store.read() as connection:
            return Quantities(*_found(connection, chosen, quantity_rows, limit))

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: EventType | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Events:
        """Return the events that fit everything given, in the order of their days."""
        check_choice("type", type, "EventType")
        with self._store.read() as connection:
            chosen = matching_events(connection, actor=actor, recipient=recipient, type=type, since=since, until=until)
            return Events(*_found(connection, chosen, event_rows, limit))

    def entities(
        self, words: str | None = None, *, type: EntityType | None = None, limit: int | None = None
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first."""
        check_choice("type", type, "EntityType")
        with self._store.read() as connection:
            return Entities(*_found(connection, matching_entities(words=words, type=type), entity_rows, limit))

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        with self._store.read() as connection:
            found = find_entity(connection, entity)
            return next(entity_rows(connection, select(registry).where(registry.c.key == found.key)))

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        with self._store.read() as connection:
            return names_like(connection, name)

    def articles(self, *, limit: int | None = None) -> list[ArticleRow]:
        """Return the articles, in the order they were added."""
        with self._store.read() as connection:
            return list(article_rows(connection, in_page_order(selection(articles), articles).limit(limit)))

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters."""
        with self._store.read() as connection:
            chosen = selection(articles).where(articles.c.id == full_id(connection, articles, id))
            return next(article_rows(connection, chosen))

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index."""
        with self._store.read() as connection:
            return article_text(connection, full_id(connection, articles, id))

    def stats(self) -> Stats:
        """Count what the ledger holds."""
        with self._store.read() as connection:
            return count_all(connection, size=self._store.path.stat().st_size)


def _found[Shape](
    connection: Connection, chosen: Select[Any], rows: _Rows[Shape], limit: int | None
) -> tuple[list[Shape], int]:
    """Return at most `limit` rows of a selection, and how many fit in all."""
    found = list(rows(connection, chosen.limit(limit)))
    if limit is None or len(found) < limit:
        return found, len(found)
    total = select(func.count()).select_from(chosen.order_by(None).subquery())
    return found, connection.execute(total).scalar_one()
