"""The list of events."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import events
from tests.ledger.ship import ship, ship_page


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    page = ship_page()
    assert ledger.add_page(page, [ship(page)], reader="r1")
    return ledger


def types(page: str) -> list[str]:
    return re.findall(r'<tr data-day[^>]*data-row="(\w+)"', page)


def test_events_are_told_by_day_with_a_link_to_the_words(client: TestClient, told: Ledger) -> None:
    page = client.get("/events").text
    assert types(page) == ["ASSAULT", "COERCE", "ACCUSE"]
    [seized] = told.events(type="COERCE")
    span = seized["spans"][0]
    place = f"/articles/{seized['article']['id']}?mention={span['start']}-{span['end']}#mention"
    assert f'href="{place}">seized a ferry</a>' in page
    assert '<span class="tag">alleged</span>' in page
    assert ">2025-03</time>" in page


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("actor=Kestria&recipient=&type=", ["ASSAULT", "COERCE"]),
        ("recipient=Velmora", ["ASSAULT"]),
        ("type=ACCUSE", ["ACCUSE"]),
        ("since=2025-03-02&until=2025-03-04", ["COERCE"]),
        ("type=AID", []),
    ],
)
def test_what_fits_all_that_is_asked_is_found(
    client: TestClient, told: Ledger, asked: str, expected: list[str]
) -> None:
    assert types(client.get(f"/events?{asked}").text) == expected


def test_long_lists_have_pages(client: TestClient, told: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_SHOWN", 2)
    page = client.get("/events").text
    assert len(types(page)) == 2
    assert 'rel="next"' in page


def test_where_there_is_none_that_is_said(client: TestClient) -> None:
    assert "No event is read so." in client.get("/events").text
