"""Which of the user's judgements on statements hold for which statements of a reading."""

import json
from collections import defaultdict
from collections.abc import Sequence

import zstandard
from sqlalchemy import Connection, delete, insert, or_, select

from onrecord.ledger.anchoring import Anchored, find, page_identity
from onrecord.ledger.schema import articles, judged, judgements, pages, readings, registry, spans, statements

ON_STATEMENTS = ("reattribute", "dismiss", "confirm")
"""The kinds of judgement that speak of a statement."""


def judge(connection: Connection, reading: int) -> None:
    """Find the statements of a reading that standing judgements speak of, and note which; of each kind the newest."""
    page = connection.execute(
        select(pages.c.url, pages.c.path, pages.c.sha256)
        .join(readings, readings.c.page == pages.c.key)
        .where(readings.c.key == reading)
    ).one()
    standing = connection.execute(
        select(judgements.c.key, judgements.c.kind, judgements.c.says)
        .where(
            judgements.c.page == page_identity(page.url, page.path, page.sha256),
            judgements.c.undone_at.is_(None),
            judgements.c.kind.in_(ON_STATEMENTS),
        )
        .order_by(judgements.c.key)
    ).all()
    if not standing:
        return
    read = statements_of(connection, reading)
    holds: dict[tuple[int, str], dict[str, object]] = {}
    for row in standing:
        says = json.loads(row.says)
        found = find(says, read)
        if found is not None:
            speaker = None
            if row.kind == "reattribute":
                chosen = select(registry.c.key).where(registry.c.id == says["speaker"])
                speaker = connection.execute(chosen).scalar_one()
            holds[found.key, row.kind] = {"judgement": row.key, "speaker": speaker}
    if holds:
        connection.execute(
            insert(judged), [{"statement": key, "kind": kind} | held for (key, kind), held in holds.items()]
        )


def judge_anew(connection: Connection, identity: str) -> None:
    """Do the same for every reading of the pages of an identity, after a judgement on one was made or undone."""
    chosen = (
        select(readings.c.key)
        .join(pages, readings.c.page == pages.c.key)
        .where(or_(pages.c.url == identity, pages.c.path == identity, pages.c.sha256 == identity))
    )
    for reading in list(connection.execute(chosen).scalars()):
        own = select(statements.c.key).join(articles, statements.c.article == articles.c.key)
        connection.execute(delete(judged).where(judged.c.statement.in_(own.where(articles.c.reading == reading))))
        judge(connection, reading)


def statements_of(connection: Connection, reading: int) -> Sequence[Anchored]:
    """Return the statements of a reading with their contents, in page order."""
    blob = connection.execute(select(readings.c.text).where(readings.c.key == reading)).scalar_one()
    text = zstandard.decompress(blob).decode("utf-8", "surrogatepass")
    chosen = (
        select(statements.c.key, statements.c.id, spans.c.start, spans.c.end)
        .join(articles, statements.c.article == articles.c.key)
        .join(spans, (spans.c.statement == statements.c.key) & (spans.c.part == "content"))
        .where(articles.c.reading == reading)
        .order_by(statements.c.key, spans.c.number)
    )
    contents: defaultdict[tuple[int, str], list[tuple[int, int]]] = defaultdict(list)
    for row in connection.execute(chosen):
        contents[row.key, row.id].append((row.start, row.end))
    return [Anchored(key, identifier, content, text) for (key, identifier), content in contents.items()]
