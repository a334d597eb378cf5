import pytest
from starlette.testclient import TestClient

from onrecord import Ledger

LIST = "/api/v1/statements?limit=2"


@pytest.mark.parametrize("path", [LIST, "/api/v1/stats", "/api/v1/entities/Voss", "/api/v1/openapi.json"])
def test_who_has_an_answer_is_not_sent_it_again(client: TestClient, path: str) -> None:
    answer = client.get(path)
    tag = answer.headers["etag"]
    assert answer.headers["cache-control"] == "no-cache"
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == "no-cache"
        assert again.headers.get("link") == answer.headers.get("link")
    assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_tag_changes_with_the_answer_and_with_nothing_else(client: TestClient, ledger: Ledger) -> None:
    tags = {path: client.get(path).headers["etag"] for path in (LIST, "/api/v1/events", "/api/v1/entities/Lin Jäder")}
    ledger.rename("Lin Jäder", "Lina Jäder")
    assert client.get("/api/v1/entities/Lin Jäder").headers["etag"] != tags["/api/v1/entities/Lin Jäder"]
    assert client.get("/api/v1/events", headers={"if-none-match": tags["/api/v1/events"]}).status_code == 304


def test_what_is_not_there_has_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get("/api/v1/statements/nowhere").headers
