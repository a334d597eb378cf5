"""Registered entities: which a user asks for, and as rows with all their appearances."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from onrecord.ledger.query.appearances import ROOT, appearance_rows, appearance_selection, roles_of
from onrecord.ledger.query.lookup import called
from onrecord.ledger.query.row_selection import Chunks, FetchedRow, chunks
from onrecord.ledger.query.search import By, InOrder
from onrecord.ledger.rows import AppearanceRow, EntityRow, conforming, local_day
from onrecord.ledger.store import articles, entities, judged, pages, readings, registry

# Appearances that are built at a time, if more than one entity has them; each has mentions.
_TOGETHER = 1_000

_ANY = registry.alias("any_called")


def entity_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of registered entities that appear, or to whom the user gave a statement, first known first.

    With `versions` also those that only earlier readings and versions name.
    """
    appears: ColumnElement[bool] = registry.c.appearances > 0
    if versions:
        appears = registry.c.key.in_(select(_ANY.c.root).join(entities, entities.c.registered == _ANY.c.key))
    given = select(_ANY.c.root).join(judged, judged.c.speaker == _ANY.c.key)
    chosen = select(registry).where(registry.c.key == registry.c.root, or_(appears, registry.c.key.in_(given)))
    return chosen.order_by(registry.c.key)


def search_entities(words: str | None, type: str | None) -> InOrder:
    """Return the search for the entities that have all of `words` in their names, those that appear most often first.

    Args:
        words: all of them in its names; or its id; any name if None.
        type: person, organisation, ...

    Raises:
        UsageError: `words` has no word in it.
    """
    chosen = entity_selection().order_by(None)
    if words is not None:
        chosen = chosen.where(registry.c.key.in_(select(_ANY.c.root).where(called(words, _ANY))))
    if type is not None:
        chosen = chosen.where(registry.c.type == type)
    by = (By("appearances", registry.c.appearances, descending=True), By("key", registry.c.key))
    return InOrder(registry, chosen, by)


def current_appearances(root: int) -> Select[Any]:
    """Return the selection of the current appearances of an entity and all that was merged into it."""
    return appearance_selection().where(ROOT.c.key == root)


def entity_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[EntityRow]:
    """Yield the entities that were fetched of a selection of `registry`, each with all its appearances."""
    for some in _few_appearances(one for chunk in found for one in chunk):
        keys = [one.key for one in some]
        appearances = _appearances_of(connection, keys, versions=versions)
        ids = wikidata_ids(connection, keys)
        for one in some:
            own = appearances[one.key]
            forms = (form for seen in own for form in (seen["name"], *(span["text"] for span in seen["mentions"])))
            row = EntityRow(
                id=one.id,
                name=one.name,
                type=one.type,
                country=one.country,
                variants=[form for form in dict.fromkeys(forms) if form != one.name],
                roles=roles_of((seen["role"], local_day(seen["article"]["published"])) for seen in own),
                wikidata=ids.get(one.key),
                appearances=own,
            )
            yield conforming(EntityRow, row)


def _few_appearances(found: Iterable[FetchedRow]) -> Iterator[list[FetchedRow]]:
    """Yield entities together that have few appearances, so that memory stays the same however many there are."""
    some: list[FetchedRow] = []
    left = _TOGETHER
    for one in found:
        if some and one.appearances >= left:
            yield some
            some, left = [], _TOGETHER
        some.append(one)
        left -= one.appearances + 1
    if some:
        yield some


def _appearances_of(connection: Connection, roots: list[int], *, versions: bool) -> Mapping[int, list[AppearanceRow]]:
    chosen = appearance_selection(versions=versions).where(ROOT.c.key.in_(roots))
    chosen = chosen.add_columns(ROOT.c.key.label("root_key"))
    order = (pages.c.key, readings.c.key, articles.c.number, entities.c.number)
    appearances: defaultdict[int, list[AppearanceRow]] = defaultdict(list)
    for chunk in chunks(connection, chosen.order_by(*order)):
        rows = appearance_rows(connection, [chunk], versions=versions)
        for found, row in zip(chunk, rows, strict=True):
            appearances[found.root_key].append(row)
    return appearances


def wikidata_ids(connection: Connection, roots: list[int]) -> dict[int, str]:
    """Return the Wikidata ids of entities: their own, or that of one merged into them."""
    chosen = select(registry.c.root, registry.c.wikidata)
    chosen = chosen.where(registry.c.root.in_(roots), registry.c.wikidata.is_not(None))
    chosen = chosen.order_by((registry.c.key == registry.c.root).asc(), registry.c.key.desc())
    return {found.root: found.wikidata for found in connection.execute(chosen)}
