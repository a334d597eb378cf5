"""The articles in which an entity appears, a page of them at a time."""

import pytest

from onrecord import Ledger, NotFoundError
from tests.ledger.records import store


@pytest.fixture
def named(ledger: Ledger) -> Ledger:
    for number in range(5):
        store(ledger, f"Mara Voss said “number {number}” there.", ("Mara Voss", f"number {number}"))
    store(ledger, "Lin Jäder said “no number” there.", ("Lin Jäder", "no number"))
    return ledger


def test_those_read_last_come_first_page_after_page(named: Ledger) -> None:
    every = [row["article"]["id"] for row in named.appearances("Voss")]
    assert len(every) == 5
    assert every == [row["article"]["id"] for row in reversed(named.entity("Voss")["appearances"])]
    paged, after = [], None
    while True:
        page = named.appearances("Voss", limit=2, after=after)
        paged += [row["article"]["id"] for row in page]
        if (after := page.next) is None:
            break
    assert paged == every


def test_each_is_told_with_its_mentions_as_the_entity_tells_it(named: Ledger) -> None:
    [row] = named.appearances("Jäder")
    assert [row] == named.entity("Jäder")["appearances"]
    assert [one["text"] for one in row["mentions"]] == ["Lin Jäder"]


def test_those_of_what_was_merged_into_it_are_told_too(named: Ledger) -> None:
    named.merge("Mara Voss", "Lin Jäder")
    assert len(named.appearances("Mara Voss")) == 6
    assert [row["name"] for row in named.appearances("Jäder", limit=1)] == ["Lin Jäder"]


def test_of_nobody_there_is_none(named: Ledger) -> None:
    with pytest.raises(NotFoundError):
        named.appearances("Otto Berlin")
