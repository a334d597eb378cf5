"""Statements: which a user asks for, all of it in SQL, and as rows."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from onrecord.ledger.query.candidates import (
    Listed,
    Source,
    carried_by,
    in_all,
    involving,
    ranks_of,
    spoken_by,
    those_with_words,
    with_words,
)
from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.query.lookup import keys_called
from onrecord.ledger.query.outlets import find_outlets
from onrecord.ledger.query.row_selection import Chunks, plain, row_of, selection
from onrecord.ledger.query.search import By, ByRank, InOrder, Ranks, Search
from onrecord.ledger.query.shown import of_media_and_confidence
from onrecord.ledger.query.spans import first_span, some_spans, spans_of
from onrecord.ledger.query.statement_entities import dismissed_among, entities_of_statements
from onrecord.ledger.rows import StatementRow, iso_day, key_at, ranks_newest_first
from onrecord.ledger.store import articles, statements
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
    outlet: str | None = None
    about: str | None = None


def search_statements(connection: Connection, asked: StatementQuery) -> Search:
    """Return the search for the current statements that are asked for, newest first, of one article in its order.

    Raises:
        UsageError: there is nothing to look for in the speaker, the words or `about`, or there is no such outlet.
    """
    chosen, within = selection(statements), ranks_newest_first(asked.since, asked.until)
    sources = sum(one is not None for one in (asked.article, asked.speaker, asked.words, asked.outlet, asked.about))
    if asked.act is not None:
        act = unindexed(statements.c.act) if sources else statements.c.act
        chosen = chosen.where(act == asked.act)
    if asked.kind is not None:
        chosen = chosen.where(statements.c.kind == asked.kind)
    chosen = of_media_and_confidence(chosen, asked.media, asked.confidence)
    if asked.article is not None:
        keys = [key_at(rank) for rank in _candidates(connection, within, asked)]
        return InOrder(statements, chosen.where(statements.c.key.in_(keys)), [By("key", statements.c.key)])
    if sources:
        ranks = partial(_candidates, asked=asked)
        return ByRank(statements, chosen, ranks, within=within, several=sources > 1)
    if asked.since is not None:
        chosen = chosen.where(statements.c.day >= iso_day(asked.since))
    if asked.until is not None:
        chosen = chosen.where(statements.c.day <= iso_day(asked.until))
    by = (By("day", statements.c.day, descending=True, nullable=True), By("key", statements.c.key))
    return InOrder(statements, chosen, by)


def _candidates(connection: Connection, within: range, asked: StatementQuery) -> Ranks:
    """Return the statements of the article, of the speaker, about somebody, ...: of all of these that are asked for."""
    sources: list[Source] = []
    if asked.article is not None:
        own = selection(statements).where(articles.c.id == asked.article).with_only_columns(statements.c.key)
        sources.append(Listed(ranks_of(connection, connection.execute(own).scalars().all())))
    if asked.speaker is not None:
        sources.append(spoken_by(connection, keys_called(connection, asked.speaker)))
    if asked.about is not None:
        sources.append(involving(connection, "about", keys_called(connection, asked.about)))
    if asked.outlet is not None:
        sources.append(carried_by(connection, find_outlets(connection, asked.outlet)))
    if asked.words is None:
        return in_all(connection, sources, within)
    if sources:
        return those_with_words(connection, "said", asked.words, sources, within)
    return with_words(connection, "said", asked.words, within)


def statements_by_key(connection: Connection, keys: Collection[int]) -> dict[int, StatementRow]:
    """Return the current statements with these keys, by their keys."""
    found = connection.execute(selection(statements).where(statements.c.key.in_(GIVEN)), given(keys)).all()
    return {one.key: row for one, row in zip(found, statement_rows(connection, [found]), strict=True)}


def statement_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[StatementRow]:
    """Yield the statements that were fetched of a selection made by `selection(statements)`."""
    for chunk in found:
        keys = [one.key for one in chunk]
        parts = spans_of(connection, "statement", keys)
        who = entities_of_statements(connection, keys)
        dismissed = dismissed_among(connection, keys) if versions else frozenset[int]()
        for one in plain(chunk):
            own, members = parts[one.key], who[one.key]
            judged_so = {"dismissed": one.key in dismissed} if versions else {}
            yield row_of(
                StatementRow,
                one,
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
