"""Making the user's judgements and undoing them, and what follows for the registry."""

import datetime
import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.engine import Row

from onrecord.errors import UsageError
from onrecord.ledger import traits
from onrecord.ledger.anchoring import page_identity
from onrecord.ledger.judged import judge_anew, statements_of
from onrecord.ledger.registering import index_anew, register
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.schema import articles, judgements, pages, readings, registry, statements
from onrecord.ledger.standing import Standing, printed_in, takes

type Says = dict[str, Any]
type Found = Row[Any]


def merge(connection: Connection, one: Found, other: Found, note: str | None) -> JudgementRow:
    """Make `other` a part of `one`.

    Raises:
        UsageError: they are one already.
    """
    if one.key == other.key:
        raise UsageError(f"entity {other.id}", f"is {one.name} already", "name two that are not the same")
    made = _make(connection, "merge", {"one": one.id, "other": other.id, "names": [one.name, other.name]}, note)
    _settle(connection, one.key)
    return made


def split(
    connection: Connection, one: Found, called: Collection[str], ids: Collection[str], note: str | None
) -> JudgementRow:
    """Make a new entity of the appearances of `one` that are called so, or stand in the articles of these ids.

    Raises:
        UsageError: none of its appearances is, or all are.
    """
    places = [_article(connection, identifier) for identifier in ids]
    says: Says = {"one": one.id, "name": one.name, "called": list(called), "articles": places}
    own = set(connection.execute(select(registry.c.key).where(registry.c.root == one.key)).scalars())
    appearances = [printed for _, _, registered, printed in printed_in(connection, own) if registered in own]
    taken = [printed for printed in appearances if takes(says, printed)]
    if not taken:
        what = f"entity {one.name}"
        raise UsageError(what, "has no appearance that is called so or stands there", "see them with `entities --json`")
    if len(taken) == len(appearances):
        raise UsageError(f"entity {one.name}", "would have no appearance left", "use `rename` for another name")
    name = next(iter(called), None) or min(taken[0].forms, key=lambda form: (-len(form.split()), form))
    other = register(connection, one.type, name)
    says["other"] = connection.execute(select(registry.c.id).where(registry.c.key == other)).scalar_one()
    made = _make(connection, "split", says, note)
    _settle(connection, one.key)
    return made


def rename(connection: Connection, one: Found, name: str, note: str | None) -> JudgementRow:
    """Show `one` under `name` from now on."""
    made = _make(connection, "rename", {"entity": one.id, "name": name, "instead_of": one.name}, note)
    _rename(connection, one.id)
    return made


def on_statement(
    connection: Connection, kind: str, statement: str, note: str | None, speaker: Found | None = None
) -> JudgementRow:
    """Judge the current statement of an id: "reattribute" it to `speaker`, "dismiss" or "confirm" it."""
    page = connection.execute(
        select(pages.c.url, pages.c.path, pages.c.sha256, readings.c.key)
        .join(readings, readings.c.page == pages.c.key)
        .join(articles, articles.c.reading == readings.c.key)
        .join(statements, statements.c.article == articles.c.key)
        .where(statements.c.id == statement)
        .order_by(pages.c.current.desc(), readings.c.current.desc(), readings.c.key.desc())
        .limit(1)
    ).one()
    anchor = next(one for one in statements_of(connection, page.key) if one.id == statement).anchor()
    says: Says = {**anchor, **({"speaker": speaker.id, "name": speaker.name} if speaker else {})}
    identity = page_identity(page.url, page.path, page.sha256)
    made = _make(connection, kind, says, note, page=identity)
    judge_anew(connection, identity)
    return made


def keep(connection: Connection, kind: str, says: Says, note: str | None) -> JudgementRow:
    """Keep what the user said of entities that changes nothing, so that `review` does not ask again."""
    return _make(connection, kind, says, note)


def undo(connection: Connection, identifier: str) -> JudgementRow:
    """Undo a judgement: everything is as if it had not been made.

    Raises:
        UsageError: there is none of this id, or it was undone before.
    """
    number = identifier.removeprefix("j")
    row = None
    if number.isascii() and number.isdigit() and len(number) < 18:
        row = connection.execute(select(judgements).where(judgements.c.key == int(number))).first()
    if row is None:
        raise UsageError(f"judgement {identifier}", "is not in the ledger", "find its id with `judgements`")
    if row.undone_at is not None:
        raise UsageError(f"judgement {identifier}", "was undone before", "make it again if it should stand")
    connection.execute(update(judgements).where(judgements.c.key == row.key).values(undone_at=_now()))
    says = json.loads(row.says)
    if row.kind in {"merge", "split"}:
        _settle(connection, _key(connection, says["one"]))
    elif row.kind == "rename":
        _rename(connection, says["entity"])
    elif row.page is not None:
        judge_anew(connection, row.page)
    return judgement_row(connection.execute(select(judgements).where(judgements.c.key == row.key)).one())


def judgement_row(row: Found) -> JudgementRow:
    """Return a judgement as it is given out."""
    return JudgementRow(
        id=f"j{row.key}",
        kind=row.kind,
        says=json.loads(row.says),
        note=row.note,
        made_at=row.made_at.isoformat() + "Z",
        undone_at=row.undone_at.isoformat() + "Z" if row.undone_at else None,
    )


def _make(connection: Connection, kind: str, says: Says, note: str | None, *, page: str | None = None) -> JudgementRow:
    row = {"kind": kind, "says": json.dumps(says, ensure_ascii=False), "page": page, "note": note, "made_at": _now()}
    made = connection.execute(insert(judgements).values(row).returning(judgements)).one()
    return judgement_row(made)


def _settle(connection: Connection, key: int) -> None:
    """Bring up to date what depends on merges and splits, for all entities they connect with the one of this key."""
    standing = Standing(connection)
    concerned = standing.concerned(key)
    roots = standing.roots()
    for one in sorted(concerned):
        connection.execute(update(registry).where(registry.c.key == one).values(root=roots.get(one, one)))
    moved = [
        {"k": appearance, "r": placed}
        for appearance, matched, registered, printed in printed_in(connection, concerned)
        if (placed := standing.place(matched, printed)) != registered
    ]
    if moved:
        connection.exec_driver_sql("UPDATE entities SET registered = :r WHERE key = :k", moved)
        traits.recount(connection, concerned)
        index_anew(connection, concerned)
    traits.show(connection, concerned)


def _rename(connection: Connection, identifier: str) -> None:
    """Give an entity the name of the last renaming of it that stands, if any does."""
    chosen = select(judgements.c.says).where(judgements.c.kind == "rename", judgements.c.undone_at.is_(None))
    renamings = [json.loads(says) for says in connection.execute(chosen.order_by(judgements.c.key)).scalars()]
    names = [says["name"] for says in renamings if says["entity"] == identifier]
    key = _key(connection, identifier)
    renamed = names[-1] if names else None
    connection.execute(update(registry).where(registry.c.key == key).values(renamed=renamed))
    traits.show(connection, {key})


def _article(connection: Connection, identifier: str) -> Says:
    """Return what an article is found by again, in another reading or version of its page."""
    found = connection.execute(
        select(articles.c.number, articles.c.title, pages.c.url, pages.c.path, pages.c.sha256)
        .join(readings, articles.c.reading == readings.c.key)
        .join(pages, readings.c.page == pages.c.key)
        .where(articles.c.id == identifier)
        .order_by(readings.c.current.desc())
        .limit(1)
    ).one()
    page = page_identity(found.url, found.path, found.sha256)
    return {"article": identifier, "page": page, "number": found.number, "title": found.title}


def _key(connection: Connection, identifier: str) -> int:
    key: int = connection.execute(select(registry.c.key).where(registry.c.id == identifier)).scalar_one()
    return key


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
