"""Proof that every row still equals the page it came from."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import zstandard
from sqlalchemy import Connection, func, select

from onrecord.ledger.schema import articles, pages, readings, spans, statements


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the page, the row of it, and what is wrong."""

    page: str
    row: str
    reason: str


def check_pages(connection: Connection) -> Iterator[list[Problem]]:
    """Yield the problems of each page in turn: its bytes, the text of its readings, and every span into them."""
    chosen = select(pages.c.key, pages.c.sha256, pages.c.path, pages.c.body).order_by(pages.c.key)
    for page in connection.execution_options(yield_per=50).execute(chosen):
        yield list(_page(connection, page.key, page.sha256, page.path or page.sha256[:12], page.body))


def check_file(connection: Connection) -> Iterator[Problem]:
    """Yield the problems of the database itself: its structure, its references, its full-text indices."""
    for (said,) in connection.exec_driver_sql("PRAGMA quick_check"):
        if said != "ok":
            yield Problem("ledger", "file", said)
    for table, key, other, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Problem("ledger", f"{table} {key}", f"belongs to a row of {other} that is not there")
    said = connection.exec_driver_sql(_SAID)
    for identifier, indexed, words in said:
        if indexed != words:
            yield Problem("ledger", f"statement {identifier}", "the full-text index does not hold its words")
    [counted] = connection.exec_driver_sql("SELECT count(*) FROM said").fetchone() or [0]
    if counted != connection.execute(select(func.count()).select_from(statements)).scalar():
        yield Problem("ledger", "full-text index", "does not hold as many statements as there are")


_SAID = """
    SELECT statements.id, said.words, (
        SELECT group_concat(text, char(10)) FROM (
            SELECT text FROM spans WHERE spans.statement = statements.key AND part = 'content' ORDER BY number
        )
    )
    FROM statements LEFT JOIN said ON said.rowid = statements.key
"""


def _page(connection: Connection, key: int, sha256: str, name: str, body: bytes) -> Iterator[Problem]:
    content = _unpacked(body)
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        yield Problem(name, "page", "its stored bytes are not those of its sha256")
    for reading in connection.execute(select(readings).where(readings.c.page == key).order_by(readings.c.key)):
        stored = _unpacked(reading.text)
        if stored is None or hashlib.sha256(stored).hexdigest() != reading.text_sha256:
            yield Problem(name, f"reading {reading.key}", "its stored text is not the one it was read from")
        if stored is None:
            continue
        text = stored.decode("utf-8", "replace")
        chosen = (
            select(spans, articles.c.id.label("article_id"), statements.c.id.label("statement_id"))
            .join(articles, spans.c.article == articles.c.key)
            .outerjoin(statements, spans.c.statement == statements.c.key)
            .where(articles.c.reading == reading.key)
        )
        for span in connection.execute(chosen):
            if text[span.start : span.end] != span.text or not 0 <= span.start < span.end:
                row = f"statement {span.statement_id}" if span.statement_id else f"article {span.article_id}"
                yield Problem(name, row, f"{span.part} at {span.start}-{span.end} is not what the page says there")


def _unpacked(blob: bytes) -> bytes | None:
    try:
        return zstandard.decompress(blob)
    except zstandard.ZstdError:
        return None
