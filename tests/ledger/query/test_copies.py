"""The article that others are copies of, and these, whichever is asked for."""

import datetime

import pytest

from onrecord import Ledger, NotFoundError
from tests.ledger.links_by_hand import link
from tests.ledger.records import store


@pytest.fixture
def articles(ledger: Ledger) -> list[str]:
    """Four articles, in the order of their days the last first; the first two added are copies of the third."""
    for number, host in enumerate(("north", "coast", "wire", "lake")):
        day = datetime.date(2031, 3, 9 - number)
        store(ledger, f"The bridge is shut, Mara Voss said. {number}", url=f"https://{host}.example/a", day=day)
    ids = [row["id"] for row in ledger.articles()]
    link(ledger, "copy", ids[0], ids[2])
    link(ledger, "copy", ids[1], ids[2])
    link(ledger, "copy", ids[3], ids[2], sure=False)
    return ids


def test_the_original_comes_first_then_its_copies_by_day(ledger: Ledger, articles: list[str]) -> None:
    for asked in articles[:3]:
        found = ledger.copies(asked)
        assert [row["article"]["id"] for row in found] == [articles[2], articles[1], articles[0]]
        assert [row["outlet"] for row in found] == ["wire.example", "coast.example", "north.example"]
        assert [row["link"] and row["link"]["to"] for row in found] == [None, articles[2], articles[2]]


def test_what_is_only_offered_is_left_out_unless_it_is_asked_for(ledger: Ledger, articles: list[str]) -> None:
    assert list(ledger.copies(articles[3])) == []
    rows = ledger.copies(articles[3], offered=True)
    assert [row["article"]["id"] for row in rows] == [articles[2], articles[3], articles[1], articles[0]]
    assert [row["link"] and row["link"]["asserted"] for row in rows] == [None, False, True, True]


def test_of_many_a_few_can_be_asked_for(ledger: Ledger, articles: list[str]) -> None:
    found = ledger.copies(articles[0], limit=2)
    assert (len(found), found.total) == (2, 3)


def test_an_article_that_is_not_there_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(NotFoundError):
        ledger.copies("abc")
