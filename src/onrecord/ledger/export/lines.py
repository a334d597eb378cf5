"""Rows as JSON Lines and as CSV."""

import codecs
import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from onrecord.ledger.export.formulas import json_cell, text_cell
from onrecord.ledger.rows import SCHEMA_VERSION


def json_line(value: object) -> bytes:
    """Return a value as JSON on one line; half of a surrogate pair is an escape, which JSON can hold."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def write_jsonl(rows: Iterable[Mapping[str, Any]], stream: IO[bytes]) -> None:
    """Write a line of JSON for each row, each with the version of the fields."""
    for row in rows:
        stream.write(json_line({"schema_version": SCHEMA_VERSION, **row}) + b"\n")


def write_csv(
    rows: Iterable[Mapping[str, Any]], columns: Sequence[str], stream: IO[bytes], *, formulas: str = "escape"
) -> None:
    """Write a header and a line for each row; nested fields are JSON, and texts are quoted.

    What would be a formula is made text, unless `formulas` is "keep"; numbers stay numbers.
    """
    escape = formulas == "escape"
    text = codecs.getwriter("utf-8")(stream, "backslashreplace")
    csv.writer(text, lineterminator="\n").writerow(columns)
    writer = csv.DictWriter(text, columns, lineterminator="\n", quoting=csv.QUOTE_STRINGS, restval=None)
    for row in rows:
        writer.writerow({name: _cell(value, escape=escape) for name, value in row.items()})


def _cell(value: object, *, escape: bool) -> object:
    if isinstance(value, dict | list):
        text = json.dumps(value, ensure_ascii=False)
        return json_cell(text) if escape else text
    return text_cell(value) if escape and isinstance(value, str) else value
