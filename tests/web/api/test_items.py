import pytest
from starlette.testclient import TestClient

from onrecord import Ledger


def test_where_the_next_rows_are_stands_in_the_header_with_all_that_was_asked(client: TestClient) -> None:
    answer = client.get("/api/v1/statements?words=bridge shut&medium=speech&medium=writing&limit=2")
    told = answer.json()
    assert answer.links["next"]["url"] == (
        f"/api/v1/statements?words=bridge+shut&medium=speech&medium=writing&limit=2&cursor={told['next']}"
    )


def test_rows_that_are_not_all_counted_are_told_so(client: TestClient) -> None:
    told = client.get("/api/v1/reviews?limit=2").json()
    assert (told["at_least"], told["all_counted"]) == (3, False)


def test_rows_that_are_all_counted_are_counted_from_the_cursor_on(client: TestClient, ledger: Ledger) -> None:
    ledger.rename("Mara Voss", "Mara Voss")
    first = client.get("/api/v1/judgements?limit=1").json()
    assert (first["at_least"], first["all_counted"]) == (3, True)
    second = client.get("/api/v1/judgements", params={"limit": 1, "cursor": first["next"]}).json()
    assert (second["at_least"], second["all_counted"]) == (2, True)


@pytest.mark.parametrize("path", ["statements", "judgements", "disputes?words=lost", "reviews"])
@pytest.mark.parametrize("cursor", ["", "-1", "0", "nowhere", "1e3", "9" * 30, "٣", "WyJ4IiwxXQ"])
def test_what_is_no_cursor_is_refused(client: TestClient, path: str, cursor: str) -> None:
    answer = client.get(
        f"/api/v1/{path}", params={**dict([path.partition("?")[2].split("=")] if "=" in path else []), "cursor": cursor}
    )
    assert answer.status_code == 422
    assert "cursor" in answer.json()["detail"]


def test_a_cursor_behind_the_last_row_gives_nothing(client: TestClient) -> None:
    told = client.get("/api/v1/judgements?cursor=500").json()
    assert told == {"items": [], "next": None, "at_least": 0, "all_counted": True}


def test_a_cursor_of_another_question_is_refused(client: TestClient) -> None:
    cursor = client.get("/api/v1/statements?limit=1").json()["next"]
    assert client.get("/api/v1/statements", params={"limit": 1, "cursor": cursor}).status_code == 200
    answer = client.get("/api/v1/statements", params={"limit": 1, "cursor": cursor, "words": "bridge"})
    assert answer.status_code == 422
