"""The one table of fields, and what comes from it."""

from dataclasses import fields
from typing import Annotated, NotRequired, TypedDict

import pytest

from onrecord import Event, Quantity, Statement
from onrecord.ledger.rows import EventRow, Field, QuantityRow, StatementRow, Stored, columns, fields_of, in_order


class Shape(TypedDict):
    first: Annotated[str, Field("one")]
    second: Annotated[list[int] | None, Field("two")]
    third: NotRequired[Annotated[bool, Field("three")]]


def test_a_row_has_its_fields_in_order_and_those_of_all_versions_if_they_are_given() -> None:
    assert list(in_order(Shape, {"second": None, "first": "a"})) == ["first", "second"]
    assert list(in_order(Shape, {"third": True, "second": None, "first": "a"})) == ["first", "second", "third"]
    with pytest.raises(KeyError, match="second"):
        in_order(Shape, {"first": "a"})


def test_columns_are_the_fields_with_those_of_all_versions_last() -> None:
    assert columns(Shape, versions=False) == ["first", "second"]
    assert columns(Shape, versions=True) == ["first", "second", "third"]


def test_a_field_must_say_what_it_is() -> None:
    class Silent(TypedDict):
        first: str

    with pytest.raises(TypeError, match="first"):
        fields_of(Silent)


@pytest.mark.parametrize(("shape", "record"), [(StatementRow, Statement), (QuantityRow, Quantity), (EventRow, Event)])
def test_what_is_stored_as_it_is_is_an_attribute_of_the_record(shape: type, record: type) -> None:
    stored = {one.name for one in fields_of(shape) if isinstance(one.field, Stored)}
    assert stored
    assert stored <= {one.name for one in fields(record)}
