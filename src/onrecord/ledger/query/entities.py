"""Registered entities: which a user asks for, and as rows with all their appearances."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.ledger.query.lookup import called
from onrecord.ledger.query.row_selection import article_ref, page_ref, reading_ref, selection
from onrecord.ledger.query.spans import span_row
from onrecord.ledger.rows import AppearanceRow, EntityRow, RoleRow, SpanRow, conforming
from onrecord.ledger.store import articles, entities, judged, pages, readings, registry, spans

# Entities built at a time; each may have thousands of appearances.
_CHUNK = 100

_ROOT = registry.alias("root")
_ANY = registry.alias("any_called")


def entity_selection(*, words: str | None = None, type: str | None = None, versions: bool = False) -> Select[Any]:
    """Return the selection of registered entities that appear, or to whom the user gave a statement, first known first.

    Args:
        words: all of them in its names; or its id.
        type: person, organisation, ...
        versions: also those that only earlier readings and versions name.

    Raises:
        UsageError: `words` has no word in it.
    """
    seen = _appearances(versions=versions).with_only_columns(_ROOT.c.key, func.count().label("appearances"))
    seen_often = seen.group_by(_ROOT.c.key).subquery()
    given = select(registry.c.root).join(judged, judged.c.speaker == registry.c.key)
    chosen = (
        select(registry, func.coalesce(seen_often.c.appearances, 0).label("appearances"))
        .outerjoin(seen_often, seen_often.c.key == registry.c.key)
        .where(registry.c.key == registry.c.root)
        .where(or_(seen_often.c.appearances > 0, registry.c.key.in_(given)))
        .order_by(registry.c.key)
    )
    if words is not None:
        chosen = chosen.where(registry.c.key.in_(select(_ANY.c.root).where(called(words, _ANY))))
    if type is not None:
        chosen = chosen.where(registry.c.type == type)
    return chosen


def matching_entities(*, words: str | None, type: str | None) -> Select[Any]:
    """Return the selection of `entity_selection`, those that appear most often first."""
    chosen = entity_selection(words=words, type=type)
    return chosen.order_by(None).order_by(chosen.selected_columns.appearances.desc(), registry.c.key)


def current_appearances(root: int) -> Select[Any]:
    """Return the selection of the current appearances of an entity and all that was merged into it."""
    return _appearances(versions=False).where(_ROOT.c.key == root)


def entity_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[EntityRow]:
    """Yield the entities of a selection of `registry`."""
    for chunk in connection.execution_options(yield_per=_CHUNK).execute(chosen).partitions():
        keys = [found.key for found in chunk]
        appearances = _appearances_of(connection, keys, versions=versions)
        ids = _wikidata(connection, keys)
        for found in chunk:
            own = appearances[found.key]
            forms = (form for one in own for form in (one["name"], *(span["text"] for span in one["mentions"])))
            row = EntityRow(
                id=found.id,
                name=found.name,
                type=found.type,
                country=found.country,
                variants=[form for form in dict.fromkeys(forms) if form != found.name],
                roles=_roles(own),
                wikidata=ids.get(found.key),
                appearances=own,
            )
            yield conforming(EntityRow, row)


def _roles(appearances: Sequence[AppearanceRow]) -> list[RoleRow]:
    """Return the roles printed in `appearances`, the first seen first, each with the first and last day of it."""
    days: defaultdict[str, list[str]] = defaultdict(list)
    for one in appearances:
        if one["role"]:
            days[one["role"]] += [one["article"]["published"]] if one["article"]["published"] else []
    found = [RoleRow(role=role, first=min(d, default=None), last=max(d, default=None)) for role, d in days.items()]
    return sorted(found, key=lambda role: (role["first"] is None, role["first"] or "", role["role"]))


def _appearances(*, versions: bool) -> Select[Any]:
    chosen = selection(entities, versions=versions)
    return chosen.join(registry, entities.c.registered == registry.c.key).join(_ROOT, registry.c.root == _ROOT.c.key)


def _appearances_of(connection: Connection, roots: list[int], *, versions: bool) -> Mapping[int, list[AppearanceRow]]:
    chosen = _appearances(versions=versions).where(_ROOT.c.key.in_(roots))
    mentions: defaultdict[int, list[SpanRow]] = defaultdict(list)
    within = chosen.with_only_columns(entities.c.key)
    printed = select(spans).where(spans.c.entity.in_(within), spans.c.part == "mention").order_by(spans.c.key)
    for mention in connection.execute(printed):
        mentions[mention.entity].append(span_row(mention))
    chosen = chosen.add_columns(_ROOT.c.key.label("root_key"))
    order = (pages.c.key, readings.c.key, articles.c.number, entities.c.number)
    appearances: defaultdict[int, list[AppearanceRow]] = defaultdict(list)
    for found in connection.execute(chosen.order_by(*order)):
        row = AppearanceRow(
            article=article_ref(found),
            page=page_ref(found),
            name=found.name,
            role=found.role,
            mentions=mentions[found.key],
        )
        if versions:
            row["reading"] = reading_ref(found)
        appearances[found.root_key].append(row)
    return appearances


def _wikidata(connection: Connection, roots: list[int]) -> dict[int, str]:
    """Return the Wikidata ids of entities: their own, or that of one merged into them."""
    chosen = select(registry.c.root, registry.c.wikidata)
    chosen = chosen.where(registry.c.root.in_(roots), registry.c.wikidata.is_not(None))
    chosen = chosen.order_by((registry.c.key == registry.c.root).asc(), registry.c.key.desc())
    return {found.root: found.wikidata for found in connection.execute(chosen)}
