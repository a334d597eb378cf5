import json

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger, LedgerError, NotFoundError
from onrecord.web.problems import problem_answer, problem_of
from tests.web.conftest import Open

FIELDS = {"type", "title", "status", "detail", "remedy"}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api", 404),
        ("GET", "/api/v2/statements", 404),
        ("GET", "/api/v1/nowhere", 404),
        ("GET", "/api/v1/statements/nowhere", 404),
        ("GET", "/api/v1/links", 422),
        ("PUT", "/api/v1/statements", 405),
        ("OPTIONS", "/api/v1/statements", 405),
    ],
)
def test_below_the_api_all_that_goes_wrong_is_told_to_programs(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    told = answer.json()
    assert set(told) == FIELDS
    assert told["status"] == status


def test_elsewhere_it_is_told_to_people(client: TestClient) -> None:
    for path in ("/nowhere", "/apiary"):
        assert client.get(path).headers["content-type"].startswith("text/html")


def test_people_are_told_of_the_field_that_they_see(client: TestClient) -> None:
    page = client.post("/entities/e1/rename", data={"name": ""}).text
    assert "name: Field required." in page
    assert "go back, and change it" in page
    for name in ("body.name", "description of the API"):
        assert name not in page


def test_all_methods_that_an_address_answers_are_told(client: TestClient) -> None:
    assert client.put("/api/v1/judgements").headers["allow"] == "GET, HEAD, POST"
    assert client.put("/api/v1/judgements/j1").headers["allow"] == "DELETE"
    assert client.put("/api/v1/stats").headers["allow"] == "GET, HEAD"


def test_what_is_refused_at_the_door_is_told_to_programs_too(client: TestClient) -> None:
    other = client.get("/api/v1/stats", headers={"host": "evil.example"})
    large = client.post("/api/v1/judgements", content=b"x", headers={"content-length": "999999999"})
    for answer, status in ((other, 421), (large, 413)):
        assert answer.status_code == status
        assert set(answer.json()) == FIELDS
        assert answer.headers["content-type"] == "application/problem+json"


def test_what_nobody_expected_tells_nothing_of_the_server(open_room: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(ledger: Ledger) -> None:
        raise ZeroDivisionError("at /home/mara/secret.py")

    monkeypatch.setattr(Ledger, "stats", broken)
    answer = open_room().get("/api/v1/stats")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text


def test_where_the_ledger_is_is_not_told() -> None:
    problem = problem_of(LedgerError("/home/mara/news.ledger", "is being written by another process", "wait"))
    assert problem["status"] == 503
    assert "mara" not in json.dumps(problem)


def test_a_name_that_is_no_unicode_is_told_as_json_can() -> None:
    answer = problem_answer(problem_of(NotFoundError("entity \ud800 Jäder", "is not in the ledger", "find it")))
    assert json.loads(bytes(answer.body))["detail"] == "entity \ud800 Jäder: is not in the ledger."
    assert "Jäder".encode() in bytes(answer.body)
