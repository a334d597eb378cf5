import asyncio
from collections.abc import Iterator

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from onrecord.web.guarding import MOST_BYTES, SizeGuard


def test_a_request_that_says_it_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("/sign-in", content=b"x", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413


def test_a_request_that_does_not_say_how_large_it_is_is_counted(client: TestClient) -> None:
    def much() -> Iterator[bytes]:
        yield b"token="
        for _ in range(MOST_BYTES // 1_000_000 + 2):
            yield b"x" * 1_000_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post("/sign-in", content=much(), headers=headers)
    assert answer.status_code == 413
    assert answer.headers["connection"] == "close"


def test_a_request_that_comes_too_slowly_is_given_up() -> None:
    async def read_all(scope: Scope, receive: Receive, send: Send) -> None:
        await Request(scope, receive).body()

    async def receive_slowly() -> Message:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def send(message: Message) -> None:
        raise AssertionError

    scope: Scope = {"type": "http", "method": "POST", "path": "/add", "headers": []}
    with pytest.raises(HTTPException, match="to come") as caught:
        asyncio.run(SizeGuard(read_all, seconds=0.1)(scope, receive_slowly, send))
    assert caught.value.status_code == 408


def test_an_answer_may_take_longer_than_the_request() -> None:
    async def answer_slowly(scope: Scope, receive: Receive, send: Send) -> None:
        await Request(scope, receive).body()
        assert (await receive())["type"] == "http.disconnect"

    messages: list[Message] = [{"type": "http.request", "body": b"x", "more_body": False}, {"type": "http.disconnect"}]

    async def receive() -> Message:
        await asyncio.sleep(0 if len(messages) > 1 else 0.2)
        return messages.pop(0)

    async def send(message: Message) -> None:
        raise AssertionError

    scope: Scope = {"type": "http", "method": "POST", "path": "/add", "headers": []}
    asyncio.run(SizeGuard(answer_slowly, seconds=0.1)(scope, receive, send))
    assert not messages
