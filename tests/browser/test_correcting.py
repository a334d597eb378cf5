"""Correcting in place, and undoing it."""

from playwright.sync_api import Page, expect

from onrecord import Ledger
from tests.browser.conftest import Room


def place_of(room: Room) -> str:
    with Ledger(room.ledger, create=False) as ledger:
        return f"{room.address}/statements/{ledger.statements(speaker='Brenning', words='rifles')[0]['id']}"


def test_a_speaker_is_corrected_and_that_is_undone(tab: Page, room: Room) -> None:
    tab.goto(place_of(room))
    speaker = tab.get_by_label("Who said it")
    speaker.press_sequentially("teodor va", delay=30)
    expect(tab.locator("datalist option[value='Teodor Vash']")).to_be_attached()
    speaker.fill("Teodor Vash")
    tab.get_by_label("Why (optional)").last.fill("as the transcript has it")
    tab.get_by_role("button", name="Correct the speaker").click()
    done = tab.locator(".done")
    expect(done).to_contain_text("Decided: Teodor Vash said")
    expect(tab.locator("main")).to_contain_text("as the transcript has it")
    done.get_by_role("button", name="Undo").click()
    expect(done).to_contain_text("Undone: Teodor Vash said")
    expect(tab.get_by_role("link", name="Halla Brenning").first).to_be_visible()


def test_it_is_corrected_without_scripts(plain_tab: Page, room: Room) -> None:
    plain_tab.goto(place_of(room))
    plain_tab.get_by_role("button", name="It is right as it is").click()
    expect(plain_tab.locator(".done")).to_contain_text("rightly read")
    plain_tab.goto(f"{room.address}/judgements")
    plain_tab.get_by_role("button", name="Undo rightly read").click()
    expect(plain_tab.locator(".done")).to_contain_text("Undone")


def test_questions_are_answered_one_after_the_other(tab: Page, room: Room) -> None:
    tab.goto(f"{room.address}/review")
    first = tab.locator(".question").text_content()
    tab.locator(".question .answers button").first.click()
    expect(tab.locator(".done")).to_contain_text("Decided")
    assert tab.locator(".question").text_content() != first
    tab.locator(".done").get_by_role("button", name="Undo").click()
    expect(tab.locator(".question")).to_have_text(first or "")


def test_a_citation_is_copied(tab: Page, room: Room) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(place_of(room))
    tab.get_by_role("button", name="Copy").click()
    expect(tab.get_by_text("Copied.")).to_be_visible()
    copied = tab.evaluate("navigator.clipboard.readText()")
    assert "Speaker: Halla Brenning" in copied
    assert "Page: SHA-256 " in copied
