"""The appearances of registered entities: each article that names them, with all mentions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from onrecord.ledger.query.lookup import keys_of
from onrecord.ledger.query.row_selection import (
    Chunks,
    FetchedRow,
    article_ref,
    page_ref,
    reading_ref,
    selection,
)
from onrecord.ledger.query.search import By, InOrder
from onrecord.ledger.query.spans import span_row
from onrecord.ledger.rows import AppearanceRow, RoleRow, SpanRow
from onrecord.ledger.store import entities, registry, spans

ROOT = registry.alias("root")
"""The registered entity that an appearance is of, after merges; see `appearance_selection`."""


def appearance_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of appearances with the registered entities, `ROOT`, that they are of."""
    chosen = selection(entities, versions=versions)
    return chosen.join(registry, entities.c.registered == registry.c.key).join(ROOT, registry.c.root == ROOT.c.key)


def search_appearances(connection: Connection, entity: FetchedRow) -> InOrder:
    """Return the search for the current appearances of a registered entity, those that were read last first."""
    keys = keys_of(connection, [entity])
    chosen = selection(entities).where(entities.c.registered.in_(keys))
    return InOrder(entities, chosen, (By("key", entities.c.key, descending=True),))


def appearance_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[AppearanceRow]:
    """Yield the appearances that were fetched of a selection of `entities`."""
    for chunk in found:
        mentions = _mentions(connection, [one.key for one in chunk])
        for one in chunk:
            row = AppearanceRow(
                article=article_ref(one),
                page=page_ref(one),
                name=one.name,
                role=one.role,
                mentions=mentions[one.key],
            )
            if versions:
                row["reading"] = reading_ref(one)
            yield row


def roles_of(printed: Iterable[tuple[str | None, str]]) -> list[RoleRow]:
    """Return the roles that appearances print, the first seen first, each with the first and last day of it.

    Args:
        printed: the role of each appearance, if it prints one, and the day of its article, empty where it has none.
    """
    days: defaultdict[str, list[str]] = defaultdict(list)
    for role, day in printed:
        if role:
            days[role] += [day] if day else []
    found = [RoleRow(role=role, first=min(d, default=None), last=max(d, default=None)) for role, d in days.items()]
    return sorted(found, key=lambda role: (role["first"] is None, role["first"] or "", role["role"]))


def _mentions(connection: Connection, keys: Sequence[int]) -> defaultdict[int, list[SpanRow]]:
    mentions: defaultdict[int, list[SpanRow]] = defaultdict(list)
    printed = select(spans).where(spans.c.entity.in_(keys), spans.c.part == "mention").order_by(spans.c.key)
    for mention in connection.execute(printed):
        mentions[mention.entity].append(span_row(mention))
    return mentions
