import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/room.css", "/api/v1/nowhere"])
def test_each_answer_says_what_may_be_loaded(client: TestClient, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_no_page_has_a_script_or_style_of_its_own(client: TestClient) -> None:
    page = client.get("/").text
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count('<script src="/static/')
