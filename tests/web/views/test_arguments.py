"""The newest arguments."""

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import arguments
from tests.ledger.links_by_hand import link
from tests.web.telling import said


@pytest.fixture
def claim(ledger: Ledger) -> str:
    """A claim that is denied and, later, revised; and perhaps contradicted."""
    claim = said(ledger, "Teodor Vash", "The boats carried forty <crates>", 0)
    denial = said(ledger, "Halla Brenning", "There were no rifles on that ship", 2)
    link(ledger, "denies", denial, claim, words=("no rifles",))
    link(ledger, "revises", said(ledger, "Teodor Vash", "The boats carried fourteen <crates>", 3), claim)
    link(ledger, "contradicts", said(ledger, "Ada Lin", "Nothing was carried", 4), claim, sure=False)
    return claim


def test_replies_are_told_with_what_they_reply_to_the_newest_first(client: TestClient, claim: str) -> None:
    page = client.get("/arguments").text
    assert page.index("<del>forty</del> <ins>fourteen</ins>") < page.index("<mark>no rifles</mark>")
    assert page.count("The boats carried forty &lt;crates&gt;") == 2
    assert "2031-03-03" in page
    assert "<crates>" not in page


def test_each_leads_to_the_whole_argument(client: TestClient, ledger: Ledger, claim: str) -> None:
    denial = ledger.statements(words="rifles")[0]["id"]
    assert f'<a href="/threads/{denial}">the whole argument</a>' in client.get("/arguments").text


def test_what_is_only_offered_is_left_out(client: TestClient, claim: str) -> None:
    assert "Nothing was carried" not in client.get("/arguments").text


def test_there_are_pages(client: TestClient, claim: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arguments, "_SHOWN", 1)
    page = client.get("/arguments").text
    assert 'rel="next"' in page
    assert "no rifles" not in page


def test_where_there_is_none_that_is_said(client: TestClient) -> None:
    assert "No argument is known for certain." in client.get("/arguments").text
