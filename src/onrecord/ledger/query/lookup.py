"""From what a user calls an entity, a statement, an article or a link to the row that is meant."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_, or_, select
from sqlalchemy.engine import Row

from onrecord.errors import NotFoundError, UsageError
from onrecord.folding import fold
from onrecord.ledger.query.full_text import keys_matching, keys_named
from onrecord.ledger.query.links import link_selection
from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.store import articles, judged, links, registry, storable

# As many names are offered for one that nobody has, and so much alike they are, of 1.
_NEAR = 3
_NEARNESS = 0.75
# Nothing is near to what is longer than names are; to compare it would take minutes.
_LONGEST = 200
# Fewer letters are too little to look for a blank in.
_RESPACED = 4
# Names with such words that are looked at, of those who appear most often.
_RANKED = 100
_NAMED_SO = """
    SELECT root.name, named.names FROM named JOIN registry ON registry.key = named.rowid
    JOIN registry AS root ON root.key = registry.root
    WHERE named MATCH ? ORDER BY root.appearances DESC, root.key LIMIT ?
"""
_ID = re.compile(r"e[0-9a-f]{5,}(?:-\d+)?")


def full_id(connection: Connection, table: Table, beginning: str) -> str:
    """Return the id of a table's current row that begins so; an article may also be called by its title.

    Raises:
        UsageError: there is none, or more than one.
    """
    beginning = storable(beginning)
    chosen = selection(table).with_only_columns(table.c.id).distinct()
    chosen = chosen.where(begins(table.c.id, beginning)).limit(2)
    found = list(connection.execute(chosen).scalars())
    if not found and table is articles:
        found = _titled(connection, beginning)
    noun = table.name.removesuffix("s")
    if not found:
        where = "articles" if table is articles else "statements"
        raise NotFoundError(f"{noun} {beginning}", "is not in the ledger", f"find its id with `{where}`")
    if len(found) > 1 and beginning not in found:
        raise UsageError(f"{noun} {beginning}", "may be several", "give more characters of the id")
    return beginning if beginning in found else str(found[0])


def _titled(connection: Connection, asked: str) -> list[str]:
    """Return the ids of the current articles of this title, else of those that have it within theirs."""
    wanted = fold(asked)
    if not any(c.isalnum() for c in wanted):
        return []
    phrase = '"' + wanted.replace('"', " ") + '"*'
    titles = selection(articles).with_only_columns(articles.c.id, articles.c.title)
    titles = titles.where(articles.c.key.in_(keys_matching("titled", phrase)))
    having = {row.id: fold(row.title) for row in connection.execute(titles) if wanted in fold(row.title)}
    return [id for id, title in having.items() if title == wanted] or list(having)


def find_link(connection: Connection, beginning: str) -> Row[Any]:
    """Return the link whose id begins so, also one that the user rejected.

    Raises:
        UsageError: there is none, or more than one.
    """
    chosen = link_selection(versions=True).where(begins(links.c.id, storable(beginning))).limit(2)
    found = connection.execute(chosen).all()
    if not found:
        raise NotFoundError(
            f"link {beginning}", "is not in the ledger", "find its id with `review --json` or `export links`"
        )
    if len(found) > 1 and found[0].id != beginning:
        raise UsageError(f"link {beginning}", "may be several", "give more characters of the id")
    return found[0]


def find_entity(connection: Connection, asked: str) -> Row[Any]:
    """Return the registered entity that a user calls by its id, a name it is printed with, or words of its names.

    One that was merged into another is that other one.

    Raises:
        UsageError: there is none, or more than one.
    """
    found = find_entities(connection, asked)
    if not found:
        near = names_like(connection, asked)
        remedy = f"did you mean {' or '.join(near)}?" if near else "find its name or id with `entities`"
        raise NotFoundError(f"entity {asked}", "is not in the ledger", remedy)
    if len(found) > 1:
        listed = ", ".join(f"{one.id} ({one.name}, {one.type}, articles: {one.appearances})" for one in found[:5])
        raise UsageError(f"entity {asked}", f"may be several: {listed}", "give one of these ids")
    return found[0]


def find_entities(connection: Connection, asked: str) -> Sequence[Row[Any]]:
    """Return the registered entities that a user may mean: by id, else by a whole name, else by words of a name."""
    asked = storable(asked)
    exact = _roots(connection, registry.c.id == asked)
    if exact:
        return exact
    if any(c.isalnum() for c in asked):
        called = _roots(connection, registry.c.key.in_(keys_named(asked)))
        given = _given(connection)
        # Those that nothing current is of stand back.
        called = [one for one in called if one.appearances or one.key in given] or called
        names = _names(connection, [one.key for one in called])
        whole = [one for one in called if fold(asked) in names[one.key]]
        if called:
            return whole or called
    if len(asked) > 1:
        return _roots(connection, begins(registry.c.id, asked))
    return []


def keys_of(connection: Connection, roots: Sequence[Row[Any]]) -> Sequence[int]:
    """Return the keys of registered entities and of all that was merged into them."""
    chosen = select(registry.c.key).where(registry.c.root.in_([one.key for one in roots]))
    return connection.execute(chosen).scalars().all()


def keys_called(connection: Connection, asked: str) -> Sequence[int]:
    """Return the keys of the registered entities that have all the words in their names, or this id, and of all merged.

    Raises:
        UsageError: there is no word in `asked`.
    """
    roots = select(registry.c.root).where(called(asked))
    return connection.execute(select(registry.c.key).where(registry.c.root.in_(roots))).scalars().all()


def names_like(connection: Connection, asked: str) -> list[str]:
    """Return the names under which entities are shown that have words written nearly so; at most 3, the nearest first.

    Of "Ada Brening" that is "Ada Brenning"; where no name has something like all the words, one that has some.
    """
    if len(asked) > _LONGEST:
        return []
    words = re.findall(r"\w+", fold(asked))
    near = [like for word in words if (like := _words_like(connection, word))]
    return _nearest(connection, asked, near) or _nearest(connection, asked, _respaced(connection, words))


def _nearest(connection: Connection, asked: str, near: Sequence[Sequence[str]]) -> list[str]:
    """Return the names that have a word of each group of `near`, or of some, and are like what is asked for."""
    if not near:
        return []
    for joined in (" AND ", " OR "):
        expression = joined.join("(" + " OR ".join(f'"{word}"' for word in like) + ")" for like in near)
        found = connection.exec_driver_sql(_NAMED_SO, (expression, _RANKED)).all()
        if found:
            break
    shown: dict[str, list[str]] = {}
    for name, names in found:
        for variant in names.split("\n"):
            for form in {fold(variant), *fold(variant).split()}:
                shown.setdefault(form, []).append(name)
    forms = get_close_matches(fold(asked), shown, n=_NEAR, cutoff=_NEARNESS)
    return list(dict.fromkeys(name for form in forms for name in shown[form]))[:_NEAR]


def _words_like(connection: Connection, word: str) -> list[str]:
    """Return the words of names that are written nearly as `word` is, and itself if it is one; the nearest first."""
    connection.exec_driver_sql("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_named USING fts5vocab(main, named, row)")
    # Words that are so much shorter or longer, or have so few of the same letters, cannot be near enough.
    least, most = _NEARNESS / (2 - _NEARNESS) * len(word), (2 - _NEARNESS) / _NEARNESS * len(word)
    known = connection.exec_driver_sql(
        "SELECT term FROM temp.words_named WHERE length(term) BETWEEN ? AND ?", (least, most)
    ).scalars()
    letters = set(word)
    alike = (term for term in known if 2 * len(letters.intersection(term)) >= len(letters))
    return get_close_matches(word, alike, n=_NEAR, cutoff=_NEARNESS)


def _respaced(connection: Connection, words: Sequence[str]) -> list[list[str]]:
    """Return the words of names that `words` are if a blank among them is too much, or one is missing.

    Of "bren ning" that is "brenning", of "adabrenning" "ada" and "brenning".
    """
    whole = "".join(words)
    if len(whole) < _RESPACED:
        return []
    like = _words_like(connection, whole)
    if like:
        return [like]
    halves = [(whole[:at], whole[at:]) for at in range(1, len(whole))]
    marks = ", ".join("?" for half in halves for _ in half)
    parts = tuple(part for half in halves for part in half)
    known = set(
        connection.exec_driver_sql(f"SELECT term FROM temp.words_named WHERE term IN ({marks})", parts).scalars()
    )
    return next(([[one], [other]] for one, other in halves if one in known and other in known), [])


def is_id(asked: str) -> bool:
    """Say whether a user may mean an entity by its id, or by six of its first characters or more."""
    return _ID.fullmatch(asked) is not None


def called(asked: str, entities: FromClause = registry) -> ColumnElement[bool]:
    """Return the condition that registered entities have all the words in their names, or this id.

    Raises:
        UsageError: there is no word in `asked`.
    """
    named = entities.c.key.in_(keys_named(asked))
    if not is_id(asked):
        return named
    whole = select(registry.c.key).where(registry.c.id == asked).correlate(None).exists()
    return or_(named, entities.c.id == asked, and_(~whole, begins(entities.c.id, asked)))


def begins(column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Return the condition that a text begins so, as an index can answer it."""
    return and_(column >= beginning, column < beginning + "\uffff")


def _roots(connection: Connection, condition: Any) -> Sequence[Row[Any]]:  # noqa: ANN401 -- any condition
    roots = select(registry.c.root).where(condition)
    return connection.execute(select(registry).where(registry.c.key.in_(roots)).order_by(registry.c.key)).all()


def _given(connection: Connection) -> set[int]:
    """Return the registered entities to whom the user gave a statement."""
    given = select(registry.c.root).join(judged, judged.c.speaker == registry.c.key)
    return set(connection.execute(given).scalars())


def _names(connection: Connection, roots: Sequence[int]) -> defaultdict[int, set[str]]:
    """Return all names of registered entities and of what was merged into them, folded."""
    marks = ", ".join(map(str, roots))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for root, names in connection.exec_driver_sql(
        f"SELECT root, names FROM registry JOIN named ON named.rowid = registry.key WHERE root IN ({marks})"
    ):
        found[root].update(fold(name) for name in names.split("\n"))
    return found
