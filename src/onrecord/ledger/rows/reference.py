"""The reference of the fields, in a document: python -m onrecord.ledger.rows.reference docs/exports.md.

It stands between two comments, and is made from the shapes of rows.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from onrecord.ledger.rows import parts
from onrecord.ledger.rows.fields import fields_of
from onrecord.ledger.rows.tables import SHAPES

_BEGIN = "<!-- fields: made by python -m onrecord.ledger.rows.reference -->\n"
_END = "<!-- end of fields -->\n"

_PARTS: tuple[type, ...] = (
    parts.SpanRow,
    parts.LabelRow,
    parts.PageRef,
    parts.ArticleRef,
    parts.EntityRef,
    parts.ParticipantRow,
    parts.CaptionRow,
    parts.TimeRow,
    parts.RoleRow,
    parts.AppearanceRow,
    parts.ReadingRef,
)
_SCALARS: dict[object, str] = {str: "text", int: "number", float: "number", bool: "true or false"}


def with_reference(document: str) -> str:
    """Return a document with the reference of the fields as they are now.

    Raises:
        ValueError: it has no place for it.
    """
    before, begin, rest = document.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError("the document has no place for the fields")
    return f"{before}{begin}{reference()}{end}{after}"


def reference() -> str:
    """Return the fields of every table, and of what their rows are made of, in Markdown."""
    lines = [line for table, shape in SHAPES.items() for line in (f"**{table}**", "", *_table(shape), "")]
    lines += ["What rows are made of:", "", "| | field | type | what it is |", "|---|---|---|---|"]
    for shape in _PARTS:
        lines += [f"| {_name(shape)} {line}" for line in _fields(shape)]
    return "\n".join(lines) + "\n"


def _table(shape: type) -> Iterator[str]:
    yield "| field | type | what it is |"
    yield "|---|---|---|"
    yield from _fields(shape)


def _fields(shape: type) -> Iterator[str]:
    for one in fields_of(shape):
        types = [_name(type_) for type_ in one.types] + ["null"] * one.nullable
        yield f"| `{one.name}` | {' or '.join(types)} | {one.field.about} |"


def _name(type_: Any) -> str:  # noqa: ANN401 -- any type
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if get_origin(type_) is list:
        return f"[{_name(get_args(type_)[0])}]"
    if get_args(type_):
        return " or ".join(f'`"{value}"`' for value in get_args(type_))
    return str(type_.__name__).removesuffix("Row").removesuffix("Ref").lower()


def main() -> None:
    """Write the reference into the document that is named."""
    path = Path(sys.argv[1])
    path.write_text(with_reference(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
