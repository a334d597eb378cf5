"""Judgements on entities: merging, splitting and renaming them, and what follows for the registry."""

import json
from collections.abc import Collection

from sqlalchemy import Connection, select, update

from onrecord.errors import UsageError
from onrecord.ledger.judgements.linking_anew import link_anew, link_anew_naming
from onrecord.ledger.judgements.record import Says, insert_judgement
from onrecord.ledger.query import FetchedRow
from onrecord.ledger.registry import (
    MergesAndSplits,
    appearances_of,
    involve_anew,
    is_split_off,
    recount,
    refresh_display_names,
    register,
    reindex,
)
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.store import articles, entities, judgements, pages, readings, registry


def merge(connection: Connection, one: FetchedRow, other: FetchedRow, note: str | None) -> JudgementRow:
    """Make `other` a part of `one`.

    Raises:
        UsageError: they are one already.
    """
    if one.key == other.key:
        raise UsageError(f"entity {other.id}", f"is {one.name} already", "name two that are not the same")
    made = insert_judgement(
        connection, "merge", {"one": one.id, "other": other.id, "names": [one.name, other.name]}, note
    )
    apply_merges_and_splits(connection, one.key)
    return made


def split(
    connection: Connection, one: FetchedRow, called: Collection[str], ids: Collection[str], note: str | None
) -> JudgementRow:
    """Make a new entity of the appearances of `one` that are called so, or stand in the articles of these ids.

    Raises:
        UsageError: none of its appearances is, or all are.
    """
    places = [_article(connection, identifier) for identifier in ids]
    says: Says = {"one": one.id, "name": one.name, "called": list(called), "articles": places}
    own = set(connection.execute(select(registry.c.key).where(registry.c.root == one.key)).scalars())
    appearances = [seen for _, _, registered, seen in appearances_of(connection, own) if registered in own]
    taken = [appearance for appearance in appearances if is_split_off(says, appearance)]
    if not taken:
        what = f"entity {one.name}"
        raise UsageError(what, "has no appearance that is called so or stands there", "see them with `entities --json`")
    if len(taken) == len(appearances):
        raise UsageError(f"entity {one.name}", "would have no appearance left", "use `rename` for another name")
    name = next(iter(called), None) or min(taken[0].forms, key=lambda form: (-len(form.split()), form))
    other = register(connection, one.type, name)
    says["other"] = connection.execute(select(registry.c.id).where(registry.c.key == other)).scalar_one()
    made = insert_judgement(connection, "split", says, note)
    apply_merges_and_splits(connection, one.key)
    return made


def rename(connection: Connection, one: FetchedRow, name: str, note: str | None) -> JudgementRow:
    """Show `one` under `name` from now on."""
    made = insert_judgement(connection, "rename", {"entity": one.id, "name": name, "instead_of": one.name}, note)
    apply_name(connection, one.id)
    return made


def link(connection: Connection, one: FetchedRow, wikidata: str, note: str | None) -> JudgementRow:
    """Take `one` for the entity of this Wikidata id from now on."""
    made = insert_judgement(connection, "link", {"entity": one.id, "name": one.name, "wikidata": wikidata}, note)
    apply_link(connection, one.id)
    return made


def apply_merges_and_splits(connection: Connection, key: int) -> None:
    """Bring up to date what depends on merges and splits, for all entities they connect with the one of this key."""
    decided = MergesAndSplits(connection)
    concerned = decided.concerned(key)
    roots = decided.roots()
    chosen = select(registry.c.key, registry.c.root).where(registry.c.key.in_(concerned))
    before = {row.key: row.root for row in connection.execute(chosen)}
    for one in sorted(concerned):
        connection.execute(update(registry).where(registry.c.key == one).values(root=roots.get(one, one)))
    link_anew_naming(connection, [one for one in concerned if before[one] != roots.get(one, one)])
    moved = [
        {"k": appeared, "r": placed}
        for appeared, matched, registered, appearance in appearances_of(connection, concerned)
        if (placed := decided.place(matched, appearance)) != registered
    ]
    if moved:
        connection.exec_driver_sql("UPDATE entities SET registered = :r WHERE key = :k", moved)
        appeared = select(entities.c.article).where(entities.c.key.in_([one["k"] for one in moved]))
        link_anew(connection, connection.execute(appeared).scalars().all())
        recount(connection, concerned)
        involve_anew(connection, concerned)
        reindex(connection, concerned)
    refresh_display_names(connection, concerned)


def apply_name(connection: Connection, identifier: str) -> None:
    """Give an entity the name of the last renaming of it that stands, if any does."""
    last = standing(connection, "rename").get(identifier)
    key = key_of(connection, identifier)
    connection.execute(update(registry).where(registry.c.key == key).values(renamed=last and last["name"]))
    refresh_display_names(connection, {key})


def apply_link(connection: Connection, identifier: str) -> None:
    """Give an entity the Wikidata id of the last link of it that stands, if any does."""
    last = standing(connection, "link").get(identifier)
    linked = update(registry).where(registry.c.key == key_of(connection, identifier))
    connection.execute(linked.values(wikidata=last and last["wikidata"]))


def standing(connection: Connection, kind: str) -> dict[str, Says]:
    """Return what the last judgement of a kind says of each entity, by its id; of those that were not undone."""
    chosen = select(judgements.c.says).where(judgements.c.kind == kind, judgements.c.undone_at.is_(None))
    said = (json.loads(says) for says in connection.execute(chosen.order_by(judgements.c.key)).scalars())
    return {says["entity"]: says for says in said}


def _article(connection: Connection, identifier: str) -> Says:
    """Return what an article is found by again, in another reading or version of its page."""
    found = connection.execute(
        select(articles.c.number, articles.c.title, pages.c.identity)
        .join(readings, articles.c.reading == readings.c.key)
        .join(pages, readings.c.page == pages.c.key)
        .where(articles.c.id == identifier)
        .order_by(readings.c.current.desc())
        .limit(1)
    ).one()
    return {"article": identifier, "page": found.identity, "number": found.number, "title": found.title}


def key_of(connection: Connection, identifier: str) -> int:
    """Return the key of the registered entity of an id."""
    key: int = connection.execute(select(registry.c.key).where(registry.c.id == identifier)).scalar_one()
    return key
