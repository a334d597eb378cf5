"""What somebody said and did, day by day."""

import re

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import timelines
from tests.ledger.links_by_hand import link
from tests.ledger.ship import ship, ship_page
from tests.web.telling import said


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    """What Teodor Vash said on two days, one of them in two outlets, and on none; and a ship with its events."""
    first = said(ledger, "Teodor Vash", "The quay <is> shut", 5)
    link(ledger, "repeats", said(ledger, "Teodor Vash", "The quay <is> shut", 6, host="coast"), first)
    said(ledger, "Teodor Vash", "The quay will open", 2)
    said(ledger, "Teodor Vash", "The quay has no gate", None)
    page = ship_page()
    assert ledger.add_page(page, [ship(page)], reader="r1")
    return ledger


def rows(page: str) -> list[str]:
    return re.findall(r"<tr data-day=.*?</tr>", page, flags=re.S)


def test_days_come_in_order_and_the_undated_in_a_lane_at_the_end(client: TestClient, told: Ledger) -> None:
    page = client.get("/timeline?about=Vash").text
    found = rows(page)
    days = [re.findall(r'data-day="(.*?)"', row)[0] for row in found]
    assert days == ["2031-03-03", "2031-03-06", ""]
    assert "has no gate" in found[2]
    assert page.index("will open") < page.index('scope="rowgroup">No date') < page.index("has no gate")


def test_copies_are_folded_under_the_first(client: TestClient, told: Ledger) -> None:
    page = client.get("/timeline?about=Vash").text
    assert page.count("The quay &lt;is&gt; shut</span>") == 1
    assert "+ 1 outlet<" in page
    assert "<is>" not in page


def test_events_stand_between_with_who_does_what_to_whom(client: TestClient, told: Ledger) -> None:
    page = client.get("/timeline?about=Kestria").text
    seized = next(row for row in rows(page) if "seized a ferry" in row and "COERCE" in row)
    assert 'data-kind="done"' in seized
    assert 'data-day="2025-03-02"' in seized
    assert "Halla Brenning" in seized
    shelled = next(row for row in rows(page) if "ASSAULT" in row)
    assert 'data-day="2025-03-01"' in shelled
    assert "→" in shelled


def test_an_entity_of_an_id_is_called_by_name(client: TestClient, told: Ledger) -> None:
    page = client.get(f"/timeline?about={told.entity('Teodor Vash')['id']}").text
    assert '<span class="printed">Teodor Vash</span></h1>' in page
    assert 'value="Teodor Vash"' in page


def test_words_and_days_are_asked_for(client: TestClient, told: Ledger) -> None:
    assert len(rows(client.get("/timeline?about=quay&since=2031-03-04&until=").text)) == 1
    page = client.get("/timeline?about=quay&words=true&until=2031-03-04").text
    assert len(rows(page)) == 1
    assert "checked" in page


def test_long_timelines_have_pages(client: TestClient, told: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timelines, "_SHOWN", 2)
    page = client.get("/timeline?about=Vash").text
    assert "No date" not in page
    assert 'rel="next"' in page


def test_a_form_is_there_where_nothing_is_asked_for_and_nothing_is_found(client: TestClient, told: Ledger) -> None:
    assert "Name a person" in client.get("/timeline").text
    assert "Nothing is known of" in client.get("/timeline?about=submarines").text
