import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize(
    ("query", "sign"),
    [
        ("limit=0", "query.limit"),
        ("limit=501", "query.limit"),
        ("limit=many", "query.limit"),
        ("since=2031-3-1", "YYYY-MM-DD"),
        ("since=0", "YYYY-MM-DD"),
        ("until=2031-02-30", "query.until"),
        ("until=0000-01-01", "query.until"),
        ("confidence=2", "query.confidence"),
        ("confidence=nan", "query.confidence"),
        ("medium=smoke", "query.medium"),
        ("act=lie", "query.act"),
        ("speakr=Voss", "query.speakr"),
        ("words=?", "no word"),
    ],
)
def test_what_cannot_be_meant_is_told(client: TestClient, query: str, sign: str) -> None:
    answer = client.get(f"/api/v1/statements?{query}")
    assert answer.status_code == 422
    assert sign in answer.json()["detail"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("path", ["statements?", "quantities?words=lost&", "events?", "timeline?about=Voss&"])
def test_any_day_there_is_may_be_asked_for(client: TestClient, path: str, day: str) -> None:
    assert client.get(f"/api/v1/{path}since={day}").status_code == 200
    assert client.get(f"/api/v1/{path}until={day}").status_code == 200


def test_what_is_shown_by_default_is_what_python_shows(client: TestClient) -> None:
    shown = client.get("/api/v1/statements?medium=speech&medium=writing&confidence=0.4&limit=50").json()
    assert client.get("/api/v1/statements").json() == shown
