"""The questions to a ledger: each in one transaction that reads."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy import Connection

from onrecord.ledger.query.altered import altered
from onrecord.ledger.query.answers import (
    Answer,
    Appearances,
    Arguments,
    Articles,
    Copies,
    Disputes,
    Entities,
    EntityList,
    Events,
    Links,
    Outlets,
    Quantities,
    Statements,
    Stats,
    Timeline,
    Utterances,
)
from onrecord.ledger.query.appearances import appearance_rows, search_appearances
from onrecord.ledger.query.arguments import argument_rows, search_arguments, search_links_of_article
from onrecord.ledger.query.articles import article_rows, article_text, search_articles, search_latest
from onrecord.ledger.query.choices import check_choice, check_limit
from onrecord.ledger.query.copies import copy_rows, search_copies
from onrecord.ledger.query.cursors import Question, no_cursor
from onrecord.ledger.query.entities import entity_rows, search_entities
from onrecord.ledger.query.entity_lines import entity_lines
from onrecord.ledger.query.events import event_rows, search_events
from onrecord.ledger.query.explanations import explanation
from onrecord.ledger.query.links import link_rows, search_links
from onrecord.ledger.query.lookup import find_entity, full_id, names_like
from onrecord.ledger.query.outlets import outlet_rows
from onrecord.ledger.query.printings import printed
from onrecord.ledger.query.quantities import quantity_rows, search_quantities
from onrecord.ledger.query.row_selection import Chunks, chunks, selection
from onrecord.ledger.query.search import Search, ranks_behind
from onrecord.ledger.query.statements import StatementQuery, search_statements, statement_rows
from onrecord.ledger.rows import (
    ArticleRow,
    EntityLine,
    EntityRow,
    Explanation,
    FacetsRow,
    PrintedRow,
    ProfileRow,
    StatementRow,
    ThreadRow,
    VersionRow,
    ranks_newest_first,
)
from onrecord.ledger.store import Store, articles, statements
from onrecord.vocabulary import EntityType, EventType

if TYPE_CHECKING:
    from onrecord.ledger.query.timelines import TimelineSearch

type _Rows[Shape] = Callable[[Connection, Chunks], Iterator[Shape]]


class _MakeAnswer[Shape, Found](Protocol):
    """The class of an answer."""

    def __call__(
        self, rows: Iterable[Shape], at_least: int, count: Callable[[], int] | None = None, next: str | None = None
    ) -> Found: ...


BEYOND = 500
"""Rows that are counted beyond those asked for, so that no answer waits for the counting of all."""
# More rows no database holds.
_MOST = 2**60


class Queries:
    """What a ledger answers; see the methods of the same names of `Ledger`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def statements(self, asked: StatementQuery, *, limit: int | None, after: str | None = None) -> Statements:
        """Return the statements that fit everything asked, newest first."""
        _check(asked)
        with self._store.read() as connection:
            asked = _with_whole_id(connection, asked)
            search, question = search_statements(connection, asked), Question("statements", **asdict(asked))
            return self._answer(connection, Statements, search, statement_rows, limit, after, question)

    def facets(self, asked: StatementQuery) -> FacetsRow:
        """Return what there is among the newest statements that fit everything asked."""
        from onrecord.ledger.query.facets import facets  # noqa: PLC0415 -- most questions need none of it

        _check(asked)
        with self._store.read() as connection:
            return facets(connection, _with_whole_id(connection, asked))

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
        after: str | None = None,
    ) -> Quantities:
        """Return the quantities whose unit, counted thing or sentence has all the words, in the order of time."""
        with self._store.read() as connection:
            search = search_quantities(words, since, until)
            question = Question("quantities", words=words, since=since, until=until)
            return self._answer(connection, Quantities, search, quantity_rows, limit, after, question)

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: EventType | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Events:
        """Return the events that fit everything given, in the order of their days."""
        check_choice("type", type, "EventType")
        with self._store.read() as connection:
            asked = {"actor": actor, "recipient": recipient, "type": type, "since": since, "until": until}
            search = search_events(connection, actor=actor, recipient=recipient, type=type, since=since, until=until)
            return self._answer(connection, Events, search, event_rows, limit, after, Question("events", **asked))

    def entities(
        self,
        words: str | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first, with all their appearances."""
        check_choice("type", type, "EntityType")
        with self._store.read() as connection:
            search, question = search_entities(words, type), Question("entities", words=words, type=type)
            return self._answer(connection, Entities, search, entity_rows, limit, after, question)

    def entity_list(
        self,
        words: str | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> EntityList:
        """Return the entities of all articles, those that appear most often first, each in a line."""
        check_choice("type", type, "EntityType")
        with self._store.read() as connection:
            search, question = search_entities(words, type), Question("entities", words=words, type=type)
            return self._answer(connection, EntityList, search, entity_lines, limit, after, question)

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        with self._store.read() as connection:
            found = find_entity(connection, entity)
            return next(entity_rows(connection, [[found]]))

    def entity_line(self, entity: str) -> EntityLine:
        """Return an entity in a line, by its id or name."""
        with self._store.read() as connection:
            return next(entity_lines(connection, [[find_entity(connection, entity)]]))

    def appearances(self, entity: str, *, limit: int | None = None, after: str | None = None) -> Appearances:
        """Return the appearances of an entity, by its id or name, those that were read last first."""
        with self._store.read() as connection:
            found = find_entity(connection, entity)
            search, question = search_appearances(connection, found), Question("appearances", entity=found.id)
            return self._answer(connection, Appearances, search, appearance_rows, limit, after, question)

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        with self._store.read() as connection:
            return names_like(connection, name)

    def printed(self, statements: Collection[str]) -> dict[str, PrintedRow]:
        """Return which utterance each statement prints, and the outlet."""
        with self._store.read() as connection:
            return printed(connection, statements)

    def articles(self, *, page: str | None = None, limit: int | None = None, after: str | None = None) -> Articles:
        """Return the articles, in the order in which they were read."""
        with self._store.read() as connection:
            search, question = search_articles(page), Question("articles", page=page)
            return self._answer(connection, Articles, search, article_rows, limit, after, question)

    def latest(self, *, limit: int | None = None, after: str | None = None) -> Articles:
        """Return the articles, the last that were read first."""
        with self._store.read() as connection:
            question = Question("latest")
            return self._answer(connection, Articles, search_latest(), article_rows, limit, after, question)

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters."""
        with self._store.read() as connection:
            chosen = selection(articles).where(articles.c.id == full_id(connection, articles, id))
            return next(article_rows(connection, chunks(connection, chosen)))

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index."""
        with self._store.read() as connection:
            return article_text(connection, full_id(connection, articles, id))

    def profile(self, entity: str) -> ProfileRow:
        """Return what an entity says and what is said about it, by its id or name."""
        from onrecord.ledger.query.profiles import profile  # noqa: PLC0415 -- most questions need none of it

        with self._store.read() as connection:
            return profile(connection, entity)

    def outlets(self, *, limit: int | None = None) -> Outlets:
        """Return the outlets, those with the most statements first."""
        check_limit(limit)
        with self._store.read() as connection:
            found = outlet_rows(connection)
            return Outlets(found[:limit], len(found))

    def links(self, statement: str, *, offered: bool, limit: int | None, after: str | None = None) -> Links:
        """Return how a statement belongs to others."""
        with self._store.read() as connection:
            id = full_id(connection, statements, statement)
            search = search_links(connection, id, offered=offered)
            question = Question("links", statement=id, offered=offered)
            return self._answer(connection, Links, search, link_rows, limit, after, question)

    def arguments(self, *, limit: int | None = None, after: str | None = None) -> Arguments:
        """Return the replies to earlier statements that are asserted, the newest first."""
        with self._store.read() as connection:
            question = Question("arguments")
            return self._answer(connection, Arguments, search_arguments(), argument_rows, limit, after, question)

    def article_links(self, article: str, *, offered: bool, limit: int | None) -> Arguments:
        """Return how the statements of an article belong to others."""
        with self._store.read() as connection:
            id = full_id(connection, articles, article)
            key = connection.execute(selection(articles).where(articles.c.id == id)).one().key
            search = search_links_of_article(key, offered=offered)
            question = Question("article links", article=id, offered=offered)
            return self._answer(connection, Arguments, search, argument_rows, limit, None, question)

    def altered(self, *, limit: int | None = None, after: str | None = None) -> Utterances:
        """Return the utterances that are printed in other words, those that were printed last first."""
        check_limit(limit)
        question, within = Question("altered"), ranks_newest_first(None, None)
        if after is not None:
            with _as_cursor(after):
                within = ranks_behind(within, question.place(after))
        with self._store.read() as connection:
            page = altered(connection, limit, within)

        def count() -> int:
            with self._store.read() as connection:
                return altered(connection, None, within).at_least

        next = question.cursor(page.last) if page.last else None
        return Utterances(page.rows, page.at_least, count if next else None, next)

    def thread(self, statement: str, *, offered: bool) -> ThreadRow:
        """Return the argument that a statement is part of."""
        from onrecord.ledger.query.threads import thread  # noqa: PLC0415 -- most questions need none of it

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
        from onrecord.ledger.query.disputes import disputes  # noqa: PLC0415 -- most questions need none of it

        check_limit(limit)
        with self._store.read() as connection:
            found = disputes(connection, words, since=since, until=until, offered=offered, limit=limit)
            count = None if found.all_compared else partial(self._count_disputes, words, since, until)
            return Disputes(found.rows, found.number, count)

    def _count_disputes(self, words: str, since: datetime.date | None, until: datetime.date | None) -> int:
        from onrecord.ledger.query.disputes import count_disputes  # noqa: PLC0415 -- most questions need none of it

        with self._store.read() as connection:
            return count_disputes(connection, words, since=since, until=until)

    def timeline(
        self,
        asked: str,
        *,
        words: bool = False,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Timeline:
        """Return what somebody said and did, or what was said of something, by day."""
        from onrecord.ledger.query.timelines import search_timeline, timeline_rows  # noqa: PLC0415 -- most questions need none of it

        check_limit(limit)
        with self._store.read() as connection:
            search = search_timeline(connection, asked, words=words, since=since, until=until)
            question = Question("timeline", asked=asked, words=words, since=since, until=until)
            if after is not None:
                with _as_cursor(after):
                    search = search.behind(question.place(after))
            if limit is None or limit > _MOST:
                entries = list(search.entries(connection))
                return Timeline(timeline_rows(connection, entries), len(entries))
            page = search.page(connection, limit, BEYOND)
            count = None if page.all_counted else partial(self._count, search)
            next = question.cursor(page.last) if page.last else None
            return Timeline(timeline_rows(connection, page.entries), page.at_least, count, next)

    def changed(self, page: str) -> list[VersionRow]:
        """Return what changed between the versions of a page."""
        from onrecord.ledger.query.changes import versions_of  # noqa: PLC0415 -- most questions need none of it

        with self._store.read() as connection:
            return versions_of(connection, page)

    def copies(self, article: str, *, offered: bool, limit: int | None, after: str | None = None) -> Copies:
        """Return the articles that are copies of the one that an article is a copy of, or of it itself."""
        with self._store.read() as connection:
            id = full_id(connection, articles, article)
            search = search_copies(connection, id, offered=offered)
            question = Question("copies", article=id, offered=offered)
            return self._answer(connection, Copies, search, copy_rows, limit, after, question)

    def stats(self) -> Stats:
        """Count what the ledger holds."""
        from onrecord.ledger.query.stats import count_all  # noqa: PLC0415 -- most questions need none of it

        with self._store.read() as connection:
            return count_all(connection, size=self._store.path.stat().st_size)

    def _answer[Shape, Found: Answer[Any]](
        self,
        connection: Connection,
        answer: _MakeAnswer[Shape, Found],
        search: Search,
        rows: _Rows[Shape],
        limit: int | None,
        after: str | None,
        question: Question,
    ) -> Found:
        """Return at most `limit` rows of a search, all if None, behind the place that a cursor of the question says.

        Raises:
            UsageError: `limit` is below zero, or `after` no cursor of this question.
        """
        check_limit(limit)
        if after is not None:
            with _as_cursor(after):
                search = search.behind(question.place(after))
        if limit is None or limit > _MOST:
            found = list(rows(connection, search.rows(connection)))
            return answer(found, len(found))
        page = search.page(connection, limit, BEYOND)
        count = None if page.all_counted else partial(self._count, search)
        next = question.cursor(page.last) if page.last else None
        return answer(rows(connection, [page.rows]), page.at_least, count, next)

    def _count(self, search: Search | TimelineSearch) -> int:
        with self._store.read() as connection:
            return search.count(connection)


@contextmanager
def _as_cursor(given: str) -> Iterator[None]:
    """Say of what is no place in an order that it was given as a cursor.

    Raises:
        UsageError: a ValueError was raised.
    """
    try:
        yield
    except ValueError as error:
        raise no_cursor(given) from error


def _check(asked: StatementQuery) -> None:
    """Do nothing where what is asked for are values of their vocabularies.

    Raises:
        UsageError: one is not.
    """
    check_choice("act", asked.act, "Act")
    check_choice("kind", asked.kind, "Kind")
    for medium in asked.media or ():
        check_choice("medium", medium, "Medium")


def _with_whole_id(connection: Connection, asked: StatementQuery) -> StatementQuery:
    """Return what is asked for with the whole id of the article."""
    if asked.article is None:
        return asked
    return replace(asked, article=full_id(connection, articles, asked.article))
