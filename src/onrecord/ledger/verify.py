"""Proof that every row still equals the page it came from."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

import zstandard
from sqlalchemy import Connection, func, select

from onrecord.ledger.registry import PRINTED_NOW
from onrecord.ledger.store import (
    FULL_TEXT,
    Store,
    articles,
    events,
    pages,
    quantities,
    readings,
    registry,
    spans,
    statements,
    unpacked,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the page, the row of it, and what is wrong."""

    page: str
    row: str
    reason: str


def verify(store: Store, progress: Callable[[int, int], None] | None = None) -> Iterator[Problem]:
    """Yield whatever in a ledger no longer equals the pages it came from; see `Ledger.check`."""
    with store.read() as connection:
        total = connection.execute(select(func.count()).select_from(pages)).scalar_one()
        for done, problems in enumerate(_verify_pages(connection), start=1):
            yield from problems
            if progress:
                progress(done, total)
        yield from _verify_file(connection)


def _verify_pages(connection: Connection) -> Iterator[list[Problem]]:
    """Yield the problems of each page in turn: its bytes, the text of its readings, and every span into them."""
    chosen = select(pages.c.key, pages.c.sha256, pages.c.path, pages.c.body).order_by(pages.c.key)
    for page in connection.execution_options(yield_per=50).execute(chosen):
        yield list(_page(connection, page.key, page.sha256, page.path or page.sha256[:12], page.body))


def _verify_file(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of the database itself: its structure, its references, its full-text indices."""
    for (said,) in connection.exec_driver_sql("PRAGMA quick_check"):
        if said != "ok":
            yield Problem("ledger", "file", said)
    for table, key, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("ledger", f"{table} {key}", f"belongs to a row of {other} that is not there")
    for sha256, path, current in connection.exec_driver_sql(_CURRENT):
        yield Problem(path or sha256[:12], "page", f"has {current} current readings instead of one")
    for url, current in connection.exec_driver_sql(_VERSIONS):
        yield Problem(url, "page", f"has {current} current versions instead of one")
    for identifier, indexed, words in connection.exec_driver_sql(_SAID):
        if indexed != words:
            yield Problem("ledger", f"statement {identifier}", "the full-text index does not hold its words")
    for (identifier,) in connection.exec_driver_sql(_COUNTED):
        yield Problem("ledger", f"quantity {identifier}", "the full-text index does not hold its words")
    for (identifier,) in connection.exec_driver_sql(_NAMED):
        yield Problem("ledger", f"entity {identifier}", "the index of names does not hold its name")
    for identifier, trait, value in connection.exec_driver_sql(_TRAITS):
        yield Problem(
            "ledger", f"entity {identifier}", f"its {trait} {value!r} is not counted as current articles print it"
        )
    for identifier, reason in connection.exec_driver_sql(_EVENTS):
        yield Problem("ledger", f"event {identifier}", reason)
    for identifier, reason in connection.exec_driver_sql(_REGISTRY):
        yield Problem("ledger", f"row {identifier}", reason)
    for index, table in (("said", statements), ("named", registry), ("counted", quantities)):
        row = f"full-text index {index}"
        indexed = connection.exec_driver_sql(f"SELECT count(*) FROM {index}").scalar_one()
        if indexed != connection.execute(select(func.count()).select_from(table)).scalar_one():
            yield Problem("ledger", row, f"does not hold as many rows as there are {table.name}")
        if not _indexed_as_written(connection, index):
            yield Problem("ledger", row, "does not find the words that it holds")


_CURRENT = """
    SELECT pages.sha256, pages.path, count(readings.key)
    FROM pages LEFT JOIN readings ON readings.page = pages.key AND readings.current
    GROUP BY pages.key HAVING count(readings.key) != 1
"""
_VERSIONS = "SELECT url, sum(current) FROM pages WHERE url IS NOT NULL GROUP BY url HAVING sum(current) != 1"
_SAID = """
    SELECT statements.id, said.words, (
        SELECT group_concat(text, char(10)) FROM (
            SELECT text FROM spans WHERE spans.statement = statements.key AND part = 'content' ORDER BY number
        )
    )
    FROM statements LEFT JOIN said ON said.rowid = statements.key
"""
_COUNTED = """
    SELECT quantities.id FROM quantities LEFT JOIN counted ON counted.rowid = quantities.key
    LEFT JOIN spans AS thing ON thing.quantity = quantities.key AND thing.part = 'counted'
    LEFT JOIN spans AS sentence ON sentence.quantity = quantities.key AND sentence.part = 'sentence'
    WHERE counted.words IS NOT
    coalesce(unit, '') || char(10) || coalesce(thing.text, '') || char(10) || sentence.text
"""
# The name an entity is shown with is the first line of what is indexed; the others follow.
_NAMED = """
    SELECT registry.id FROM registry LEFT JOIN named ON named.rowid = registry.key
    WHERE substr(named.names || char(10), 1, length(name) + 1) IS NOT name || char(10)
    UNION SELECT registry.id FROM traits JOIN registry ON registry.key = registered
    JOIN named ON named.rowid = registry.key
    WHERE trait = 'name' AND articles > 0
    AND instr(char(10) || named.names || char(10), char(10) || value || char(10)) = 0
"""
# What is counted of registered entities, beside what current articles print of them.
_TRAITS = f"""
    WITH printed AS ({PRINTED_NOW.format(where="TRUE")})
    SELECT registry.id, differing.trait, differing.value FROM (
        SELECT * FROM (
            SELECT registered, trait, value, articles FROM traits WHERE articles != 0 EXCEPT SELECT * FROM printed
        )
        UNION SELECT * FROM (SELECT * FROM printed EXCEPT SELECT registered, trait, value, articles FROM traits)
    ) AS differing LEFT JOIN registry ON registry.key = differing.registered
"""
# An event is of one article, with all that belongs to it, and tells what it is in words of that article.
_EVENTS = """
    SELECT events.id, 'has no words' FROM events
    WHERE NOT EXISTS (SELECT 1 FROM spans WHERE spans.event = events.key AND part = 'span')
    UNION ALL SELECT events.id, 'has words of another article'
    FROM events JOIN spans ON spans.event = events.key WHERE spans.article != events.article
    UNION ALL SELECT events.id, 'has a participant of another article'
    FROM events JOIN participants ON event = events.key JOIN entities ON entities.key = entity
    WHERE entities.article != events.article
    UNION ALL SELECT events.id, 'is told in a statement of another article'
    FROM events JOIN statements ON statements.key IN (statement, asserting) WHERE statements.article != events.article
"""
_REGISTRY = """
    SELECT id, 'belongs to no registered entity' FROM entities WHERE registered IS NULL OR matched IS NULL
    UNION ALL SELECT one.id, 'is part of an entity that is itself part of another'
    FROM registry AS one JOIN registry AS root ON root.key = one.root WHERE root.root != root.key
    UNION ALL SELECT 'j' || judgements.key, 'is undone and still holds for a statement'
    FROM judged JOIN judgements ON judgements.key = judged.judgement WHERE undone_at IS NOT NULL
"""


# Each word of an index, how often it stands there, and a sum over its places: the rows and the positions in them.
_WORDS = """
    SELECT term, count(*), sum(doc), sum((doc * 1000003 + offset) % 2147483647) FROM temp.{} GROUP BY term
"""


def _indexed_as_written(connection: Connection, index: str) -> bool:
    """Index anew what a full-text table holds, and say whether its own index has every word at the same place.

    SQLite's own check of such a table counts as writing: it would make other processes wait, and not work on a ledger
    that may only be read. The copy is a temporary table, outside the ledger's file.
    """
    column, tokenizer = FULL_TEXT[index]
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE temp.anew USING fts5({column}, tokenize = '{tokenizer}', content = '')"
    )
    connection.exec_driver_sql(f"INSERT INTO temp.anew (rowid, {column}) SELECT rowid, {column} FROM {index}")
    connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab(main, {index}, instance)")
    connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.anew_words USING fts5vocab(temp, anew, instance)")
    kept = connection.exec_driver_sql(_WORDS.format("kept_words"))
    anew = connection.exec_driver_sql(_WORDS.format("anew_words"))
    with closing(kept), closing(anew):
        same = all(one == other for one, other in zip_longest(kept, anew))
    for table in ("kept_words", "anew_words", "anew"):
        connection.exec_driver_sql(f"DROP TABLE temp.{table}")
    return same


def _page(connection: Connection, key: int, sha256: str, name: str, body: bytes) -> Iterator[Problem]:
    content = _undamaged(body)
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        yield Problem(name, "page", "its stored bytes are not those of its sha256")
    for reading in connection.execute(select(readings).where(readings.c.page == key).order_by(readings.c.key)):
        stored = _undamaged(reading.text)
        if stored is None or hashlib.sha256(stored).hexdigest() != reading.text_sha256:
            yield Problem(name, f"reading {reading.key}", "its stored text is not the one it was read from")
        if stored is not None:
            yield from _spans(connection, reading.key, name, stored.decode("utf-8", "replace"))


def _spans(connection: Connection, reading: int, name: str, text: str) -> Iterator[Problem]:
    """Yield the problems of every span of a reading of `text`, and of the titles, bylines and outlets printed there."""
    chosen = (
        select(
            spans,
            articles.c.id.label("article_id"),
            articles.c.title,
            articles.c.byline,
            articles.c.outlet,
            statements.c.id.label("statement_id"),
            quantities.c.id.label("quantity_id"),
            events.c.id.label("event_id"),
        )
        .join(articles, spans.c.article == articles.c.key)
        .outerjoin(statements, spans.c.statement == statements.c.key)
        .outerjoin(quantities, spans.c.quantity == quantities.c.key)
        .outerjoin(events, spans.c.event == events.c.key)
        .where(articles.c.reading == reading)
    )
    for span in connection.execute(chosen):
        row = f"article {span.article_id}"
        for kind in ("statement", "quantity", "event"):
            identifier = getattr(span, f"{kind}_id")
            row = f"{kind} {identifier}" if identifier else row
        if text[span.start : span.end] != span.text or not 0 <= span.start < span.end:
            yield Problem(name, row, f"{span.part} at {span.start}-{span.end} is not what the page says there")
        elif span.part in {"title", "byline", "outlet"} and getattr(span, span.part) != span.text:
            yield Problem(name, row, f"its {span.part} is not what the page says at {span.start}-{span.end}")


def _undamaged(blob: bytes) -> bytes | None:
    try:
        return unpacked(blob)
    except zstandard.ZstdError:
        return None
