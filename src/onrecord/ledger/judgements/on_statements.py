"""Judgements on statements, and which of them hold for which statements of a reading."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from onrecord.ledger.judgements.anchors import AnchoredStatement, find_anchored
from onrecord.ledger.judgements.linking_anew import link_anew_on
from onrecord.ledger.judgements.record import Says, insert_judgement
from onrecord.ledger.query import FetchedRow
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.store import (
    articles,
    judged,
    judgements,
    pages,
    readings,
    registry,
    spans,
    statements,
    unpacked_text,
)

_KINDS = ("reattribute", "dismiss", "confirm")


class Holding(NamedTuple):
    """That a judgement holds for a statement: their keys, and that of the speaker it gives, if it gives one."""

    statement: int
    kind: str
    judgement: int
    speaker: int | None


def judge_statement(
    connection: Connection, kind: str, statement: str, note: str | None, speaker: FetchedRow | None = None
) -> JudgementRow:
    """Judge the current statement of an id: "reattribute" it to `speaker`, "dismiss" or "confirm" it."""
    page = connection.execute(
        select(pages.c.identity, readings.c.key)
        .join(readings, readings.c.page == pages.c.key)
        .join(articles, articles.c.reading == readings.c.key)
        .join(statements, statements.c.article == articles.c.key)
        .where(statements.c.id == statement)
        .order_by(pages.c.current.desc(), readings.c.current.desc(), readings.c.key.desc())
        .limit(1)
    ).one()
    anchor = next(one for one in statements_read(connection, page.key) if one.id == statement).anchor()
    says: Says = {**anchor, **({"speaker": speaker.id, "name": speaker.name} if speaker else {})}
    made = insert_judgement(connection, kind, says, note, page=page.identity)
    apply_to_page(connection, page.identity)
    if speaker is not None:
        link_anew_on(connection, page.identity)
    return made


def apply_to_reading(connection: Connection, reading: int) -> None:
    """Note which standing judgements hold for which statements of a reading."""
    holding = holding_for(connection, reading)
    if holding:
        connection.execute(insert(judged), [one._asdict() for one in holding])


def holding_for(connection: Connection, reading: int) -> list[Holding]:
    """Find the statements of a reading that standing judgements speak of; of each kind the newest judgement holds."""
    own = select(pages.c.identity).join(readings, readings.c.page == pages.c.key).where(readings.c.key == reading)
    standing = connection.execute(
        select(judgements.c.key, judgements.c.kind, judgements.c.says)
        .where(
            judgements.c.page == own.scalar_subquery(),
            judgements.c.undone_at.is_(None),
            judgements.c.kind.in_(_KINDS),
        )
        .order_by(judgements.c.key)
    ).all()
    if not standing:
        return []
    read = statements_read(connection, reading)
    holds: dict[tuple[int, str], Holding] = {}
    for row in standing:
        says = json.loads(row.says)
        found = find_anchored(says, read)
        if found is not None:
            speaker = None
            if row.kind == "reattribute":
                chosen = select(registry.c.key).where(registry.c.id == says["speaker"])
                speaker = connection.execute(chosen).scalar_one()
            holds[found.key, row.kind] = Holding(found.key, row.kind, row.key, speaker)
    return list(holds.values())


def apply_to_page(connection: Connection, identity: str) -> None:
    """Note it for every reading of the pages of an identity, after a judgement on one was made or undone."""
    for reading in readings_of(connection, identity):
        own = select(statements.c.key).join(articles, statements.c.article == articles.c.key)
        connection.execute(delete(judged).where(judged.c.statement.in_(own.where(articles.c.reading == reading))))
        apply_to_reading(connection, reading)


def readings_of(connection: Connection, identity: str) -> Sequence[int]:
    """Return the keys of the readings of the pages of an identity."""
    chosen = select(readings.c.key).join(pages, readings.c.page == pages.c.key).where(pages.c.identity == identity)
    return connection.execute(chosen).scalars().all()


def statements_read(connection: Connection, reading: int) -> Sequence[AnchoredStatement]:
    """Return the statements of a reading with their contents, in page order."""
    blob = connection.execute(select(readings.c.text).where(readings.c.key == reading)).scalar_one()
    text = unpacked_text(blob)
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
    return [AnchoredStatement(key, identifier, content, text) for (key, identifier), content in contents.items()]
