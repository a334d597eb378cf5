import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Open


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST"])
def test_the_loopback_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8000", ""])
def test_another_name_for_this_machine_is_not(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_a_name_that_is_allowed_is_answered(open_room: Open) -> None:
    client = open_room(host="0.0.0.0", hosts=("News.example",))
    assert client.get("/", headers={"host": "news.example"}).status_code == 200
    assert client.get("/", headers={"host": "0.0.0.0"}).status_code == 421
