"""The first page."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web import Settings, make_app
from onrecord.web.views import home
from tests.ledger.links_by_hand import link
from tests.web.telling import said


def test_what_is_new_comes_first(client: TestClient, ledger: Ledger) -> None:
    article = ledger.statement(said(ledger, "Mara Voss", "The gate is open", 3))["article"]["id"]
    page = client.get("/").text
    assert page.index(f'href="/articles/{article}"') < page.index(f'href="/articles/{ledger.articles()[0]["id"]}"')
    assert "2031-03-04" in page


def test_the_newest_arguments_are_shown(client: TestClient, ledger: Ledger) -> None:
    claim = said(ledger, "Teodor Vash", "The quay is ours", 0)
    link(ledger, "denies", said(ledger, "Ada Lin", "It is nobody's", 1), claim)
    page = client.get("/").text
    assert '<b class="kind denies">denies</b>' in page
    assert '<a href="/arguments">All arguments</a>' in page


def test_what_takes_long_comes_later_and_is_linked(client: TestClient) -> None:
    page = client.get("/").text
    for part, address in (("altered", "/altered"), ("waiting", "/review")):
        assert f'hx-get="/home/{part}"' in page
        assert f'href="{address}"' in page


def test_how_much_there_is_is_a_part(client: TestClient) -> None:
    part = client.get("/home/counts").text
    assert "2 articles, 3 statements of 3 speakers" in part
    assert "<html" not in part


def test_altered_quotations_are_a_part(client: TestClient, ledger: Ledger) -> None:
    assert "None among the newest." in client.get("/home/altered").text
    first = said(ledger, "Teodor Vash", "We have twelve ships on the quay", 0)
    link(ledger, "repeats", said(ledger, "Teodor Vash", "We have forty ships on the quay", 1, host="coast"), first)
    part = client.get("/home/altered").text
    assert "<del>twelve</del> <ins>forty</ins>" in part
    assert "<html" not in part


def test_what_awaits_review_is_a_part(client: TestClient, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = said(ledger, "Teodor Vash", "The quay is ours", 0)
    link(ledger, "denies", said(ledger, "Ada Lin", "It is nobody's", 1), claim, sure=False, confidence=0.5)
    monkeypatch.setattr(home, "_REVIEWS", 9)
    part = client.get("/home/waiting").text
    assert "1 about a link" in part
    assert "Does the first deny the second?" in part
    assert "and more" not in part
    monkeypatch.setattr(home, "_REVIEWS", 1)
    assert "and more" in client.get("/home/waiting").text


def test_an_empty_ledger_asks_for_a_page(tmp_path: Path, empty: Path) -> None:
    shutil.copy(empty, tmp_path)
    app = make_app(Settings(ledger=tmp_path / "a.ledger"))
    with TestClient(app, base_url="http://localhost") as client:
        page = client.get("/").text
        assert "Nothing yet." in page
        assert 'href="/add"' in page
        assert "Nothing awaits it." in client.get("/home/waiting").text
