"""Whether a row that was fetched is what its shape says: what leaves a ledger has been looked at here."""

from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType
from typing import Any, NamedTuple, cast, get_args, get_origin, is_typeddict

from onrecord.ledger.rows.fields import FieldOf, fields_of

type _Fits = Callable[[Any], bool]


class _Wanted(NamedTuple):
    """What a field may hold: a value of one of these classes, or else one that fits."""

    name: str
    classes: frozenset[type]
    fits: _Fits


def conforming[Shape](shape: type[Shape], row: Shape) -> Shape:
    """Return a row whose fields, and theirs, are of the types that its shape says.

    A quantity without a sentence is none, nor is a statement with a number for its act: a row of theirs is damaged.

    Raises:
        TypeError: a field has another type, or is null and may not be.
    """
    wrong = _first_wrong(_wanted(cast(type, shape)), cast(Mapping[str, Any], row))
    if wrong is not None:
        raise TypeError(f"its {wrong} is not what it says it is")
    return row


def _first_wrong(wanted: tuple[_Wanted, ...], row: Mapping[str, Any]) -> str | None:
    for name, classes, fits in wanted:
        value = row.get(name)
        if value.__class__ not in classes and not fits(value):
            return name
    return None


@cache
def _wanted(shape: type) -> tuple[_Wanted, ...]:
    return tuple(_field(one) for one in fields_of(shape))


def _field(field: FieldOf) -> _Wanted:
    classes: set[type] = {NoneType} if field.nullable or field.versions else set()
    fits: _Fits = _nothing
    for type_ in field.types:
        if get_origin(type_) is list:
            fits = _list_of(*get_args(type_))
        elif is_typeddict(type_):
            fits = _shaped(type_)
        else:
            classes |= {int, float} if type_ is float else {type_}
    return _Wanted(field.name, frozenset(classes), fits)


def _nothing(_value: Any) -> bool:  # noqa: ANN401 -- any value
    return False


def _list_of(type_: Any) -> _Fits:  # noqa: ANN401 -- any type
    each = _shaped(type_) if is_typeddict(type_) else lambda value: value.__class__ is type_
    return lambda value: value.__class__ is list and all(map(each, value))


def _shaped(shape: type) -> _Fits:
    wanted = _wanted(shape)
    return lambda value: value.__class__ is dict and _first_wrong(wanted, value) is None
