import time

import pytest
from starlette.testclient import TestClient

from tests.web.adding.readers import ARTICLE, Starts
from tests.web.conftest import Open


def settled(client: TestClient, address: str) -> str:
    """The page that tells of a page that is added, once that is over."""
    for _ in range(2_000):
        page = client.get(address).text
        if "Add another page" in page:
            return page
        time.sleep(0.002)
    pytest.fail("it is never over")


def test_a_text_that_is_pasted_is_read_and_leads_to_its_articles(client: TestClient, starts: Starts) -> None:
    assert 'enctype="multipart/form-data"' in client.get("/add").text
    sent = {"text": "The bridge\r\nis shut.", "url": "https://velm.example/a", "published": "2025-03-09"}
    answer = client.post("/add", data=sent, follow_redirects=False)
    assert answer.status_code == 303
    page = settled(client, answer.headers["location"])
    assert f'href="/articles/{ARTICLE.id}"' in page
    assert 'http-equiv="refresh"' not in page
    assert starts.started[0].read_so_far == [b"The bridge\nis shut."]


def test_a_file_is_read_and_its_name_is_a_label(client: TestClient, starts: Starts) -> None:
    sent = {"file": ("../<b>bridge</b>.html", b"<p>The bridge is shut.", "text/html")}
    answer = client.post("/add", data={"text": "", "url": "", "published": ""}, files=sent, follow_redirects=False)
    page = settled(client, answer.headers["location"])
    assert "&lt;b&gt;bridge" not in page
    assert "b&gt;.html" in page
    assert starts.started[0].read_so_far == [b"<p>The bridge is shut."]


def test_a_form_without_a_file_sends_an_empty_one(client: TestClient, starts: Starts) -> None:
    answer = client.post("/add", data={"text": "The bridge is shut."}, files={"file": ("", b"", "application/x")})
    assert answer.status_code == 200
    settled(client, str(answer.url))
    assert starts.started[0].read_so_far == [b"The bridge is shut."]


def test_a_long_text_is_taken_whole(client: TestClient, starts: Starts) -> None:
    text = "The bridge is shut. " * 120_000
    settled(client, str(client.post("/add", files={"text": (None, text)}).url))
    assert len(starts.started[0].read_so_far[0]) == len(text) - 1


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": " "}, "is empty"),
        ({}, "is empty"),
        ({"text": "x", "url": "file:///etc/passwd"}, "no address with http or https"),
        ({"text": "x", "published": "soon"}, "is no day"),
    ],
)
def test_what_cannot_be_added_is_told_at_once(
    client: TestClient, starts: Starts, sent: dict[str, str], told: str
) -> None:
    answer = client.post("/add", data=sent)
    assert answer.status_code == 422
    assert told in answer.text
    assert not starts.started


def test_a_text_and_a_file_are_two(client: TestClient, starts: Starts) -> None:
    answer = client.post("/add", data={"text": "x"}, files={"file": ("a.txt", b"x")})
    assert answer.status_code == 422
    assert not starts.started


def test_until_it_is_over_the_page_asks_again(client: TestClient, starts: Starts) -> None:
    address = client.post("/add", data={"text": "wait"}, follow_redirects=False).headers["location"]
    page = client.get(address).text
    assert '<noscript><meta http-equiv="refresh"' in page
    part = client.get(address, headers={"hx-request": "true"}).text
    assert f'hx-get="{address}"' in part
    assert "<html" not in part
    starts.started[0].may_go_on.set()
    settled(client, address)
    assert "hx-get" not in client.get(address, headers={"hx-request": "true"}).text


def test_what_fails_is_told_with_a_remedy(client: TestClient, starts: Starts) -> None:
    address = client.post("/add", data={"text": "fail"}, follow_redirects=False).headers["location"]
    assert "the page: is empty. What to do: leave it out." in settled(client, address)
    assert client.get("/add/0badbadbad").status_code == 404


def test_too_many_are_told_when_to_come_again(client: TestClient, starts: Starts) -> None:
    client.post("/add", data={"text": "wait"})
    answers = [client.post("/add", data={"text": "x"}, follow_redirects=False) for _ in range(31)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["retry-after"]) > 0
    starts.started[0].may_go_on.set()


def test_nobody_adds_where_it_is_read_only_or_from_another_site(open_room: Open) -> None:
    client = open_room(read_only=True)
    assert client.get("/add").status_code == 403
    assert client.post("/add", data={"text": "x"}).status_code == 403
    answer = open_room().post("/add", data={"text": "x"}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
