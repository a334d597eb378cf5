"""The spans of statements, quantities, events and articles, by what they are to their owner."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, select

from onrecord.ledger.query.given_keys import GIVEN, given
from onrecord.ledger.query.row_selection import FetchedRow, plain
from onrecord.ledger.rows import SpanRow
from onrecord.ledger.store import spans

type Owner = Literal["statement", "quantity", "event", "article"]
"""What spans belong to, as the column of `spans` is called."""

_TOLD = (spans.c.part, spans.c.number, spans.c.start, spans.c.end, spans.c.text, spans.c.date)

type Parts = dict[str, list[FetchedRow]]


def spans_of(connection: Connection, owner: Owner, keys: Iterable[int]) -> defaultdict[int, Parts]:
    """Return the spans of the owners with these keys, by owner and part, in order; of an article those of it alone."""
    parts: defaultdict[int, Parts] = defaultdict(dict)
    for found in plain(connection.execute(_of(owner), given(keys)).all()):
        parts[found.owner].setdefault(found.part, []).append(found)
    return parts


@cache
def _of(owner: Owner) -> Select[Any]:
    column = spans.c[owner]
    chosen = select(column.label("owner"), *_TOLD).where(column.in_(GIVEN)).order_by(spans.c.key)
    if owner == "article":
        # Written so that no index of the owners is gone through, which would pass by the spans of all articles.
        parts_of_it = (spans.c[part] for part in ("statement", "entity", "quantity", "event"))
        chosen = chosen.where(func.coalesce(*parts_of_it).is_(None))
    return chosen


def span_row(found: FetchedRow) -> SpanRow:
    """Return a row of `spans`, or one with its columns, as it is given out."""
    return SpanRow(start=found.start, end=found.end, text=found.text)


def all_spans(parts: Parts, part: str) -> list[SpanRow]:
    """Return the spans of a part, in order."""
    return [span_row(found) for found in parts.get(part, ())]


def some_spans(parts: Parts, part: str) -> list[SpanRow]:
    """Return the spans of a part of which there is at least one, as of the content of a statement.

    Raises:
        LookupError: there is none, since the ledger is damaged.
    """
    found = all_spans(parts, part)
    if not found:
        raise LookupError(f"it has no {part}")
    return found


def first_span(parts: Parts, part: str) -> SpanRow | None:
    """Return the first span of a part, None where there is none."""
    return next(iter(all_spans(parts, part)), None)
