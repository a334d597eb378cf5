"""Links written into a ledger by hand, as tests of what is made of them need them; nothing finds them there."""

import json

from sqlalchemy import insert, select

from onrecord import Ledger, SpanRow
from onrecord.ledger.rows import LINKS_NEWEST_FIRST, link_id
from onrecord.ledger.store import articles, links, statements


def statement_with(ledger: Ledger, words: str) -> str:
    """Return the id of the statement that has these words."""
    [found] = ledger.statements(words=f'"{words}"', media=None, confidence=0)
    return found["id"]


def link(
    ledger: Ledger,
    kind: str,
    later: str,
    earlier: str,
    *,
    sure: bool = True,
    confidence: float = 0.9,
    words: tuple[str, ...] = (),
) -> str:
    """Link two statements, or two articles of which the first is a copy; `words` of the later statement show it."""
    store = ledger._store
    table = articles if kind == "copy" else statements
    with store.read() as connection:
        ends = [
            connection.execute(select(table).where(table.c.id == one).order_by(table.c.key.desc())).first()
            for one in (later, earlier)
        ]
    one, other = ends
    assert one is not None
    assert other is not None
    shown = [] if kind == "copy" else [[one.key, *_place(ledger, later, word)] for word in words]
    identifier = link_id(kind, later, earlier)
    row = {
        "id": identifier,
        "kind": kind,
        "later_article": one.key if kind == "copy" else one.article,
        "earlier_article": other.key if kind == "copy" else other.article,
        "later": None if kind == "copy" else one.key,
        "earlier": None if kind == "copy" else other.key,
        "confidence": confidence,
        "asserted": sure,
        "evidence": json.dumps(shown),
        "reason": "written by hand",
    }
    with store.write() as connection:
        connection.execute(insert(links).values(row | {"found_with": row["later_article"]}))
        connection.exec_driver_sql(f"UPDATE links SET rank = {LINKS_NEWEST_FIRST} WHERE id = ?", (identifier,))
    return identifier


def _place(ledger: Ledger, statement: str, word: str) -> tuple[int, int, str]:
    span: SpanRow = next(one for one in ledger.statement(statement)["content"] if word in one["text"])
    start = span["start"] + span["text"].index(word)
    return start, start + len(word), word
