import asyncio

import pytest
from starlette.requests import Request
from starlette.types import Message, Scope

from onrecord.web import Settings
from onrecord.web.guarding import COOKIE, Visitors, check_writing, has_access
from onrecord.web.problems import RefusedError
from tests.web.conftest import Open


class _App:
    """What a request knows of its application."""

    def __init__(self, settings: Settings) -> None:
        self.state = type("State", (), {"settings": settings, "visitors": Visitors(settings)})


def asking(tmp_path: object, headers: dict[str, str], **settings: object) -> Request:
    told = Settings(ledger=tmp_path, **settings)  # type: ignore[arg-type]
    raw = [(name.encode(), value.encode()) for name, value in {"host": "localhost", **headers}.items()]
    return Request(
        {"type": "http", "method": "POST", "path": "/", "query_string": b"", "scheme": "http", "headers": raw,
         "server": ("localhost", 80), "app": _App(told)}
    )  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"sec-fetch-site": "same-origin", "origin": "http://localhost"},
        {"sec-fetch-site": "none"},
    ],
)
def test_the_rooms_own_pages_and_programs_may_write(tmp_path: object, headers: dict[str, str]) -> None:
    check_writing(asking(tmp_path, headers))


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:9999"},
    ],
)
def test_another_site_may_not(tmp_path: object, headers: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match="another site"):
        check_writing(asking(tmp_path, headers))


def test_with_a_token_it_is_shown(tmp_path: object) -> None:
    with pytest.raises(RefusedError, match="token"):
        check_writing(asking(tmp_path, {}, token="blue-heron"))
    with pytest.raises(RefusedError, match="token"):
        check_writing(asking(tmp_path, {"authorization": "Bearer blue"}, token="blue-heron"))
    check_writing(asking(tmp_path, {"authorization": "Bearer blue-heron"}, token="blue-heron"))


def test_the_cookie_of_another_room_is_none(open_room: Open) -> None:
    here, there = open_room(token="blue-heron"), open_room(token="blue-heron")
    here.post("/sign-in", data={"token": "blue-heron"})
    held = here.cookies[COOKIE]
    assert here.get("/add").status_code == 200
    assert there.get("/add", headers={"cookie": f"{COOKIE}={held}"}).status_code == 401


def test_who_shows_many_wrong_tokens_is_not_told_which_is_right(open_room: Open) -> None:
    client = open_room(token="blue-heron")
    answers = [client.post("/sign-in", data={"token": f"heron-{number}"}) for number in range(10)]
    assert [one.status_code for one in answers] == [403] * 9 + [429]
    answer = client.post("/sign-in", data={"token": "blue-heron"})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 6
    assert COOKIE not in client.cookies
    shown = {"authorization": "Bearer blue-heron"}
    assert client.delete("/api/v1/judgements/j1", headers=shown).status_code == 429
    assert client.get("/add", headers=shown).status_code == 429
    assert 'href="/add"' not in client.get("/", headers=shown).text


def test_what_is_shown_by_programs_is_counted_too(open_room: Open) -> None:
    client = open_room(token="blue-heron")
    answers = [client.delete("/api/v1/judgements/j1", headers={"authorization": f"Bearer {n}"}) for n in range(12)]
    assert [one.status_code for one in answers] == [401] * 9 + [429] * 3


def test_a_right_token_is_not_counted(open_room: Open) -> None:
    client = open_room(token="blue-heron")
    for _ in range(30):
        answer = client.delete("/api/v1/judgements/j1", headers={"authorization": "Bearer blue-heron"})
        assert answer.status_code == 404


@pytest.mark.parametrize("settings", [{}, {"token": "blue-heron", "read_only": True}])
def test_where_there_is_nothing_to_sign_in_for_that_is_said(open_room: Open, settings: dict[str, object]) -> None:
    client = open_room(**settings)
    answer = client.post("/sign-in", data={"token": "blue-heron"})
    assert answer.status_code == 403
    assert "no token" in answer.text
    assert 'href="/sign-in"' not in client.get("/").text


def test_nobody_writes_where_it_is_read_only(tmp_path: object) -> None:
    request = asking(tmp_path, {"authorization": "Bearer blue-heron"}, token="blue-heron", read_only=True)
    assert not has_access(request)
    with pytest.raises(RefusedError, match="read-only"):
        check_writing(request)


def test_a_browser_signs_in_once(open_room: Open) -> None:
    client = open_room(token="blue-heron")
    assert "/add" not in client.get("/").text
    assert 'href="/sign-in"' in client.get("/").text
    assert client.post("/sign-in", data={"token": "red-heron"}).status_code == 403
    assert client.post("/sign-in", data={"token": "blue-heron"}).status_code == 200
    assert 'href="/add"' in client.get("/").text
    assert "blue-heron" not in client.cookies[COOKIE]


@pytest.mark.parametrize("address", ["/add", "/api/v1/pages", "/api/v1/judgements"])
def test_what_is_sent_by_who_may_not_write_is_not_taken(tmp_path: object, open_room: Open, address: str) -> None:
    app = open_room(token="blue-heron").app
    told: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the page was asked for")

    async def send(message: Message) -> None:
        told.append(message)

    sent = (b"content-type", b"multipart/form-data; boundary=x")
    headers = [(b"host", b"localhost"), (b"content-length", b"9"), sent]
    scope: Scope = {"type": "http", "http_version": "1.1", "method": "POST", "path": address, "query_string": b""}

    async def ask() -> None:
        await app({**scope, "scheme": "http", "headers": headers}, receive, send)

    asyncio.run(ask())
    assert told[0]["status"] == 401
