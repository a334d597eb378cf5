"""The records of articles as rows, as far as scorers ask for them, without a ledger.

In a ledger an entity of one article may be called by a longer name that another article has; here it is not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from onrecord.records import Article, Entity, Participant

type Rows = Mapping[str, Sequence[dict[str, Any]]]
"""Rows by table."""

_TABLES = ("statements", "quantities", "events")
# Why a row is as it is is no part of it.
_APART = {"reasons"}


def rows(articles: Iterable[Article]) -> Rows:
    """Return the statements, quantities and events of articles, in the fields of the exported tables."""
    found: dict[str, list[dict[str, Any]]] = {table: [] for table in _TABLES}
    for article in articles:
        page = {"page": {"path": article.page.path, "sha256": article.page.sha256}}
        for table, own in found.items():
            own += [page | _fields(record) for record in getattr(article, table)]
    return found


def _fields(record: Any) -> dict[str, Any]:  # noqa: ANN401 -- any record
    return {one.name: _told(getattr(record, one.name)) for one in fields(record) if one.name not in _APART}


def _told(value: Any) -> Any:  # noqa: ANN401 -- any part of a record
    if isinstance(value, Participant):
        return _told(value.entity) | {"sector": value.sector}
    if isinstance(value, Entity):
        return {"id": value.id, "name": value.name, "named": value.named, "role": value.role}
    if isinstance(value, tuple):
        return [_told(one) for one in value]
    return _fields(value) if is_dataclass(value) else value
