"""Figures in dispute, and all figures of something."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.ledger.query import disputes
from onrecord.web.views import figures
from tests.ledger.claims import claim
from tests.ledger.links_by_hand import link


@pytest.fixture
def crates(ledger: Ledger) -> dict[str, str]:
    """Three claims, one of them printed twice and revised, one hedged."""
    ids = {
        "voss": claim(ledger, "Mara Voss", 12, "crates", 1),
        "again": claim(ledger, "Mara Voss", 12, "crates", 2, host="coast"),
        "jaeder": claim(ledger, "Lin Jäder", 40, "crates", 3, hedge="about"),
        "revised": claim(ledger, "Mara Voss", 14, "crates", 4),
    }
    link(ledger, "repeats", ids["again"], ids["voss"])
    link(ledger, "contradicts", ids["jaeder"], ids["voss"], sure=False, confidence=0.5)
    link(ledger, "revises", ids["revised"], ids["voss"])
    return ids


def rows(page: str) -> list[str]:
    return re.findall(r"<tr id=.*?</tr>", page, flags=re.S)


def test_claims_are_told_by_day_with_who_makes_them(client: TestClient, crates: dict[str, str]) -> None:
    first, second, third = rows(client.get("/figures?words=crates").text)
    assert "2031-03-02" in first
    assert "Mara Voss" in first
    assert "+ 1 outlet<" in first
    assert '<i class="printed">about</i> <b>40</b>' in second
    assert "<b>14</b>" in third


def test_who_revises_and_who_perhaps_contradicts_is_told(client: TestClient, crates: dict[str, str]) -> None:
    _, second, third = rows(client.get("/figures?words=crates").text)
    assert '<b class="kind contradicts">contradicts?</b>' in second
    assert "offered, 50%" in second
    assert '<b class="kind revises">revises</b>' in third
    assert "12 of Mara Voss" in third
    certain = client.get("/figures?words=crates&offered=false").text
    assert "contradicts" not in certain


def test_rows_hold_what_is_drawn(client: TestClient, crates: dict[str, str]) -> None:
    page = client.get("/figures?words=crates").text
    first, second, third = rows(page)
    assert 'data-draw="figures" data-of="dispute-1"' in page
    assert 'data-day="2031-03-02"' in first
    assert 'data-value="12"' in first
    assert "data-hedged" in second
    assert 'data-colour="1"' in first
    assert 'data-colour="1"' in third
    assert 'data-colour="2"' in second
    target = re.findall(r'data-to="(\w+)"', third)
    assert f'<tr id="{target[0]}"' in first


def test_a_figure_is_linked_to_where_it_is_printed(client: TestClient, ledger: Ledger, crates: dict[str, str]) -> None:
    row = ledger.quantities("crates")[0]
    place = f"/articles/{row['article']['id']}?mention={row['span']['start']}-{row['span']['end']}#mention"
    assert f'href="{place}"' in client.get("/figures?words=crates").text


def test_all_figures_have_pages(client: TestClient, crates: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "_SHOWN", 3)
    page = client.get("/figures?words=crates&show=all").text
    assert len(rows(page)) == 3
    assert "said about <b>40</b>" in page
    assert "4 figures" in page
    assert 'rel="next"' in page


def test_days_are_asked_for(client: TestClient, crates: dict[str, str]) -> None:
    page = client.get("/figures?words=crates&since=2031-03-03&until=&show=all").text
    assert len(rows(page)) == 3
    assert 'value="2031-03-03"' in page
    assert client.get("/figures?words=crates&since=yesterday").status_code == 422


def test_what_all_agree_on_is_no_dispute(client: TestClient, ledger: Ledger) -> None:
    claim(ledger, "Mara Voss", 12, "<b>boats", 1)
    page = client.get("/figures", params={"words": "boats"}).text
    assert "on which two do not agree" in page
    every = client.get("/figures", params={"words": "boats", "show": "all"}).text
    assert "&lt;b&gt;boats" in every
    assert "<b>boats" not in every


def test_without_words_there_is_a_form_with_examples(client: TestClient) -> None:
    page = client.get("/figures").text
    assert '<a href="/figures?words=votes">votes</a>' in page
    assert "application/json" not in page


def test_what_has_no_words_is_refused_with_a_remedy(client: TestClient) -> None:
    answer = client.get("/figures?words=!!!")
    assert answer.status_code == 422
    assert "What to do" in answer.text


def test_where_only_the_newest_are_compared_that_is_said(
    client: TestClient, crates: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Compared are the newest" not in client.get("/figures?words=crates").text
    monkeypatch.setattr(disputes, "_COMPARED", 2)
    assert "Compared are the newest" in client.get("/figures?words=crates").text
