import pytest
from starlette.testclient import TestClient

from onrecord import Ledger


@pytest.mark.parametrize("address", ["/", "/articles", "/static/room.css", "/api/v1/stats", "/api/v1/openapi.json"])
def test_head_has_the_headers_of_get_and_no_body(client: TestClient, address: str) -> None:
    told, shown = client.head(address), client.get(address)
    assert told.status_code == 200
    assert told.headers == shown.headers
    assert not told.content


def test_head_of_a_download_sends_none_of_it(client: TestClient, ledger: Ledger) -> None:
    answer = client.head("/download/statements.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="onrecord-statements.csv"'
    assert not answer.content


def test_head_where_nothing_is_or_can_be_got(client: TestClient) -> None:
    assert client.head("/api/v1/statements/nowhere").status_code == 404
    assert client.head("/judgements/j1/undo").status_code == 405
    assert client.post("/articles").headers["Allow"] == "GET, HEAD"


def test_head_of_what_is_known(client: TestClient) -> None:
    tag = client.get("/api/v1/stats").headers["ETag"]
    assert client.head("/api/v1/stats", headers={"If-None-Match": tag}).status_code == 304
