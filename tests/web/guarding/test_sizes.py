from collections.abc import Iterator

from starlette.testclient import TestClient

from onrecord.web.guarding import MOST_BYTES


def test_a_request_that_says_it_is_too_large_is_refused(client: TestClient) -> None:
    answer = client.post("/sign-in", content=b"x", headers={"content-length": str(MOST_BYTES + 1)})
    assert answer.status_code == 413


def test_a_request_that_does_not_say_how_large_it_is_is_counted(client: TestClient) -> None:
    def much() -> Iterator[bytes]:
        yield b"token="
        for _ in range(MOST_BYTES // 1_000_000 + 2):
            yield b"x" * 1_000_000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/sign-in", content=much(), headers=headers).status_code == 413
