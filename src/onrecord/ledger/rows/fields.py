"""The fields of rows: one table of them, from which columns, formats and the reference come.

Each field of a row's shape is `Annotated[type, Field("what it is")]`. Its place there is its place in every export; its
type is the one it has in Parquet. A `Stored` field is besides a column of the table, written from the record's
attribute of that name and given out as it is, unless whoever makes the row computes it. What is there only if all
versions are asked for is `NotRequired`. Of articles only the id is `Stored`, of entities nothing: their columns are not
what leaves the ledger.

How a field is added, with every place: docs/how-to/add-a-field.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NotRequired, Union, cast, get_args, get_origin, get_type_hints


@dataclass(frozen=True, slots=True)
class Field:
    """What a field is, for the reference."""

    about: str

    def __get_pydantic_json_schema__(
        self, schema: object, schema_of: Callable[[object], dict[str, Any]]
    ) -> dict[str, Any]:
        """Say what the field is where pydantic makes a JSON schema of a row."""
        return {**schema_of(schema), "description": self.about}


@dataclass(frozen=True, slots=True)
class Stored(Field):
    """A field that is a column of its table too.

    Attributes:
        indexed: whether the column has an index.
        default: what the database gives to rows that were stored before there was the column. Only columns older than
            the digests of rows have one: a new column is null there, so that no digest changes.
    """

    indexed: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class FieldOf:
    """A field of a row's shape: its types but None, whether it may be null, whether it is in all versions only."""

    name: str
    types: tuple[Any, ...]
    nullable: bool
    versions: bool
    field: Field


@cache
def fields_of(shape: type) -> tuple[FieldOf, ...]:
    """Return the fields of a shape of rows, in order."""
    hints = get_type_hints(shape, include_extras=True)
    return tuple(_field(name, hint) for name, hint in hints.items())


@cache
def stored_of(shape: type) -> tuple[str, ...]:
    """Return the names of the fields that are columns."""
    return tuple(one.name for one in fields_of(shape) if isinstance(one.field, Stored))


def columns(shape: type, *, versions: bool) -> list[str]:
    """Return the names of the fields in order; with `versions` also those of exports of all versions."""
    return [one.name for one in fields_of(shape) if versions or not one.versions]


def stored_values(shape: type, source: object) -> dict[str, Any]:
    """Return the fields that are columns as `source` has them: a record that is written, or a row that was fetched."""
    return {name: getattr(source, name) for name in stored_of(shape)}


def in_order[Shape](shape: type[Shape], values: Mapping[str, Any]) -> Shape:
    """Return a row of `values`, in the order of its fields; those of all versions may be missing.

    Raises:
        KeyError: another is.
    """
    fields = fields_of(cast(type, shape))
    row = {one.name: values[one.name] for one in fields if not one.versions or one.name in values}
    return cast(Shape, row)


def _field(name: str, hint: Any) -> FieldOf:  # noqa: ANN401 -- any type
    versions = get_origin(hint) is NotRequired
    if versions:
        [hint] = get_args(hint)
    if get_origin(hint) is not Annotated:
        raise TypeError(f"field {name} does not say what it is")
    type_, field = get_args(hint)
    types = get_args(type_) if get_origin(type_) in {Union, UnionType} else (type_,)
    return FieldOf(name, tuple(one for one in types if one is not NoneType), NoneType in types, versions, field)
