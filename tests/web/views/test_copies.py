"""An article and its copies."""

from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.web.telling import said


def article_of(ledger: Ledger, statement: str) -> str:
    return ledger.statement(statement)["article"]["id"]


def test_copies_are_listed_by_day_with_their_outlets(client: TestClient, ledger: Ledger) -> None:
    first, second, third = (
        article_of(ledger, said(ledger, "Mara Voss", "The quay is ours", day, host=host))
        for day, host in ((0, "herald"), (2, "coast"), (1, "meridian"))
    )
    link(ledger, "copy", second, first)
    link(ledger, "copy", third, first, sure=False, confidence=0.6)
    page = client.get(f"/copies/{second}").text
    assert page.index("herald.example</th>") < page.index("coast.example</th>")
    assert "the earliest" in page
    assert "meridian" not in page
    assert '<tr aria-current="true"><th scope="row" class="printed">coast.example' in page
    every = client.get(f"/copies/{second}?offered=true").text
    assert every.index("meridian.example</th>") < every.index("coast.example</th>")
    assert "perhaps a copy: written by hand" in every


def test_of_an_article_that_nothing_copies_that_is_said(client: TestClient, ledger: Ledger) -> None:
    article = ledger.articles(limit=1)[0]["id"]
    assert "No copy of it is known for certain." in client.get(f"/copies/{article}").text


def test_an_article_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/copies/0badbadbad").status_code == 404
