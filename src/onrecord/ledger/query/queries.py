"""The questions to a ledger: each in one transaction that reads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import Connection

from onrecord.ledger.query.answers import (
    Answer,
    Articles,
    Copies,
    Disputes,
    Entities,
    EntityList,
    Events,
    Links,
    Quantities,
    Statements,
    Stats,
    Timeline,
)
from onrecord.ledger.query.articles import article_rows, article_text, search_articles
from onrecord.ledger.query.changes import versions_of
from onrecord.ledger.query.choices import check_choice, check_limit
from onrecord.ledger.query.copies import copy_rows, search_copies
from onrecord.ledger.query.disputes import disputes
from onrecord.ledger.query.entities import entity_rows, search_entities
from onrecord.ledger.query.entity_lines import entity_lines
from onrecord.ledger.query.events import event_rows, search_events
from onrecord.ledger.query.explanations import explanation
from onrecord.ledger.query.links import link_rows, search_links
from onrecord.ledger.query.lookup import find_entity, full_id, names_like
from onrecord.ledger.query.quantities import quantity_rows, search_quantities
from onrecord.ledger.query.row_selection import Chunks, chunks, selection
from onrecord.ledger.query.search import Search
from onrecord.ledger.query.statements import StatementQuery, search_statements, statement_rows
from onrecord.ledger.query.stats import count_all
from onrecord.ledger.query.threads import thread
from onrecord.ledger.query.timelines import timeline
from onrecord.ledger.rows import ArticleRow, EntityRow, Explanation, StatementRow, ThreadRow, VersionRow
from onrecord.ledger.store import Store, articles, statements
from onrecord.vocabulary import EntityType, EventType

type _Rows[Shape] = Callable[[Connection, Chunks], Iterator[Shape]]


BEYOND = 500
"""Rows that are counted beyond those asked for, so that no answer waits for the counting of all."""
# More rows no database holds.
_MOST = 2**60


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
            return self._answer(connection, Statements, search_statements(connection, asked), statement_rows, limit)

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters."""
        with self._store.read() as connection:
            chosen = selection(statements).where(statements.c.id == full_id(connection, statements, id))
            return next(statement_rows(connection, chunks(connection, chosen)))

    def explain(self, id: str) -> Explanation:
        """Return why a statement is read as it is, by its id or its first characters."""
        with self._store.read() as connection:
            return explanation(connection, full_id(connection, statements, id))

    def quantities(
        self,
        words: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Quantities:
        """Return the quantities whose unit, counted thing or sentence has all the words, in the order of time."""
        with self._store.read() as connection:
            search = search_quantities(words, since, until)
            return self._answer(connection, Quantities, search, quantity_rows, limit)

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
            search = search_events(connection, actor=actor, recipient=recipient, type=type, since=since, until=until)
            return self._answer(connection, Events, search, event_rows, limit)

    def entities(
        self, words: str | None = None, *, type: EntityType | None = None, limit: int | None = None
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first, with all their appearances."""
        check_choice("type", type, "EntityType")
        with self._store.read() as connection:
            return self._answer(connection, Entities, search_entities(words, type), entity_rows, limit)

    def entity_list(
        self, words: str | None = None, *, type: EntityType | None = None, limit: int | None = None
    ) -> EntityList:
        """Return the entities of all articles, those that appear most often first, each in a line."""
        check_choice("type", type, "EntityType")
        with self._store.read() as connection:
            return self._answer(connection, EntityList, search_entities(words, type), entity_lines, limit)

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        with self._store.read() as connection:
            found = find_entity(connection, entity)
            return next(entity_rows(connection, [[found]]))

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        with self._store.read() as connection:
            return names_like(connection, name)

    def articles(self, *, page: str | None = None, limit: int | None = None) -> Articles:
        """Return the articles, in the order in which they were read."""
        with self._store.read() as connection:
            return self._answer(connection, Articles, search_articles(page), article_rows, limit)

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters."""
        with self._store.read() as connection:
            chosen = selection(articles).where(articles.c.id == full_id(connection, articles, id))
            return next(article_rows(connection, chunks(connection, chosen)))

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index."""
        with self._store.read() as connection:
            return article_text(connection, full_id(connection, articles, id))

    def links(self, statement: str, *, offered: bool, limit: int | None) -> Links:
        """Return how a statement belongs to others."""
        with self._store.read() as connection:
            id = full_id(connection, statements, statement)
            search = search_links(connection, id, offered=offered)
            return self._answer(connection, Links, search, link_rows, limit)

    def thread(self, statement: str, *, offered: bool) -> ThreadRow:
        """Return the argument that a statement is part of."""
        with self._store.read() as connection:
            return thread(connection, full_id(connection, statements, statement), offered=offered)

    def dispute(
        self,
        words: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        offered: bool = False,
        limit: int | None = None,
    ) -> Disputes:
        """Return the figures in dispute among the quantities that have all the words."""
        check_limit(limit)
        with self._store.read() as connection:
            found, total = disputes(connection, words, since=since, until=until, offered=offered, limit=limit)
            return Disputes(found, total)

    def timeline(
        self,
        asked: str,
        *,
        words: bool = False,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Timeline:
        """Return what somebody said and did, or what was said of something, by day."""
        check_limit(limit)
        with self._store.read() as connection:
            found, total = timeline(connection, asked, words=words, since=since, until=until, limit=limit)
            return Timeline(found, total)

    def changed(self, page: str) -> list[VersionRow]:
        """Return what changed between the versions of a page."""
        with self._store.read() as connection:
            return versions_of(connection, page)

    def copies(self, article: str, *, offered: bool, limit: int | None) -> Copies:
        """Return the articles that are copies of the one that an article is a copy of, or of it itself."""
        with self._store.read() as connection:
            id = full_id(connection, articles, article)
            search = search_copies(connection, id, offered=offered)
            return self._answer(connection, Copies, search, copy_rows, limit)

    def stats(self) -> Stats:
        """Count what the ledger holds."""
        with self._store.read() as connection:
            return count_all(connection, size=self._store.path.stat().st_size)

    def _answer[Shape, Found: Answer[Any]](
        self,
        connection: Connection,
        answer: Callable[[Iterable[Shape], int, Callable[[], int] | None], Found],
        search: Search,
        rows: _Rows[Shape],
        limit: int | None,
    ) -> Found:
        """Return at most `limit` rows of a search, all if None.

        Raises:
            UsageError: `limit` is below zero.
        """
        check_limit(limit)
        if limit is None or limit > _MOST:
            found = list(rows(connection, search.rows(connection)))
            return answer(found, len(found), None)
        page = search.page(connection, limit, BEYOND)
        count = None if page.all_counted else partial(self._count, search)
        return answer(rows(connection, [page.rows]), page.at_least, count)

    def _count(self, search: Search) -> int:
        with self._store.read() as connection:
            return search.count(connection)
