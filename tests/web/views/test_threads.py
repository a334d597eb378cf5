"""An argument by day and speaker."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.web.telling import said


@pytest.fixture
def argument(ledger: Ledger) -> dict[str, str]:
    """A claim that two outlets print, denied, revised, and perhaps supported on a day that is not known."""
    ids = {
        "claim": said(ledger, "Teodor Vash", "The boats carried forty crates <of> rifles", 0),
        "again": said(ledger, "Teodor Vash", "The boats carried forty crates <of> rifles", 1, host="coast"),
        "denial": said(ledger, "Halla Brenning", "There were no rifles on that ship", 2),
        "revision": said(ledger, "Teodor Vash", "The boats carried fourteen crates <of> rifles", 3),
        "support": said(ledger, "Ada Lin", "It is as he tells it", None),
    }
    link(ledger, "repeats", ids["again"], ids["claim"])
    link(ledger, "denies", ids["denial"], ids["claim"], words=("no rifles",))
    link(ledger, "revises", ids["revision"], ids["claim"])
    link(ledger, "supports", ids["support"], ids["claim"], sure=False, confidence=0.4)
    return ids


def test_days_are_rows_the_undated_last_and_speakers_columns(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['denial']}").text
    heads = re.findall(r'<th scope="(?:col|row)"[^>]*>(?:<[^>]*>)*([^<]+)', page)
    assert heads == [
        "Day", "Teodor Vash", "Halla Brenning", "Ada Lin", "2031-03-01", "2031-03-03", "2031-03-04", "no date",
    ]  # fmt: skip


def test_edges_are_labelled_and_their_evidence_marked(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['claim']}").text
    assert '<b class="kind denies">denies</b>' in page
    assert f'href="#{argument["claim"]}"' in page
    assert "<mark>no rifles</mark>" in page
    assert "written by hand" in page


def test_words_that_a_revision_changes_are_marked(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['claim']}").text
    assert "<del>forty</del> <ins>fourteen</ins>" in page


def test_what_is_offered_looks_unsure_and_can_be_left_out(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['claim']}").text
    assert '<p class="edge unsure"><b class="kind supports">supports?</b>' in page
    assert "offered, 40%" in page
    certain = client.get(f"/threads/{argument['claim']}?offered=false").text
    assert "denies" in certain
    assert "Ada Lin" not in certain


def test_copies_are_folded_under_what_they_repeat(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['claim']}").text
    assert "+ 1 outlet<" in page
    assert "coast.example" in page


def test_what_a_page_prints_is_no_markup(client: TestClient, argument: dict[str, str]) -> None:
    page = client.get(f"/threads/{argument['claim']}").text
    assert "<of>" not in page
    assert "&lt;of&gt;" in page


def test_where_many_speak_some_share_a_column(client: TestClient, ledger: Ledger) -> None:
    first = said(ledger, "Mara Voss", "The quay is ours", 0)
    for number, name in enumerate(["Ivo Marek", "Otto Berlin", "Halla Brenning", "Teodor Vash", "Lin Holt"], 1):
        link(ledger, "denies", said(ledger, name, f"The quay is not yours, number {number}", number), first)
    page = client.get(f"/threads/{first}").text
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert head.count("<th ") == 6
    assert "others</th>" in head
    assert "Lin Holt" in page


def test_a_statement_of_no_argument_says_so(client: TestClient, ledger: Ledger) -> None:
    alone = ledger.statements(speaker="Voss")[0]["id"]
    assert "Nothing is known to belong to this statement." in client.get(f"/threads/{alone}").text


def test_a_statement_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/threads/s0badbad").status_code == 404
