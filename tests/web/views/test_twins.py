"""Each page has a twin in the API, which answers."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import entities
from tests.ledger.claims import claim
from tests.ledger.ship import ship, ship_page

PAGES = [
    "/",
    "/altered",
    "/arguments",
    "/articles",
    "/copies/{article}",
    "/entities?words=&type=",
    "/entities?words=lin&type=person",
    "/entities/{entity}",
    "/entities/{entity}?show=about",
    "/entities/{entity}?show=figures",
    "/entities/{entity}?show=mentions",
    "/events?actor=Kestria&recipient=&type=COERCE&since=&until=2031-01-01",
    "/figures?words=crates&since=2031-01-01&until=",
    "/figures?words=crates&show=all",
    "/threads/{statement}",
    "/threads/{statement}?offered=false",
    "/timeline?about=Kestria&since=&until=",
    "/timeline?about=bridge&words=true",
    "/versions/{page}",
]


@pytest.fixture
def told(ledger: Ledger) -> dict[str, str]:
    """What the addresses of pages are made of."""
    page = ship_page()
    assert ledger.add_page(page, [ship(page)], reader="r1")
    claim(ledger, "Mara Voss", 12, "crates", 1)
    row = ledger.statements(words="bridge")[0]
    return {
        "article": row["article"]["id"],
        "entity": row["speakers"][0]["id"],
        "page": row["page"]["sha256"],
        "statement": row["id"],
    }


def twin(page: str) -> str:
    """Return where the twin is, as the head of a page and its foot tell."""
    [head] = re.findall(r'<link rel="alternate" type="application/json" href="(.*?)"', page)
    [foot] = re.findall(r'<a href="([^"]*)">(?:This page|Articles) as JSON', page)
    assert head == foot
    return unescape(head)


@pytest.mark.parametrize("page", PAGES)
def test_the_twin_of_a_page_answers(client: TestClient, told: dict[str, str], page: str) -> None:
    answer = client.get(page.format(**told))
    assert answer.status_code == 200
    other = client.get(twin(answer.text))
    assert other.status_code == 200, other.text
    assert other.headers["content-type"].startswith("application/json")


def test_the_twin_of_the_next_page_is_the_next_page_of_the_twin(
    client: TestClient, told: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entities, "_SHOWN", 2)
    first = client.get("/entities").text
    second = client.get(unescape(first.partition('rel="next" href="')[2].partition('"')[0])).text
    rows = client.get(twin(second)).json()["items"]
    assert rows
    assert f'href="/entities/{rows[0]["id"]}"' in second
    assert f'href="/entities/{rows[0]["id"]}"' not in first


def test_the_list_of_articles_and_its_twin_have_the_same_order(client: TestClient, told: dict[str, str]) -> None:
    page = client.get("/articles").text
    [address] = re.findall(r'rel="alternate" type="application/json" href="([^"]+)"', page)
    listed = re.findall(r'class="printed" href="/articles/([^"]+)"', page)
    assert [row["id"] for row in client.get(unescape(address)).json()["items"]] == listed
    assert len(listed) == 4
