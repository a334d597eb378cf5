import pytest
from starlette.requests import Request

from onrecord.web import Settings
from onrecord.web.guarding import COOKIE, check_writing, has_access, proof
from onrecord.web.problems import RefusedError
from tests.web.conftest import Open


class _App:
    """What a request knows of its application."""

    def __init__(self, settings: Settings) -> None:
        self.state = type("State", (), {"settings": settings})


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
    check_writing(asking(tmp_path, {"cookie": f"{COOKIE}={proof('blue-heron')}"}, token="blue-heron"))


def test_nobody_writes_where_it_is_read_only(tmp_path: object) -> None:
    request = asking(tmp_path, {"authorization": "Bearer blue-heron"}, token="blue-heron", read_only=True)
    assert not has_access(request)
    with pytest.raises(RefusedError, match="read-only"):
        check_writing(request)


def test_a_browser_signs_in_once(open_room: Open) -> None:
    client = open_room(token="blue-heron")
    assert "/add" not in client.get("/").text
    assert client.post("/sign-in", data={"token": "red-heron"}).status_code == 403
    assert client.post("/sign-in", data={"token": "blue-heron"}).status_code == 200
    assert 'href="/add"' in client.get("/").text
    assert "blue-heron" not in client.cookies[COOKIE]
