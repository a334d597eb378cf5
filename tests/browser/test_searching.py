"""The search, as somebody types and without scripts."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from onrecord import Ledger
from tests.browser.conftest import Room


def test_what_is_found_changes_while_somebody_types(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/search")
    box = tab.get_by_label("Search what was said")
    box.press_sequentially("rifles", delay=30)
    expect(tab.locator(".statement").first).to_contain_text("rifles")
    expect(tab).to_have_url(re.compile(r"/search\?q=rifles$"))
    expect(tab).to_have_title("rifles – onrecord")
    expect(tab.get_by_role("link", name="This page as JSON")).to_have_attribute("href", "/api/v1/search?q=rifles")
    box.press_sequentially(" speker:", delay=30)
    expect(tab.get_by_text("did you mean")).to_be_visible()
    tab.go_back()
    expect(tab).to_have_url(re.compile(r"/search\?q=rifles"))
    expect(tab.get_by_label("Search what was said")).to_have_value(re.compile("^rifles"))


def test_a_facet_narrows_it_down_and_a_chip_widens_it(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/search?q=rifles")
    facets = tab.get_by_role("complementary", name="Narrow down")
    facets.get_by_role("link", name="Halla Brenning").click()
    expect(tab.get_by_label("Search what was said")).to_have_value('rifles speaker:"Halla Brenning"')
    tab.get_by_role("link", name="Leave out speaker").click()
    expect(tab.get_by_label("Search what was said")).to_have_value("rifles")


def test_all_that_is_found_is_downloaded(tab: Page, room: Room, tmp_path: Path) -> None:
    tab.goto(f"{room.address}/search?q=act:assert")
    with tab.expect_download() as download:
        tab.get_by_role("link", name="JSON Lines").click()
    download.value.save_as(tmp_path / "found.jsonl")
    with Ledger(room.ledger, create=False) as ledger:
        expected = [row["id"] for row in ledger.statements(act="assert")]
    lines = (tmp_path / "found.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == expected
    assert download.value.suggested_filename == "onrecord-statements.jsonl"


def test_it_is_searched_and_downloaded_without_scripts(plain_tab: Page, room: Room, tmp_path: Path) -> None:
    plain_tab.goto(room.address)
    plain_tab.get_by_label("Search what was said").fill("rifles")
    plain_tab.get_by_role("button", name="Search").click()
    expect(plain_tab.locator(".statement").first).to_contain_text("rifles")
    plain_tab.get_by_role("complementary", name="Narrow down").get_by_role("link", name="Halla Brenning").click()
    with plain_tab.expect_download() as download:
        plain_tab.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "found.csv")
    assert "rifles" in (tmp_path / "found.csv").read_text(encoding="utf-8")
