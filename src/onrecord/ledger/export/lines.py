"""Rows as JSON Lines and as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from onrecord.ledger.rows import SCHEMA_VERSION


def json_line(value: object) -> bytes:
    """Return a value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: IO[bytes]) -> None:
    """Write a line of JSON for each row, each with the version of the fields."""
    for row in rows:
        stream.write(json_line({"schema_version": SCHEMA_VERSION, **row}) + b"\n")


def write_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: IO[bytes]) -> None:
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
