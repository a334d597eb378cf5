"""What was found as a spreadsheet: a flat table, a line for each row, in CSV that spreadsheet programs open."""

import codecs
import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

from onrecord.ledger.export.formulas import text_cell
from onrecord.ledger.query import Answer, Events, Quantities, Statements
from onrecord.ledger.rows import EntityRef, EventRow, QuantityRow, SpanRow, StatementRow, local_day

type Sheet = Statements | Quantities | Events
"""What can be written as a spreadsheet."""


def write_sheet(found: Sheet, stream: IO[bytes]) -> None:
    """Write what was found as CSV with a column for each thing a person looks for, in UTF-8 with a byte order mark.

    Whole rows with all spans are what `Ledger.export` writes. What a spreadsheet would compute is made text.

    Raises:
        TypeError: it is none of the three.
    """
    columns = _COLUMNS.get(type(found))
    if columns is None:
        raise TypeError(f"{type(found).__name__} is no Statements, Quantities or Events")
    stream.write(codecs.BOM_UTF8)
    text = codecs.getwriter("utf-8")(stream, "backslashreplace")
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    for line in _lines(found):
        writer.writerow({name: text_cell(value) if isinstance(value, str) else value for name, value in line.items()})


def _lines(found: Sheet) -> Iterable[Mapping[str, Any]]:
    if isinstance(found, Statements):
        return map(_statement, found)
    if isinstance(found, Quantities):
        return map(_quantity, found)
    return map(_event, found)


_WHERE = ("title", "published", "page", "start", "end", "id")
_COLUMNS: Mapping[type[Answer[Any]], Sequence[str]] = {
    Statements: (
        "day", "speaker", "role", "source", "act", "said", "kind", "medium", "modality", "confidence", *_WHERE,
    ),
    Quantities: ("day", "value", "low", "high", "unit", "counted", "hedge", "who", "sentence", *_WHERE),
    Events: ("day", "type", "actors", "recipients", "modality", "who", "words", "confidence", *_WHERE),
}  # fmt: skip


def _statement(row: StatementRow) -> dict[str, Any]:
    return {
        "day": row["said_on"],
        "speaker": _names(row["speakers"]),
        "role": "; ".join(one["role"] for one in row["speakers"] if one["role"]),
        "source": _text(row["source"]),
        "act": row["act"],
        "said": _words(row["content"]),
        "kind": row["kind"],
        "medium": row["medium"],
        "modality": row["modality"],
        "confidence": round(row["confidence"], 2),
        **_where(row, row["content"]),
    }


def _quantity(row: QuantityRow) -> dict[str, Any]:
    return {
        "day": row["as_of"],
        "value": row["value"],
        "low": row["low"],
        "high": row["high"],
        "unit": row["unit"],
        "counted": _text(row["counted"]),
        "hedge": _text(row["hedge"]),
        "who": _who(row),
        "sentence": _text(row["sentence"]),
        **_where(row, [row["span"]]),
    }


def _event(row: EventRow) -> dict[str, Any]:
    return {
        "day": row["date"],
        "type": row["type"],
        "actors": _names(row["actors"]),
        "recipients": _names(row["recipients"]),
        "modality": row["modality"],
        "who": _who(row),
        "words": _words(row["spans"]),
        "confidence": round(row["confidence"], 2),
        **_where(row, row["spans"]),
    }


def _where(row: StatementRow | QuantityRow | EventRow, spans: Sequence[SpanRow]) -> dict[str, Any]:
    article, page = row["article"], row["page"]
    return {
        "title": article["title"],
        "published": local_day(article["published"]),
        "page": page["url"] or page["path"] or page["sha256"],
        "start": spans[0]["start"],
        "end": spans[-1]["end"],
        "id": row["id"],
    }


def _who(row: QuantityRow | EventRow) -> str:
    """Return who asserts it: a name, "narrator", or nothing where that is unknown."""
    if row["narrated"]:
        return "narrator"
    return row["asserted_by"]["name"] if row["asserted_by"] else ""


def _names(found: Sequence[EntityRef]) -> str:
    return "; ".join(one["name"] for one in found)


def _words(spans: Sequence[SpanRow]) -> str:
    return " ... ".join(_line(span["text"]) for span in spans)


def _text(span: SpanRow | None) -> str | None:
    return _line(span["text"]) if span else None


def _line(text: str) -> str:
    return " ".join(text.split())
