"""Rows as Parquet."""

from collections.abc import Iterable, Mapping
from itertools import batched
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

# Rows in a row group.
_GROUP = 2_000
_NARRATOR = "narrator"

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


def write_parquet(rows: Iterable[Mapping[str, Any]], table: str, stream: IO[bytes], *, versions: bool) -> None:
    """Write the rows of a table, some thousands at a time."""
    types = _TYPES[table] | (_VERSIONS.get(table, {}) if versions else {})
    schema = pa.schema(list(types.items()))
    # Parquet needs to know how much was written, which a pipe does not tell.
    with pq.ParquetWriter(pa.PythonFile(stream, mode="w"), schema, compression="zstd") as writer:
        for group in batched(rows, _GROUP):
            writer.write_table(pa.Table.from_pylist([_typed(row) for row in group], schema=schema))


def _typed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a row whose fields have one type each: the narrator is an entity that has only a name."""
    return dict(row) | {"asserted_by": {"name": _NARRATOR}} if row.get("asserted_by") == _NARRATOR else row
