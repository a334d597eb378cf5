"""The spans of statements, quantities, events and articles, by what they are to their owner."""

from collections import defaultdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from onrecord.ledger.query.row_selection import FetchedRow
from onrecord.ledger.rows import SpanRow
from onrecord.ledger.store import spans

type Parts = dict[str, list[FetchedRow]]


def spans_of(
    connection: Connection, owner: ColumnElement[Any], keys: list[int], condition: ColumnElement[bool] | None = None
) -> defaultdict[int, Parts]:
    """Return the spans of the owners with these keys, by owner and part, in order; `owner` is a column of `spans`."""
    chosen = select(owner.label("owner"), spans).where(owner.in_(keys)).order_by(spans.c.key)
    if condition is not None:
        chosen = chosen.where(condition)
    parts: defaultdict[int, Parts] = defaultdict(dict)
    for found in connection.execute(chosen):
        parts[found.owner].setdefault(found.part, []).append(found)
    return parts


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
