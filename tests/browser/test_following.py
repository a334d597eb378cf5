"""Following a person, an argument, a figure."""

from playwright.sync_api import Page, expect

from onrecord import Ledger
from tests.browser.conftest import Room


def an_argument(room: Room) -> str:
    """Return a statement that answers another."""
    with Ledger(room.ledger, create=False) as ledger:
        for row in ledger.statements():
            if any(link["from"] == row["id"] and link["kind"] == "answers" for link in ledger.links(row["id"])):
                return row["id"]
    raise AssertionError


def test_a_person_is_looked_for_as_one_types_and_followed_to_a_passage(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/entities")
    tab.get_by_label("Words of a name").press_sequentially("solm")
    expect(tab.locator("#found tbody tr")).to_have_count(1)
    expect(tab).to_have_url(f"{room.address}/entities?words=solm&type=")
    tab.get_by_role("link", name="Radek Solm").click()
    tab.get_by_role("link", name="All mentions").click()
    mention = tab.locator(".mention").first
    words = mention.text_content() or ""
    mention.click()
    expect(tab.locator("#mention")).to_have_text(words)
    expect(tab.locator("#mention")).to_be_in_viewport()


def test_an_argument_has_a_line_for_each_link(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/threads/{an_argument(room)}")
    edges = tab.locator("[data-against]").count()
    assert edges
    expect(tab.locator(".lines path")).to_have_count(edges)
    tab.set_viewport_size({"width": 360, "height": 800})
    expect(tab.locator(".lines")).to_be_hidden()
    expect(tab.locator(".edge").first).to_be_visible()


def test_figures_in_dispute_are_drawn_from_their_table(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/figures?words=sailors")
    drawing = tab.locator(".drawing svg")
    expect(drawing).to_be_visible()
    claims = tab.locator("tr[data-told]").count()
    assert claims > 1
    assert drawing.locator("a").count() >= claims
    place = tab.locator("tr[data-told]").first.get_attribute("data-at")
    assert drawing.locator(f'a[href="{place}"], a[*|href="{place}"]').count()


def test_a_drawing_fits_when_the_window_is_narrower(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/timeline?about=Brenning")
    drawing = tab.locator(".drawing svg")
    wide = drawing.bounding_box()
    assert wide and wide["width"] > 1000
    tab.set_viewport_size({"width": 360, "height": 800})
    expect(drawing).to_have_attribute("width", "334")


def test_without_scripts_the_tables_are_there(plain_tab: Page, room: Room) -> None:
    plain_tab.goto(f"{room.address}/figures")
    plain_tab.get_by_label("What is counted or measured").fill("sailors")
    plain_tab.get_by_role("button", name="Show").click()
    assert plain_tab.locator("tr[data-told]").count() > 1
    expect(plain_tab.locator(".drawing")).to_be_hidden()
    plain_tab.goto(f"{room.address}/threads/{an_argument(room)}")
    expect(plain_tab.locator(".edge").first).to_be_visible()
