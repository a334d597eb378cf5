import base64
import time

import pytest
from starlette.testclient import TestClient

from tests.web.adding.readers import ARTICLE, Starts
from tests.web.conftest import Open


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        ({"text": "The bridge is shut."}, b"The bridge is shut."),
        ({"html": "<section>The bridge", "url": "https://velm.example/a"}, b"<section>The bridge"),
        ({"base64": base64.b64encode(b"\xffbridge").decode(), "name": "a.txt"}, b"\xffbridge"),
    ],
)
def test_a_page_is_taken_and_read(client: TestClient, starts: Starts, sent: dict[str, str], body: bytes) -> None:
    answer = client.post("/api/v1/pages", json=sent)
    assert answer.status_code == 202
    assert answer.json()["state"] == "waiting"
    for _ in range(2_000):
        row = client.get(answer.headers["location"]).json()
        if row["state"] == "done":
            break
        time.sleep(0.002)
    assert row["articles"] == [{"id": ARTICLE.id, "title": ARTICLE.title}]
    assert starts.started[0].read_so_far == [body]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"text": "x", "html": "x"},
        {"text": " "},
        {"base64": "!"},
        {"base64": "é"},
        {"text": "x", "path": "/etc/passwd"},
        {"text": "x", "url": "file:///etc/passwd"},
        {"text": "x", "published": "2025"},
    ],
)
def test_what_is_no_page_is_a_problem(client: TestClient, starts: Starts, sent: dict[str, str]) -> None:
    answer = client.post("/api/v1/pages", json=sent)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["remedy"]
    assert not starts.started


def test_half_a_character_is_a_problem(client: TestClient, starts: Starts) -> None:
    answer = client.post("/api/v1/pages", content=b'{"text": "half \\ud83d"}')
    assert answer.status_code == 422
    assert not starts.started


def test_writing_is_checked(open_room: Open) -> None:
    assert open_room(read_only=True).post("/api/v1/pages", json={"text": "x"}).status_code == 403
    assert open_room(token="blue-heron").post("/api/v1/pages", json={"text": "x"}).status_code == 401
    assert open_room().get("/api/v1/pages/0badbadbad").status_code == 404
