"""Links put into a ledger by hand, as nothing finds them there."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from onrecord import Ledger
from onrecord.ledger.rows import LINKS_NEWEST_FIRST, link_id
from tests.ledger.records import exported

_STATEMENT = """
    SELECT statements.key, statements.id, statements.article, spans.start, spans."end", spans.text FROM statements
    JOIN spans ON spans.statement = statements.key AND spans.part = 'content'
    JOIN articles ON articles.key = statements.article JOIN readings ON readings.key = articles.reading
    JOIN pages ON pages.key = readings.page
    WHERE readings.current AND pages.current AND spans.text LIKE ?
"""
_ARTICLE = """
    SELECT articles.key, articles.id FROM articles
    JOIN readings ON readings.key = articles.reading JOIN pages ON pages.key = readings.page
    WHERE readings.current AND pages.current AND pages.url = ?
"""
_INSERT = """
    INSERT INTO links (
        id, kind, found_with, later_article, earlier_article, later, earlier, confidence, asserted, evidence, reason
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def put_link(
    path: Path, kind: str, later: str, earlier: str, *, confidence: float = 0.4, asserted: bool = False
) -> str:
    """Link the current statements whose words begin so, with their words as evidence; return the link's id."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        one, other = (connection.execute(_STATEMENT, (f"{words}%",)).fetchone() for words in (later, earlier))
        evidence = json.dumps([[end[0], *end[3:]] for end in (one, other)])
        identifier = link_id(kind, one[1], other[1])
        ends = (one[2], one[2], other[2], one[0], other[0])
        connection.execute(_INSERT, (identifier, kind, *ends, confidence, asserted, evidence, "as the test says"))
        connection.execute(f"UPDATE links SET rank = {LINKS_NEWEST_FIRST}")
    return identifier


def put_copy(path: Path, later: str, earlier: str, *, confidence: float = 0.4, asserted: bool = False) -> str:
    """Link the current articles of the pages at these addresses, the first as a copy; return the link's id."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        one, other = (connection.execute(_ARTICLE, (url,)).fetchone() for url in (later, earlier))
        identifier = link_id("copy", one[1], other[1])
        ends = (one[0], one[0], other[0], None, None)
        connection.execute(_INSERT, (identifier, "copy", *ends, confidence, asserted, "[]", "the same text"))
    return identifier


def compared(path: Path) -> set[int]:
    """Return the articles that linking need not compare again."""
    with closing(sqlite3.connect(path)) as connection:
        return {key for (key,) in connection.execute("SELECT article FROM linked EXCEPT SELECT article FROM due")}


def have_compared(path: Path) -> None:
    """Say that linking has compared all articles."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        compared = "SELECT key, key, TRUE FROM articles"
        connection.execute(f"INSERT OR REPLACE INTO linked (article, position, source) {compared}")
        connection.execute("INSERT OR REPLACE INTO shingles (article, hashes) SELECT key, x'' FROM articles")
        connection.execute("DELETE FROM due")


def take_links_away(path: Path) -> None:
    """Take away all links, as linking does where it does not find them any more."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM links")


def links(ledger: Ledger, *, versions: bool = False) -> list[dict[str, Any]]:
    """Return the links as they are exported."""
    return [json.loads(line) for line in exported(ledger, "links", "jsonl", versions=versions).splitlines()]
