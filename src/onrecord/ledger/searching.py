"""From what a user asks to a selection of statements, all of it in SQL."""

import datetime
import re
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, literal_column, or_, select, text

from onrecord.errors import UsageError
from onrecord.ledger.fetching import selection
from onrecord.ledger.schema import articles, entities, judged, pages, parties, readings, registry, statements
from onrecord.ledger.wording import storable
from onrecord.records import Act, Kind, Medium

# A phrase in quote marks, or a word, each with an asterisk after it or not.
_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
# The first characters of an entity's id. A digit among them tells it from a word.
_ID = re.compile(r"e(?=[0-9a-f]*[0-9])[0-9a-f]+(?:-\d+)?")


def matching(
    *,
    speaker: str | None,
    words: str | None,
    since: datetime.date | None,
    until: datetime.date | None,
    act: Act | None,
    kind: Kind | None,
    media: Collection[Medium] | None,
    confidence: float,
    article: str | None,
) -> Select[Any]:
    """Return the selection of the current statements that fit everything given, newest first.

    Raises:
        UsageError: there is nothing to look for in `speaker` or `words`.
    """
    chosen = selection(statements)
    if speaker is not None:
        chosen = chosen.where(statements.c.key.in_(_spoken_by(speaker)))
    if words is not None:
        chosen = chosen.where(statements.c.key.in_(rowids("said", words)))
    if since is not None:
        chosen = chosen.where(statements.c.day >= since.isoformat())
    if until is not None:
        chosen = chosen.where(statements.c.day <= until.isoformat())
    if act is not None:
        chosen = chosen.where(statements.c.act == act)
    if kind is not None:
        chosen = chosen.where(statements.c.kind == kind)
    chosen = shown(chosen, media, confidence)
    if article is not None:
        return chosen.where(articles.c.id == article).order_by(statements.c.number)
    order: tuple[ColumnElement[Any], ...] = (
        statements.c.day.desc().nulls_last(),
        pages.c.key,
        readings.c.key,
        articles.c.number,
        statements.c.number,
    )
    return chosen.order_by(*order)


def shown(chosen: Select[Any], media: Collection[Medium] | None, confidence: float) -> Select[Any]:
    """Return the part of a selection of statements that is in one of these media, and at least so certain."""
    if media is not None:
        chosen = chosen.where(statements.c.medium.in_(media))
    return chosen.where(statements.c.confidence >= confidence)


def full_text(asked: str) -> str:
    """Return what a user typed as a full-text query: all of its words and "phrases", each a beginning if starred.

    Whatever else is typed is taken for words, so that no question is a syntax error.

    Raises:
        UsageError: there is no word in it.
    """
    terms = []
    # A null character would end the query for SQLite, in the middle of a term.
    for phrase, star, word in _TERM.findall(storable(asked).replace("\0", " ")):
        bare = phrase or word.rstrip("*")
        if any(c.isalnum() for c in bare):
            terms.append(f'"{bare}"' + ("*" if star or word.endswith("*") else ""))
    if not terms:
        raise UsageError(repr(asked), "has no word to look for", "give at least one")
    return " ".join(terms)


def named(asked: str) -> Any:  # noqa: ANN401 -- as `rowids`
    """Return the keys of the registered entities whose names have all the words asked for, as a subquery.

    Raises:
        UsageError: there is no word in `asked`.
    """
    return rowids("named", asked)


def _spoken_by(speaker: str) -> Any:  # noqa: ANN401 -- any selection
    """Return the statements of the entities called so, by whatever name or id: read as theirs, or given to them."""
    roots = select(registry.c.root).where(or_(registry.c.key.in_(named(speaker)), _identified(speaker)))
    theirs = select(registry.c.key).where(registry.c.root.in_(roots))
    given = select(judged.c.statement).where(judged.c.kind == "reattribute")
    read = (
        select(parties.c.statement)
        .join(entities, parties.c.entity == entities.c.key)
        .where(parties.c.part == "speaker", entities.c.registered.in_(theirs), parties.c.statement.not_in(given))
    )
    return read.union(given.where(judged.c.speaker.in_(theirs)))


def _identified(speaker: str) -> ColumnElement[bool]:
    """Return the condition that this is the id of a registered entity, or its first characters if it is nobody's."""
    if not _ID.fullmatch(speaker):
        return false()
    whole = select(registry.c.key).where(registry.c.id == speaker).correlate(None).exists()
    begins = and_(registry.c.id >= speaker, registry.c.id < speaker + "\uffff")
    return or_(registry.c.id == speaker, and_(~whole, begins))


def rowids(table: str, asked: str) -> Any:  # noqa: ANN401 -- a textual subquery has no narrower type
    """Return the keys of what a full-text table has all the words asked for of, as a subquery.

    Raises:
        UsageError: there is no word in `asked`.
    """
    query = text(f"SELECT rowid FROM {table} WHERE {table} MATCH :{table}")
    return query.bindparams(**{table: full_text(asked)}).columns(literal_column("rowid")).scalar_subquery()
