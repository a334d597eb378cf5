"""What a ledger is asked: the methods of `Ledger` that answer."""

from collections.abc import Collection
from datetime import date

from onrecord.ledger.query import (
    SHOWN_CONFIDENCE,
    SHOWN_MEDIA,
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
    Queries,
    StatementQuery,
    Statements,
    Stats,
    Timeline,
    Utterances,
)
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
)
from onrecord.vocabulary import Act, EntityType, EventType, Kind, Medium


class Askable:
    """A ledger that answers questions; see `Ledger`."""

    _queries: Queries

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
        outlet: str | None = None,
        about: str | None = None,
        limit: int | None = None,
        after: str | None = None,
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
            outlet: a name of the outlet that printed it, as pages print it or as `outlets` has it, or the host that
                its pages were got from.
            about: an entity, named as a speaker is, that the words said mention, or to or against whom they were said.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.

        Raises:
            UsageError: `speaker`, `about` or `words` has no word in it, there is no such act, kind, medium, article or
                outlet, or `after` is not of this question.
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
            outlet=outlet,
            about=about,
        )
        return self._queries.statements(asked, limit=limit, after=after)

    def facets(
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
        outlet: str | None = None,
        about: str | None = None,
    ) -> FacetsRow:
        """Return what there is among the statements that fit everything given: how many of each act, speaker, outlet.

        The newest 300 are counted, fewer where what is asked for is seldom among what has the words; the row says
        whether these are all. It takes and raises what `statements` does.
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
            outlet=outlet,
            about=about,
        )
        return self._queries.facets(asked)

    def statement(self, id: str) -> StatementRow:
        """Return the statement of an id, or of its first characters if no other begins so."""
        return self._queries.statement(id)

    def explain(self, id: str) -> Explanation:
        """Return why a statement is read as it is: which scores and rules gave each field, and what else was likely.

        Nothing is read again for it and no model is loaded: reasons are kept with each reading. Of a statement that an
        earlier reader read there may be none; then only `reader` tells who read it.

        Args:
            id: the statement's id, or its first characters if no other begins so.

        Raises:
            NotFoundError: there is no such statement.
        """
        return self._queries.explain(id)

    def profile(self, entity: str) -> ProfileRow:
        """Return an entity by what it says and what is said about it, over the newest 300 statements of both.

        Args:
            entity: its id, a name it is printed with, or words of it that no other has.

        Raises:
            UsageError: there is none, or more than one.
        """
        return self._queries.profile(entity)

    def outlets(self, *, limit: int | None = None) -> Outlets:
        """Return the outlets whose articles the ledger has, those with the most statements first.

        Args:
            limit: at most so many; all if None.
        """
        return self._queries.outlets(limit=limit)

    def links(
        self, statement: str, *, offered: bool = False, limit: int | None = None, after: str | None = None
    ) -> Links:
        """Return how a statement belongs to others, with what it repeats for certain.

        Args:
            statement: its id, or its first characters.
            offered: also links that are not certain enough to be asserted.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.links(statement, offered=offered, limit=limit, after=after)

    def arguments(self, *, limit: int | None = None, after: str | None = None) -> Arguments:
        """Return what denies, rejects, contradicts, revises or answers an earlier statement, the newest first.

        Each is a link that is asserted, with both statements.

        Args:
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.arguments(limit=limit, after=after)

    def article_links(self, article: str, *, offered: bool = False, limit: int | None = None) -> Arguments:
        """Return how the statements of an article belong to others, in it and elsewhere, each link with both.

        Args:
            article: its id, or its first characters.
            offered: also links that are not certain enough to be asserted.
            limit: at most so many; all if None.
        """
        return self._queries.article_links(article, offered=offered, limit=limit)

    def altered(self, *, limit: int | None = None, after: str | None = None) -> Utterances:
        """Return the utterances of which a direct quotation differs from the earliest by a word or in its meaning.

        They come by their last printing, the newest first. For one answer the 150 newest that are printed more than
        once are compared, so that there may be fewer than `limit` and yet a `next`; without a limit all are.

        Args:
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.altered(limit=limit, after=after)

    def printed(self, statements: Collection[str]) -> dict[str, PrintedRow]:
        """Return, by the ids of some statements, the earliest printing of what each says, and who printed it.

        Those of which the earliest printing is the same are copies of each other. What is not in the ledger is left
        out.
        """
        return self._queries.printed(statements)

    def thread(self, statement: str, *, offered: bool = False) -> ThreadRow:
        """Return the argument that a statement is part of, as a tree: each statement stands under what it belongs to.

        The topmost is what it leads to if one goes from each statement on to what that denies, answers, revises, ...
        Each statement stands there once, with how many print it. A long argument is cut: `left_out` says where.

        Args:
            statement: its id, or its first characters; of a later printing the earliest is meant.
            offered: also links that are not certain enough to be asserted.
        """
        return self._queries.thread(statement, offered=offered)

    def timeline(
        self,
        asked: str,
        *,
        words: bool = False,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Timeline:
        """Return what an entity said and did, or else what was said with some words, by day; the undated come last.

        Statements are those that are shown by default, each once however many print it. Of words, events are those that
        a statement with them is, or tells of.

        Args:
            asked: an entity's id, a name of it, or words of its names; if no entity has these, words that were said.
            words: whether these are words, also if an entity is called so.
            since: the first day; of a statement that of saying where it is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.

        Raises:
            UsageError: there is no word in `asked`.
        """
        return self._queries.timeline(asked, words=words, since=since, until=until, limit=limit, after=after)

    def changed(self, page: str) -> list[VersionRow]:
        """Return what changed between the versions of a page: claims that came, that went, that are told otherwise.

        Each version but the first is given, the earliest first. Two statements are one that is told otherwise if they
        have half of their words in common. The change is the speaker's where the later one was said on a later day, is
        told with a word such as "now", or revises another statement for certain; else it is the outlet's.

        Args:
            page: its url or path, or the first characters of the digest of a version.

        Raises:
            UsageError: there is no such page, or more than one.
        """
        return self._queries.changed(page)

    def copies(
        self, article: str, *, offered: bool = False, limit: int | None = None, after: str | None = None
    ) -> Copies:
        """Return the article that one is a copy of, or it itself, then all copies of that by day; none where none is.

        Args:
            article: its id, its first characters, or its title.
            offered: also those that are not certain to be copies.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.copies(article, offered=offered, limit=limit, after=after)

    def quantities(
        self,
        words: str,
        *,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Quantities:
        """Return the quantities whose unit, counted thing or sentence has all the words, in the order of time.

        Args:
            words: in any inflection and order; "a phrase" in quote marks, a beginning with *.
            since: the first day, of the time the quantity holds for where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.

        Raises:
            UsageError: `words` has no word in it.
        """
        return self._queries.quantities(words, since=since, until=until, limit=limit, after=after)

    def dispute(
        self,
        words: str,
        *,
        since: date | None = None,
        until: date | None = None,
        offered: bool = False,
        limit: int | None = None,
    ) -> Disputes:
        """Return the figures in dispute: claims of one quantity that do not agree, with who makes each when.

        Claims are of one quantity if they have the same unit and count the same thing, in articles on one affair. A
        claim that is printed again is one claim. Figures on which all agree are left out.

        Args:
            words: which quantities, as `quantities` takes them.
            since: the first day, likewise.
            until: the last day, likewise.
            offered: also links between claims that are not certain enough to be asserted.
            limit: at most so many figures, among the newest 1,000 quantities that have the words; all if None.

        Raises:
            UsageError: `words` has no word in it.
        """
        return self._queries.dispute(words, since=since, until=until, offered=offered, limit=limit)

    def events(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        type: EventType | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Events:
        """Return the events that fit everything given, in the order of their days.

        Args:
            actor: who acts: an entity's id, a name of it, or words of its names, which several may have.
            recipient: who is acted upon, likewise.
            type: one of PLOVER's roots.
            since: the first day, of the event where that is known, else of publication.
            until: the last day, likewise.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.events(
            actor=actor, recipient=recipient, type=type, since=since, until=until, limit=limit, after=after
        )

    def article(self, id: str) -> ArticleRow:
        """Return the article of an id, or of its first characters if no other begins so."""
        return self._queries.article(id)

    def articles(self, *, page: str | None = None, limit: int | None = None, after: str | None = None) -> Articles:
        """Return the articles, in the order in which they were read.

        Args:
            page: only those of the page of this SHA-256.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.articles(page=page, limit=limit, after=after)

    def latest(self, *, limit: int | None = None, after: str | None = None) -> Articles:
        """Return the articles, the last that were read first; of a page that was read again, by when it was.

        Args:
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.latest(limit=limit, after=after)

    def article_text(self, id: str) -> str:
        """Return the page text that the spans of the article of this id index."""
        return self._queries.article_text(id)

    def entities(
        self,
        words: str | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> Entities:
        """Return the entities of all articles, those that appear most often first, each with all its appearances.

        Args:
            words: words of their names, whole words, whatever their case and diacritics; a beginning with *.
            type: person, organisation, state, group, document or place.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.entities(words, type=type, limit=limit, after=after)

    def entity_list(
        self,
        words: str | None = None,
        *,
        type: EntityType | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> EntityList:
        """Return what `entities` does, each entity in a line, without its appearances: fast however many it has.

        It takes what `entities` takes, and an `after` of either.
        """
        return self._queries.entity_list(words, type=type, limit=limit, after=after)

    def entity(self, entity: str) -> EntityRow:
        """Return an entity with all its appearances, by its id or name."""
        return self._queries.entity(entity)

    def entity_line(self, entity: str) -> EntityLine:
        """Return what `entity` does, in a line, without its appearances: fast however many it has."""
        return self._queries.entity_line(entity)

    def appearances(self, entity: str, *, limit: int | None = None, after: str | None = None) -> Appearances:
        """Return the articles in which an entity appears, those that were read last first, each with all mentions.

        Args:
            entity: its id or name.
            limit: at most so many; all if None.
            after: the `next` of an answer to the same question: then only what comes behind its last row.
        """
        return self._queries.appearances(entity, limit=limit, after=after)

    def stats(self) -> Stats:
        """Count what the ledger holds: pages in their current version, what is read from them, all versions."""
        return self._queries.stats()

    def names_like(self, name: str) -> list[str]:
        """Return the names of a few entities that are written nearly so, the nearest first."""
        return self._queries.names_like(name)
