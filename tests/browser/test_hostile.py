"""Pages that hold what a browser might obey are shown as text."""

import pytest
from playwright.sync_api import Page, expect

from onrecord import Ledger
from tests.browser.conftest import MARKUP, Room


def test_no_page_is_obeyed(tab: Page, hostile_room: Room) -> None:
    with Ledger(hostile_room.ledger, create=False) as ledger:
        ids = [row["id"] for row in ledger.articles()]
    assert len(ids) > len(MARKUP)
    for id in ids:
        tab.goto(f"{hostile_room.address}/articles/{id}")
        expect(tab.locator("h1")).to_have_count(1)
        expect(tab.locator("main script, main style, main img, main svg, main base")).to_have_count(0)
        assert tab.title() not in {"hit", "1"}


@pytest.mark.parametrize("path", ["/", "/articles"])
def test_no_title_is(tab: Page, hostile_room: Room, path: str) -> None:
    tab.goto(f"{hostile_room.address}{path}")
    expect(tab.locator("h1")).to_have_count(1)
    expect(tab.locator("main script, main style, main img")).to_have_count(0)


def test_nothing_that_is_drawn_or_laid_out_is(tab: Page, hostile_room: Room) -> None:
    with Ledger(hostile_room.ledger, create=False) as ledger:
        # The first one has the id that the page gives it, which is too short for an address.
        people = [row["id"] for row in ledger.entity_list(limit=6) if row["id"] != "e1"]
    paths = [
        "/entities",
        "/events",
        "/timeline?about=fair&words=true",
        "/figures?words=fair&show=all",
        "/figures?words=fair",
        *(f"/entities/{id}?show={show}" for id in people for show in ("by", "figures", "mentions")),
        "/threads/s1",
    ]
    for path in paths:
        tab.goto(f"{hostile_room.address}{path}")
        expect(tab.locator("h1")).to_have_count(1)
        expect(tab.locator("main script, main style, main img, main base")).to_have_count(0)
        assert tab.title() not in {"hit", "1"}
