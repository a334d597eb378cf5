"""Whole tables in the formats other programs read, row by row: memory stays the same however many there are."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import batched
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection, Select, func, select

from onrecord.errors import UsageError
from onrecord.ledger import searching
from onrecord.ledger.appearing import entity_rows, entity_selection
from onrecord.ledger.fetching import article_rows, in_page_order, selection, statement_rows
from onrecord.ledger.figures import quantity_rows, quantity_selection
from onrecord.ledger.happenings import event_rows, event_selection
from onrecord.ledger.jsonld import article_nodes, entity_nodes, event_nodes, statement_nodes
from onrecord.ledger.polecat import write_polecat
from onrecord.ledger.rows import FORMATS, SHOWN_CONFIDENCE, SHOWN_MEDIA, TABLES, EventRow
from onrecord.ledger.schema import articles, events, quantities, statements

type Rows = Iterable[Mapping[str, Any]]

_NARRATOR = "narrator"
# Rows in a Parquet row group.
_GROUP = 2_000

_SPAN = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
_PAGE = pa.struct([(name, pa.string()) for name in ("sha256", "path", "url")])
_ARTICLE = pa.struct([(name, pa.string()) for name in ("id", "title", "published")])
_ENTITY = pa.struct([(name, pa.string()) for name in ("id", "name", "type", "country", "role")])
_PARTICIPANT = pa.struct([*_ENTITY, ("sector", pa.string())])
_CAPTION = pa.struct([*_SPAN, ("credit", _SPAN), ("date", pa.string())])
_ROLE = pa.struct([(name, pa.string()) for name in ("role", "first", "last")])
_READING = pa.struct([("reader", pa.string()), ("read_at", pa.string())])
_APPEARANCE = pa.struct(
    [
        ("article", _ARTICLE),
        ("page", _PAGE),
        ("name", pa.string()),
        ("role", pa.string()),
        ("mentions", pa.list_(_SPAN)),
    ]
)

# What --all-versions adds to the rows of each table.
_VERSIONS: dict[str, dict[str, pa.DataType]] = {
    "statements": {"reading": _READING, "dismissed": pa.bool_()},
    "articles": {"reading": _READING},
    "quantities": {"reading": _READING},
    "events": {"reading": _READING},
    "entities": {"appearances": pa.list_(pa.struct([*_APPEARANCE, ("reading", _READING)]))},
}

# The type of every field of every table, in the order of the columns; what is not named is a string.
_TYPES: dict[str, dict[str, pa.DataType]] = {
    "statements": dict.fromkeys(
        ("id", "page", "article", "kind", "medium", "act", "content", "cue", "source", "speakers", "on_behalf_of"),
        pa.string(),
    )
    | dict.fromkeys(("addressees", "targets", "venue", "said_on", "said_on_basis"), pa.string())
    | dict.fromkeys(("modality", "polarity", "nested_in"), pa.string())
    | {"confidence": pa.float64(), "page": _PAGE, "article": _ARTICLE, "content": pa.list_(_SPAN)}
    | dict.fromkeys(("cue", "source", "venue"), _SPAN)
    | dict.fromkeys(("speakers", "addressees", "targets"), pa.list_(_ENTITY))
    | {"on_behalf_of": _ENTITY},
    "articles": {
        "id": pa.string(),
        "page": _PAGE,
        "title": _SPAN,
        "byline": _SPAN,
        "outlet": _SPAN,
        "published": pa.string(),
        "published_basis": pa.string(),
        "published_evidence": _SPAN,
        "paragraphs": pa.list_(_SPAN),
        "headings": pa.list_(_SPAN),
        "captions": pa.list_(_CAPTION),
        "debris": pa.list_(_SPAN),
        "times": pa.list_(pa.struct([("span", _SPAN), ("value", pa.string()), ("basis", pa.string())])),
    },
    "entities": {
        **dict.fromkeys(("id", "name", "type", "country"), pa.string()),
        "variants": pa.list_(pa.string()),
        "roles": pa.list_(_ROLE),
        "wikidata": pa.string(),
        "appearances": pa.list_(_APPEARANCE),
    },
    "quantities": {
        "id": pa.string(),
        "page": _PAGE,
        "article": _ARTICLE,
        "span": _SPAN,
        **dict.fromkeys(("value", "low", "high"), pa.float64()),
        "unit": pa.string(),
        **dict.fromkeys(("counted", "hedge", "place"), _SPAN),
        "as_of": pa.string(),
        "asserted_by": _ENTITY,
        "statement": pa.string(),
        "sentence": _SPAN,
    },
    "events": {
        "id": pa.string(),
        "page": _PAGE,
        "article": _ARTICLE,
        "spans": pa.list_(_SPAN),
        "type": pa.string(),
        **dict.fromkeys(("actors", "recipients"), pa.list_(_PARTICIPANT)),
        "place": _SPAN,
        **dict.fromkeys(("date", "modality"), pa.string()),
        "asserted_by": _ENTITY,
        "statement": pa.string(),
        "confidence": pa.float64(),
    },
    "links": dict.fromkeys(("kind", "from", "to", "confidence", "evidence"), pa.string()),
}


def table_rows(
    connection: Connection, table: str, *, versions: bool = False, shown: bool = False
) -> Iterator[Mapping[str, Any]]:
    """Yield the rows of a table in page order; entities in the order they were first named.

    With `shown` only those that the commands show unless more is asked for.

    Raises:
        UsageError: there is no such table.
    """
    if table == "statements":
        chosen = in_page_order(_statements(versions=versions, shown=shown), statements)
        yield from statement_rows(connection, chosen, versions=versions)
    elif table == "articles":
        chosen = in_page_order(selection(articles, versions=versions), articles)
        yield from article_rows(connection, chosen, versions=versions)
    elif table == "quantities":
        chosen = in_page_order(quantity_selection(versions=versions), quantities)
        yield from quantity_rows(connection, chosen, versions=versions)
    elif table == "events":
        chosen = in_page_order(event_selection(versions=versions), events)
        yield from event_rows(connection, chosen, versions=versions)
    elif table == "entities":
        yield from entity_rows(connection, entity_selection(versions=versions), versions=versions)
    elif table not in TABLES:
        raise UsageError(f"table {table}", "is not one of the ledger's", f"choose one of {', '.join(TABLES)}")


def export(
    connection: Connection,
    table: str,
    format: str,
    stream: IO[bytes],
    *,
    versions: bool = False,
    shown: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write a table to `stream` as "jsonl", "csv", "parquet" or "jsonld"; see `Ledger.export`."""
    if format not in FORMATS:
        raise UsageError(f"format {format}", "is not known", f"choose one of {', '.join(FORMATS)}")
    polecat = table == "events" and format == "csv"
    rows: Rows = table_rows(connection, table, versions=versions, shown=shown)
    if polecat:
        # Its lines name what read them, whatever versions are asked for.
        rows = event_rows(connection, in_page_order(event_selection(versions=versions), events), versions=True)
    if progress is not None:
        rows = _watched(rows, _count(connection, table, versions=versions, shown=shown), progress)
    types = _TYPES.get(table, {}) | (_VERSIONS.get(table, {}) if versions else {})
    if format == "jsonl":
        for row in rows:
            stream.write(_json(row) + b"\n")
    elif polecat:
        write_polecat(connection, cast(Iterable[EventRow], rows), stream)
    elif format == "csv":
        _write_csv(rows, list(types), stream)
    elif format == "parquet":
        _write_parquet(rows, pa.schema(list(types.items())), stream)
    else:
        _write_jsonld(connection, table, rows, stream)


def _watched(rows: Rows, total: int, progress: Callable[[int, int], None]) -> Iterator[Mapping[str, Any]]:
    for done, row in enumerate(rows, start=1):
        yield row
        progress(done, total)


def _statements(*, versions: bool, shown: bool) -> Select[Any]:
    chosen = selection(statements, versions=versions)
    return searching.shown(chosen, SHOWN_MEDIA, SHOWN_CONFIDENCE) if shown else chosen


def _count(connection: Connection, table: str, *, versions: bool, shown: bool) -> int:
    chosen = entity_selection(versions=versions) if table == "entities" else None
    if table == "statements":
        chosen = _statements(versions=versions, shown=shown).with_only_columns(statements.c.key)
    for known in (articles, quantities, events):
        if known.name == table:
            chosen = selection(known, versions=versions).with_only_columns(known.c.key)
    if chosen is None:
        return 0
    return connection.execute(select(func.count()).select_from(chosen.order_by(None).subquery())).scalar_one()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def _write_csv(rows: Rows, columns: list[str], stream: IO[bytes]) -> None:
    """Write a header and a line for each row; nested fields are JSON."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {
                name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
                for name, value in row.items()
            }
        )
    text.detach()


def _write_parquet(rows: Rows, schema: pa.Schema, stream: IO[bytes]) -> None:
    # Parquet needs to know how much was written, which a pipe does not tell.
    with pq.ParquetWriter(pa.PythonFile(stream, mode="w"), schema, compression="zstd") as writer:
        for group in batched(rows, _GROUP):
            writer.write_table(pa.Table.from_pylist([_typed(row) for row in group], schema=schema))


def _typed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row whose fields have one type each: the narrator is an entity that has only a name."""
    return dict(row) | {"asserted_by": {"name": _NARRATOR}} if row.get("asserted_by") == _NARRATOR else row


def _write_jsonld(connection: Connection, table: str, rows: Rows, stream: IO[bytes]) -> None:
    """Write one JSON-LD document, a line for each node of its graph."""
    nodes: Iterator[dict[str, Any]]
    if table == "statements":
        nodes = statement_nodes(connection, rows)
    elif table == "articles":
        nodes = article_nodes(rows)
    elif table == "entities":
        nodes = entity_nodes(rows)
    elif table == "events":
        nodes = event_nodes(connection, rows)
    else:
        nodes = iter(())
    stream.write(b'{"@context": ' + _json(CONTEXT) + b', "@graph": [')
    for number, node in enumerate(nodes):
        stream.write((b",\n" if number else b"\n") + _json(node))
    stream.write(b"\n]}\n")


CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "oa:hasSource": {"@type": "@id"},
}
"""The vocabularies of a JSON-LD export: schema.org, and the Web Annotation vocabulary for selectors."""
