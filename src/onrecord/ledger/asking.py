"""What a ledger answers about statements, figures, events and articles."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

import zstandard
from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.answers import Events, Figures, Statements, Stats
from onrecord.ledger.fetching import article_rows, in_page_order, selection, statement_rows
from onrecord.ledger.figures import matching_figures, quantity_rows
from onrecord.ledger.finding import full_id
from onrecord.ledger.happenings import event_rows, matching_events
from onrecord.ledger.judging import Judging
from onrecord.ledger.rows import SHOWN_CONFIDENCE, SHOWN_MEDIA, ArticleRow, StatementRow
from onrecord.ledger.schema import (
    articles,
    entities,
    events,
    pages,
    parties,
    quantities,
    readings,
    registry,
    statements,
)
from onrecord.ledger.searching import matching
from onrecord.records import Act, Kind, Medium, Root


class Asking(Judging):
    """The questions to a ledger; see `Ledger`."""

    def statements(
        self,
        *,
        speaker: str | None = None,
        words: str | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        act: Act | None = None,
        kind: Kind | None = None,
        media: Collection[Medium] | None = SHOWN_MEDIA,
        confidence: float = SHOWN_CONFIDENCE,
        article: str | None = None,
        limit: int | None = None,
    ) -> Statements:
        """Return the statements that fit everything given, newest first.

        Without `media` and `confidence` these are what the command line shows: speech and writing that were read with
        some confidence. `media=None, confidence=0` gives all.

        Args:
            speaker: words of the speaker's name or of a variant, whole words, whatever their case and diacritics; all
                whose names have them are meant. Or an entity's id or its first characters. A speaker to whom the user
                reattributed a statement counts, and the one it was taken from does not.
            words: words that were said, in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of saying where it is known, else of publication.
            until: the last day, likewise.
            act: assert, deny, ... (`onrecord.records.Act`).
            kind: direct, indirect or mixed.
            media: any of speech, writing and thought; all if None.
            confidence: the least confidence, from 0 to 1.
            article: an article's id or its first characters; then in the order of its text.
            limit: at most so many; all if None.

        Raises:
            UsageError: `speaker` or `words` has no word in it, or there is no such `article`.
        """
        if article is not None:
            with self._reading() as connection:
                article = full_id(connection, articles, article)
        chosen = matching(
            speaker=speaker,
            words=words,
            since=since,
            until=until,
            act=act,
            kind=kind,
            media=media,
            confidence=confidence,
            article=article,
        )
        with self._reading() as connection:
            rows = list(statement_rows(connection, chosen.limit(limit)))
            return Statements(rows, _total(connection, chosen, len(rows), limit))

    def figures(
        self,
        words: str,
        *,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Figures:
        """Return the figures whose unit, counted thing or sentence has all the words, in the order of time.

        Args:
            words: in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of what the figure holds for where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.

        Raises:
            UsageError: `words` has no word in it.
        """
        chosen = matching_figures(words, since=since, until=until)
        with self._reading() as connection:
            rows = list(quantity_rows(connection, chosen.limit(limit)))
            return Figures(rows, _total(connection, chosen, len(rows), limit))

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: Root | None = None,
        since: datetime.date | None = None,
        until: datetime.date | None = None,
        limit: int | None = None,
    ) -> Events:
        """Return the events that fit everything given, in the order of their days.

        Args:
            actor: who acts: an entity's id, a name of it, or words of its names, which several may have.
            recipient: who is acted upon, likewise.
            type: one of PLOVER's roots.
            since: the first day, of the event where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.
        """
        with self._reading() as connection:
            chosen = matching_events(connection, actor=actor, recipient=recipient, type=type, since=since, until=until)
            rows = list(event_rows(connection, chosen.limit(limit)))
            return Events(rows, _total(connection, chosen, len(rows), limit))

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters if no other begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        with self._reading() as connection:
            chosen = selection(statements).where(statements.c.id == full_id(connection, statements, id))
            return next(statement_rows(connection, chosen))

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters if no other begins so.

        Raises:
            UsageError: there is none, or more than one.
        """
        with self._reading() as connection:
            chosen = selection(articles).where(articles.c.id == full_id(connection, articles, id))
            return next(article_rows(connection, chosen))

    def articles(self, *, limit: int | None = None) -> list[ArticleRow]:
        """Return the articles, in the order they were added; at most `limit`, all if None."""
        with self._reading() as connection:
            return list(article_rows(connection, in_page_order(selection(articles), articles).limit(limit)))

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index.

        Raises:
            UsageError: there is no such article.
        """
        chosen = selection(articles).add_columns(readings.c.text.label("blob"))
        with self._reading() as connection:
            chosen = chosen.where(articles.c.id == full_id(connection, articles, id))
            text = zstandard.decompress(connection.execute(chosen).one().blob)
        return text.decode("utf-8", "surrogatepass")

    def stats(self) -> Stats:
        """Count what the ledger holds: pages in their current version, what is read from them, all versions."""
        with self._reading() as connection:

            def count(chosen: Any) -> int:  # noqa: ANN401 -- any selection
                return connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one()

            current = selection(statements)
            kinds = connection.execute(
                current.with_only_columns(statements.c.kind, func.count().label("number")).group_by(statements.c.kind)
            )
            spoken = (
                current.join(parties, parties.c.statement == statements.c.key)
                .join(entities, parties.c.entity == entities.c.key)
                .join(registry, entities.c.registered == registry.c.key)
            )
            speakers = spoken.where(parties.c.part == "speaker").with_only_columns(registry.c.root).distinct()
            days = selection(articles).with_only_columns(func.min(articles.c.published), func.max(articles.c.published))
            first, last = connection.execute(days).one()
            readers = select(readings.c.reader).where(readings.c.current).distinct().order_by(readings.c.reader)
            return Stats(
                pages=count(select(pages.c.key).where(pages.c.current)),
                versions=count(select(pages.c.key)),
                articles=count(selection(articles).with_only_columns(articles.c.key)),
                statements=count(current.with_only_columns(statements.c.key)),
                quantities=count(selection(quantities).with_only_columns(quantities.c.key)),
                events=count(selection(events).with_only_columns(events.c.key)),
                kinds={found.kind: found.number for found in kinds},
                speakers=count(speakers),
                first_published=first.isoformat() if first else None,
                last_published=last.isoformat() if last else None,
                readers=list(connection.execute(readers).scalars()),
                bytes=self._path.stat().st_size,
            )


def _total(connection: Connection, chosen: Select[Any], found: int, limit: int | None) -> int:
    """Return how many rows fit, of which `found` were taken."""
    if limit is None or found < limit:
        return found
    return connection.execute(select(func.count()).select_from(chosen.order_by(None).subquery())).scalar_one()
