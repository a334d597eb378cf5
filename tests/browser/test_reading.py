"""Reading an article."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Room


def open_article(tab: Page, room: Room, title: str) -> None:
    tab.goto(f"{room.address}/articles")
    tab.get_by_role("link", name=title).first.click()


def test_the_words_lead_to_the_card_and_back(tab: Page, room: Room) -> None:
    open_article(tab, room, "Sailors of grain ship freed")
    words = tab.get_by_role("link", name="We were treated correctly")
    words.click()
    card = tab.locator("details.card:target")
    expect(card).to_have_attribute("open", "")
    expect(card).to_contain_text("Anders Holm")
    card.get_by_role("link", name="to the words").click()
    expect(words).to_be_in_viewport()


def test_what_a_statement_stands_on_is_lit_with_it(tab: Page, room: Room) -> None:
    open_article(tab, room, "Sailors of grain ship freed")
    tab.get_by_role("link", name="We were treated correctly").focus()
    expect(tab.locator(".source.lit")).to_have_text("the ship's cook, Anders Holm")
    expect(tab.locator(".cue.lit")).to_have_text("said")


def test_the_article_is_printed_as_its_page_has_it(tab: Page, room: Room) -> None:
    open_article(tab, room, "Sailors of grain ship freed")
    first = tab.locator(".reading .text p.printed").first
    assert "Kestria released the\nlast ten sailors" in (first.text_content() or "")


def test_it_is_read_without_scripts(plain_tab: Page, room: Room) -> None:
    open_article(plain_tab, room, "Sailors of grain ship freed")
    card = plain_tab.locator("details.card").filter(has_text="Anders Holm")
    card.locator("summary").click()
    expect(card.get_by_role("link", name="Anders Holm")).to_be_visible()


def test_on_a_phone_nothing_covers_what_a_link_leads_to(tab: Page, room: Room) -> None:
    tab.set_viewport_size({"width": 360, "height": 640})
    open_article(tab, room, "Sailors of grain ship freed")
    words = tab.get_by_role("link", name="We were treated correctly")
    words.click()
    tab.locator("details.card:target").get_by_role("link", name="to the words").click()
    expect(words).to_be_in_viewport()
    tab.wait_for_timeout(500)
    first = "link.getClientRects()[0]"
    assert words.evaluate(f"link => link.contains(document.elementFromPoint({first}.x + 3, {first}.y + 3))")


def test_in_the_dark_it_is_printed_on_white(tab: Page, room: Room) -> None:
    open_article(tab, room, "Sailors of grain ship freed")
    tab.emulate_media(media="print", color_scheme="dark")
    card = tab.locator("details.card").first
    assert card.evaluate("card => getComputedStyle(card).backgroundColor") == "rgb(255, 255, 255)"
    expect(card.get_by_text("speaker")).to_be_visible()


def test_an_address_that_is_cut_off_breaks_nothing(tab: Page, room: Room) -> None:
    open_article(tab, room, "Sailors of grain ship freed")
    tab.goto(f"{tab.url}#card-%E0%A4")
    tab.reload()
