"""Write the parts of the documentation that are made from the code: python -m docs.generate.

They stand between two comments: the fields of rows in exports.md, the closed vocabularies in vocabularies.md, and the
public names in python.md. A test compares them with what would be written.
"""

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import onrecord
from onrecord.ledger.rows import SHAPES, fields_of

_FOLDER = Path(__file__).parent
_BEGIN = "<!-- made by python -m docs.generate -->\n"
_END = "<!-- end -->\n"

_PARTS: tuple[type, ...] = (
    onrecord.SpanRow,
    onrecord.LabelRow,
    onrecord.PageRef,
    onrecord.ArticleRef,
    onrecord.EntityRef,
    onrecord.ParticipantRow,
    onrecord.CaptionRow,
    onrecord.TimeRow,
    onrecord.RoleRow,
    onrecord.AppearanceRow,
    onrecord.EvidenceRow,
    onrecord.ReadingRef,
)
_SCALARS: dict[object, str] = {str: "text", int: "number", float: "number", bool: "true or false"}


def with_generated(name: str, document: str) -> str:
    """Return a document of this name with its generated part as it is now.

    Raises:
        ValueError: it has no place for it.
    """
    before, begin, rest = document.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"{name} has no place for what is generated")
    return f"{before}{begin}" + "".join(f"{line}\n" for line in GENERATED[name]()) + f"{end}{after}"


def _fields() -> Iterator[str]:
    for table, shape in SHAPES.items():
        yield from (f"**{table}**", "", "| field | type | what it is |", "|---|---|---|")
        yield from (f"| {line}" for line in _lines(shape))
        yield ""
    yield from ("What rows are made of:", "", "| | field | type | what it is |", "|---|---|---|---|")
    for shape in _PARTS:
        yield from (f"| {_type_name(shape)} | {line}" for line in _lines(shape))


def _lines(shape: type) -> Iterator[str]:
    for one in fields_of(shape):
        types = [_type_name(type_) for type_ in one.types] + ["null"] * one.nullable
        yield f"`{one.name}` | {' or '.join(types)} | {one.field.about} |"


def _type_name(type_: Any) -> str:  # noqa: ANN401 -- any type
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if get_origin(type_) is list:
        return f"[{_type_name(get_args(type_)[0])}]"
    return str(type_.__name__).removesuffix("Row").removesuffix("Ref").lower()


def _vocabularies() -> Iterator[str]:
    for name, values in onrecord.VOCABULARIES.items():
        yield from (f"## {name}", "", "| value | meaning |", "|---|---|")
        yield from (f"| {value} | {meaning} |" for value, meaning in values.items())
        yield ""


def _names() -> Iterator[str]:
    yield from ("| name | what it is |", "|---|---|")
    for name in sorted(onrecord.__all__, key=str.casefold):
        yield f"| `{name}` | {_about(name)} |"


def _about(name: str) -> str:
    one = getattr(onrecord, name)
    if name in onrecord.VOCABULARIES:
        return f"a [vocabulary](vocabularies.md#{name.lower()}): {', '.join(onrecord.VOCABULARIES[name])}"
    if name in _CONSTANTS:
        return _CONSTANTS[name]
    return " ".join((inspect.getdoc(one) or "").partition("\n\n")[0].split())


_CONSTANTS = {
    "FORMATS": "the formats of exports",
    "LinkRow": "how two statements, or two articles, belong together",
    "SCHEMA_VERSION": "the version of the fields of rows, which every exported JSON line tells",
    "SHOWN_CONFIDENCE": "the confidence from which on statements are shown unless more is asked for",
    "SHOWN_MEDIA": "the media of statements that are shown unless more is asked for",
    "TABLES": "the tables that can be exported",
    "VOCABULARIES": "every closed vocabulary: each value with its meaning",
}

GENERATED: dict[str, Callable[[], Iterator[str]]] = {
    "exports.md": _fields,
    "vocabularies.md": _vocabularies,
    "python.md": _names,
}
"""What is generated for each document, line by line."""


def main() -> None:
    """Write them all."""
    for name in GENERATED:
        path = _FOLDER / name
        path.write_text(with_generated(name, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
