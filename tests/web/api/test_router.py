"""Each address gives what the method of the ledger gives, in the rows of the exports."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.records import exported
from tests.web.api.conftest import BRIDGE

type Asked = Callable[[Ledger, str], Any]

# Of an address, with the id of a statement, an article and a page put in, what it gives.
SINGLE: dict[str, Asked] = {
    "statements/{statement}": lambda ledger, id: ledger.statement(id),
    "statements/{statement}/explanation": lambda ledger, id: ledger.explain(id),
    "threads/{statement}": lambda ledger, id: ledger.thread(id),
    "threads/{statement}?offered=true": lambda ledger, id: ledger.thread(id, offered=True),
    "articles/{article}": lambda ledger, id: ledger.article(id),
    "articles/{article}/text": lambda ledger, id: {"text": ledger.article_text(id)},
    "facets?speaker=Voss&medium=speech&confidence=0.5": lambda ledger, id: ledger.facets(
        speaker="Voss", media=["speech"], confidence=0.5
    ),
    "facets?outlet=herald.example&about=Kestria&since=2025-01-01": lambda ledger, id: ledger.facets(
        outlet="herald.example", about="Kestria", since=date(2025, 1, 1)
    ),
    "entities/Voss/profile": lambda ledger, id: ledger.profile("Voss"),
    "entities/Voss": lambda ledger, id: ledger.entity_line("Voss"),
    "stats": lambda ledger, id: ledger.stats(),
}
LISTS: dict[str, Asked] = {
    "statements": lambda ledger, id: ledger.statements(),
    "statements?medium=speech&medium=thought&confidence=0": lambda ledger, id: ledger.statements(
        media=["speech", "thought"], confidence=0
    ),
    "statements?speaker=Voss&words=shut&act=assert&kind=direct": lambda ledger, id: ledger.statements(
        speaker="Voss", words="shut", act="assert", kind="direct"
    ),
    "statements?since=2031-03-02&until=2031-03-03": lambda ledger, id: ledger.statements(
        since=date(2031, 3, 2), until=date(2031, 3, 3)
    ),
    "statements?article={article}": lambda ledger, id: ledger.statements(article=id),
    "statements?outlet=herald.example&about=Kestria": lambda ledger, id: ledger.statements(
        outlet="herald.example", about="Kestria"
    ),
    "articles/{article}/statements?confidence=0": lambda ledger, id: ledger.statements(article=id, confidence=0),
    "articles": lambda ledger, id: ledger.articles(),
    "copies/{article}": lambda ledger, id: ledger.copies(id),
    "copies/{article}?offered=true": lambda ledger, id: ledger.copies(id, offered=True),
    "entities/Voss/appearances": lambda ledger, id: ledger.appearances("Voss"),
    "arguments": lambda ledger, id: ledger.arguments(),
    "altered": lambda ledger, id: ledger.altered(),
    "articles?page={page}": lambda ledger, id: ledger.articles(page=id),
    "latest": lambda ledger, id: ledger.latest(),
    "outlets": lambda ledger, id: ledger.outlets(),
    "entities": lambda ledger, id: ledger.entity_list(),
    "entities?words=Voss&type=person": lambda ledger, id: ledger.entity_list("Voss", type="person"),
    "links?statement={statement}": lambda ledger, id: ledger.links(id),
    "links?statement={statement}&offered=true": lambda ledger, id: ledger.links(id, offered=True),
    "quantities?words=lost&since=2031-03-14": lambda ledger, id: ledger.quantities("lost", since=date(2031, 3, 14)),
    "disputes?words=lost&offered=true": lambda ledger, id: ledger.dispute("lost", offered=True),
    "events": lambda ledger, id: ledger.events(),
    "events?actor=Kestria&type=COERCE": lambda ledger, id: ledger.events(actor="Kestria", type="COERCE"),
    "events?recipient=Velmora&until=2025-03-02": lambda ledger, id: ledger.events(
        recipient="Velmora", until=date(2025, 3, 2)
    ),
    "timeline?about=Voss": lambda ledger, id: ledger.timeline("Voss"),
    "timeline?about=bridge&words=true&since=2031-03-02": lambda ledger, id: ledger.timeline(
        "bridge", words=True, since=date(2031, 3, 2)
    ),
    "versions/{page}": lambda ledger, id: ledger.changed(id),
    "judgements": lambda ledger, id: ledger.judgements(),
    "reviews": lambda ledger, id: ledger.reviews(),
}


def addressed(ledger: Ledger, path: str) -> tuple[str, str]:
    """Return an address below the API, and the id in it."""
    ids = {
        "statement": ledger.statements(words="shut")[0]["id"],
        "article": ledger.articles()[0]["id"],
        "page": next(one for one in ledger.articles() if one["page"]["url"] == BRIDGE)["page"]["sha256"],
    }
    return f"/api/v1/{path.format(**ids)}", next((id for name, id in ids.items() if f"{{{name}}}" in path), "")


def walked(client: TestClient, address: str, limit: int) -> Iterator[dict[str, Any]]:
    """Yield all rows of a list, so many at a time, by where each answer says that the next is."""
    address += f"{'&' if '?' in address else '?'}limit={limit}"
    while address:
        answer = client.get(address)
        told = answer.json()
        assert len(told["items"]) <= limit
        assert told["at_least"] >= len(told["items"])
        assert (told["next"] is None) == ("next" not in answer.links)
        assert told["all_counted"] or told["next"]
        yield from told["items"]
        address = answer.links["next"]["url"] if told["next"] else ""


@pytest.mark.parametrize("path", SINGLE)
def test_an_address_gives_the_row_that_the_method_gives(client: TestClient, ledger: Ledger, path: str) -> None:
    address, id = addressed(ledger, path)
    assert client.get(address).json() == SINGLE[path](ledger, id)


@pytest.mark.parametrize("path", LISTS)
def test_an_address_gives_the_rows_that_the_method_gives_however_many_at_a_time(
    client: TestClient, ledger: Ledger, path: str
) -> None:
    address, id = addressed(ledger, path)
    rows = list(LISTS[path](ledger, id))
    assert rows
    whole = client.get(address).json()
    assert whole == {"items": rows, "next": None, "at_least": len(rows), "all_counted": True}
    assert list(walked(client, address, 1)) == rows
    assert list(walked(client, address, 3)) == rows


@pytest.mark.parametrize("table", ["statements", "articles", "events"])
def test_rows_are_those_of_the_exports(client: TestClient, ledger: Ledger, table: str) -> None:
    def key(row: dict[str, Any]) -> str:
        return str(row["id"]) + row["article"]["id"] if "article" in row else str(row["id"])

    everything = "?medium=speech&medium=writing&medium=thought&confidence=0" if table == "statements" else ""
    rows = list(walked(client, f"/api/v1/{table}{everything}", 7))
    lines = [json.loads(line) for line in exported(ledger, table, "jsonl").splitlines()]
    for line in lines:
        del line["schema_version"]
    assert sorted(rows, key=key) == sorted(lines, key=key)


def test_a_span_is_where_the_text_has_it(client: TestClient, ledger: Ledger) -> None:
    for row in walked(client, "/api/v1/statements", 50):
        text = client.get(f"/api/v1/articles/{row['article']['id']}/text").json()["text"]
        for span in row["content"]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_the_description_is_there(client: TestClient) -> None:
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.")
    assert {path.removeprefix("/api/v1/") for path in told["paths"]} >= {"statements", "statements/{id}", "reviews"}
