"""Who writes a page: whom the byline alone names."""

import pytest

from onrecord.extraction.coreference.author import named_in_byline
from onrecord.records import Label, Span


def printed(name: str) -> Label:
    return Label(name, Span(0, 3 + len(name), f"By {name}"))


@pytest.mark.parametrize("name", ["Dilan Jonas", "Ana de la Cruz", "J.P. O’Hara"])
def test_a_printed_byline_names_one_person(name: str) -> None:
    person = named_in_byline(printed(name))
    assert person is not None
    assert (person.type, person.name, person.mentions) == ("person", name, [])


@pytest.mark.parametrize(
    "name",
    ["Dilan", "Dilan Jonas and Ana Gill", "Staff Reporter", "Ostrel News Agency", "Dilan Jonas, Ostrel", "the Editor"],
)
def test_other_bylines_name_no_one_person(name: str) -> None:
    assert named_in_byline(printed(name)) is None


def test_a_byline_that_is_not_printed_has_no_place_to_show() -> None:
    assert named_in_byline(Label("Dilan Jonas")) is None
    assert named_in_byline(None) is None
