"""The ledger: one file that keeps pages and what was read from them, and answers questions about them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from onrecord.errors import PageError
from onrecord.ledger.export import Exporter
from onrecord.ledger.judgements import Judgements
from onrecord.ledger.query import (
    SHOWN_CONFIDENCE,
    SHOWN_MEDIA,
    Entities,
    Events,
    Quantities,
    Queries,
    StatementQuery,
    Statements,
    Stats,
)
from onrecord.ledger.rows import ArticleRow, EntityRow, JudgementRow, ReviewRow, StatementRow
from onrecord.ledger.store import Store
from onrecord.ledger.verify import Problem, verify
from onrecord.ledger.write import Added, Writer
from onrecord.records import Article, Page
from onrecord.vocabulary import Act, EntityType, EventType, Kind, Medium

if TYPE_CHECKING:
    import pandas as pd

type Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""

type Failed = Callable[[PageError], None]
"""Called with a page that fails."""


class Ledger:
    """A ledger's file, opened; use it as a context manager, or `close` it.

    A missing file is made unless `create` is False. Many may read a ledger while one writes it. Answers are rows as
    they are exported (see docs/exports.md): of the current reading of the current version of each page.

    Entities are called by their id, a name they are printed with, or words of it that no other has. A judgement is
    kept with its time and `note`, is applied on top of what was read, holds for later readings and versions, and can be
    undone. A UsageError is raised where what is asked for is not in the ledger, or may be several.

    Raises:
        LedgerError: the file is no ledger, is of another version (see `onrecord.upgrade`), or cannot be used.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self._store = Store(path, create=create)
        self._writer = Writer(self._store)
        self._queries = Queries(self._store)
        self._judgements = Judgements(self._store)
        self._exporter = Exporter(self._store)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    def add(
        self,
        paths: str | Path | Sequence[str | Path],
        *,
        published: date | None = None,
        follow_links: bool = False,
        pipeline: str | None = None,
        processes: int | None = None,
        progress: Progress | None = None,
        failed: Failed | None = None,
    ) -> Added:
        """Read pages into the ledger: files, folders, or "-" for standard input.

        A page that is there already is left as it is; each page is one transaction, so that a run that was cut short
        is completed by running it again.

        Args:
            paths: where the pages are.
            published: when pages that print no date were published.
            follow_links: also read what links below a folder lead to outside of it; else these are in the result.
            pipeline: an installed English spaCy pipeline for tags, trees and names, in the encoder's place.
            processes: how many read at once, this one among them; as many as there are cores and memory for if None.
                Others are started once there is much to read. What is read does not depend on it.
            progress: called with the bytes done and the bytes in all.
            failed: called with each page that fails, as it happens; all are in the result too.

        Raises:
            LedgerError: the ledger cannot be written; the pages before are in it.
            UsageError: there is no such pipeline.
            WorkerError: another process that read has ended before its time; the pages before are in the ledger.
        """
        return self._writer.add(
            paths,
            published=published,
            follow_links=follow_links,
            pipeline=pipeline,
            processes=processes,
            progress=progress,
            failed=failed,
        )

    def reread(
        self,
        *,
        pipeline: str | None = None,
        processes: int | None = None,
        progress: Progress | None = None,
        failed: Failed | None = None,
    ) -> Added:
        """Read every page again that another version or pipeline read last; earlier readings are kept.

        Takes and raises what `add` does.
        """
        return self._writer.reread(pipeline=pipeline, processes=processes, progress=progress, failed=failed)

    def add_page(self, page: Page, articles: Sequence[Article], *, reader: str, published: date | None = None) -> bool:
        """Add a page with what `reader` read from it, in one transaction; return False if it is there already."""
        return self._writer.add_page(page, articles, reader=reader, published=published)

    def add_reading(self, page: Page, articles: Sequence[Article], *, reader: str) -> bool:
        """Add a new reading of a page that is in the ledger; return False if its current one is by `reader`."""
        return self._writer.add_reading(page, articles, reader=reader)

    def statements(
        self,
        *,
        speaker: str | None = None,
        words: str | None = None,
        since: date | None = None,
        until: date | None = None,
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
            speaker: whole words of the speaker's name or of a variant, whatever their case and diacritics, or an
                entity's id or its first six characters; the speaker as the user has judged that.
            words: words that were said, in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of saying where it is known, else of publication.
            until: the last day, likewise.
            act: assert, deny, ... (see `onrecord.VOCABULARIES`).
            kind: direct, indirect or mixed.
            media: any of speech, writing and thought; all if None.
            confidence: the least confidence, from 0 to 1.
            article: an article's id or its first characters; then in the order of its text.
            limit: at most so many; all if None.

        Raises:
            UsageError: `speaker` or `words` has no word in it, or there is no such act, kind, medium or article.
        """
        asked = StatementQuery(
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
        return self._queries.statements(asked, limit=limit)

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters if no other begins so."""
        return self._queries.statement(id)

    def quantities(
        self, words: str, *, since: date | None = None, until: date | None = None, limit: int | None = None
    ) -> Quantities:
        """Return the quantities whose unit, counted thing or sentence has all the words, in the order of time.

        Args:
            words: in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of the time the quantity holds for where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.

        Raises:
            UsageError: `words` has no word in it.
        """
        return self._queries.quantities(words, since=since, until=until, limit=limit)

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: EventType | None = None,
        since: date | None = None,
        until: date | None = None,
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
        return self._queries.events(actor=actor, recipient=recipient, type=type, since=since, until=until, limit=limit)

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters if no other begins so."""
        return self._queries.article(id)

    def articles(self, *, limit: int | None = None) -> list[ArticleRow]:
        """Return the articles, in the order they were added; at most `limit`, all if None."""
        return self._queries.articles(limit=limit)

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index."""
        return self._queries.article_text(id)

    def entities(
        self, words: str | None = None, *, type: EntityType | None = None, limit: int | None = None
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first.

        Args:
            words: words of their names, whole words, whatever their case and diacritics; a beginning with *.
            type: person, organisation, state, group, document or place.
            limit: at most so many; all if None.
        """
        return self._queries.entities(words, type=type, limit=limit)

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        return self._queries.entity(entity)

    def stats(self) -> Stats:
        """Count what the ledger holds: pages in their current version, what is read from them, all versions."""
        return self._queries.stats()

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        return self._queries.names_like(name)

    def merge(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are the same: `other` becomes a part of `one`."""
        return self._judgements.merge(one, other, note=note)

    def split(
        self, entity: str, *, called: Sequence[str] = (), articles: Sequence[str] = (), note: str | None = None
    ) -> JudgementRow:
        """Decide that some appearances of an entity are another's: those called so, and those in these articles.

        The new entity is `other` of what the judgement says.
        """
        return self._judgements.split(entity, called=called, articles=articles, note=note)

    def rename(self, entity: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide under which name an entity is shown."""
        return self._judgements.rename(entity, name, note=note)

    def reattribute(self, statement: str, name: str, *, note: str | None = None) -> JudgementRow:
        """Decide who said a statement: an entity by its id or name, or a person nobody named before."""
        return self._judgements.reattribute(statement, name, note=note)

    def dismiss(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement is none: it is left out of answers, and of exports but those of all versions."""
        return self._judgements.dismiss(statement, note=note)

    def confirm(self, statement: str, *, note: str | None = None) -> JudgementRow:
        """Decide that a statement and its speakers are right, so that `reviews` does not ask."""
        return self._judgements.confirm(statement, note=note)

    def confirm_name(self, entity: str, called: str, *, note: str | None = None) -> JudgementRow:
        """Decide that whom articles call `called` is rightly taken for an entity, so that `reviews` does not ask."""
        return self._judgements.confirm_name(entity, called, note=note)

    def keep_apart(self, one: str, other: str, *, note: str | None = None) -> JudgementRow:
        """Decide that two entities are not the same, so that `reviews` does not ask."""
        return self._judgements.keep_apart(one, other, note=note)

    def undo(self, judgement: str) -> JudgementRow:
        """Undo a judgement by its id: everything is as if it had not been made."""
        return self._judgements.undo(judgement)

    def judgements(self) -> list[JudgementRow]:
        """Return all judgements in the order they were made, also those undone."""
        return self._judgements.judgements()

    def reviews(self, *, limit: int | None = None) -> list[ReviewRow]:
        """Return what the ledger is least certain of, the least certain first, as questions; see `ReviewRow`."""
        return self._judgements.reviews(limit=limit)

    def link(self, ids: Mapping[str, str], *, note: str | None = None) -> list[JudgementRow]:
        """Decide which Wikidata ids entities have, all of them or, if one is not in the ledger, none."""
        return self._judgements.link(ids, note=note)

    def to_pandas(self, table: str = "statements") -> pd.DataFrame:
        """Return a whole table as it is exported.

        Raises:
            UsageError: there is no such table.
        """
        return self._exporter.to_pandas(table)

    def export(
        self,
        table: str,
        format: str,
        stream: IO[bytes],
        *,
        versions: bool = False,
        shown: bool = False,
        progress: Progress | None = None,
    ) -> None:
        """Write a whole table to `stream`.

        Args:
            table: one of `onrecord.ledger.TABLES`.
            format: one of `onrecord.ledger.FORMATS`.
            stream: an open binary file.
            versions: also earlier versions of pages and earlier readings, each row with its `reading`.
            shown: of statements only those that `statements` gives unless more is asked for; of other tables all rows.
            progress: called with the rows written and the rows there are.

        Raises:
            UsageError: there is no such table or format.
        """
        self._exporter.export(table, format, stream, versions=versions, shown=shown, progress=progress)

    def check(self, *, progress: Progress | None = None) -> Iterator[Problem]:
        """Yield whatever in the ledger no longer equals the pages it came from; nothing if all is well.

        `progress` is called with the pages checked and the pages there are.
        """
        return verify(self._store, progress)
