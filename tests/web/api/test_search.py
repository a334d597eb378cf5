from starlette.testclient import TestClient

from onrecord import Ledger


def test_it_answers_what_the_query_language_asks(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/api/v1/search", params={"q": "act:assert speaker:Lin", "limit": 1})
    rows = ledger.statements(act="assert", speaker="Lin")
    assert answer.json()["items"] == rows[:1]
    assert answer.json()["next"]
    rest = client.get(answer.links["next"]["url"]).json()
    assert rest["items"] == rows[1:2]


def test_facets_are_of_the_same(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/api/v1/search/facets", params={"q": "about:Kestria"})
    assert answer.json() == ledger.facets(about="Kestria")


def test_what_cannot_be_meant_is_a_problem(client: TestClient) -> None:
    answer = client.get("/api/v1/search", params={"q": "speker:Vash"})
    assert answer.status_code == 422
    assert "speaker" in answer.json()["remedy"]
