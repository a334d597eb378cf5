import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.records import store


def test_words_are_found_and_counted(client: TestClient) -> None:
    page = client.get("/search", params={"q": "bridge"}).text
    assert "The bridge is shut" in page
    assert "No comment on ferries" not in page
    assert "1 statement<" in page
    assert 'value="bridge"' in page


def test_without_a_question_it_is_told_how_to_ask(client: TestClient) -> None:
    page = client.get("/search").text
    assert "speaker:&#34;Teodor Vash&#34;" in page
    assert '<details class="language" open>' in page
    assert "statement</p>" not in page


def test_a_field_that_is_asked_for_can_be_left_out(client: TestClient) -> None:
    page = client.get("/search", params={"q": 'bridge act:assert speaker:"Lin Jäder"'}).text
    assert 'href="/search?q=bridge+speaker%3A%22Lin+J%C3%A4der%22"' in page
    assert 'href="/search?q=bridge+act%3Aassert"' in page


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("speker:Vash", "did you mean speaker:?"),
        ("article:0badbadbad", "is not in the ledger"),
        ("speaker:!", "has no word to look for"),
    ],
)
def test_what_cannot_be_meant_is_told_beside_what_was_typed(client: TestClient, asked: str, told: str) -> None:
    answer = client.get("/search", params={"q": asked})
    assert answer.status_code == 422
    assert told in answer.text
    assert f'value="{asked}"' in answer.text
    assert client.get("/search", params={"q": asked}, headers={"hx-request": "true"}).status_code == 200


def test_what_is_typed_is_no_markup(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page


def test_where_nothing_is_found_names_written_nearly_so_are_offered(client: TestClient) -> None:
    page = client.get("/search", params={"q": "speaker:Jadr"}).text
    assert "Nothing fits." in page
    assert 'href="/search?q=speaker%3A%22Lin+J%C3%A4der%22"' in page
    assert "speaker:&#34;Mara Voss&#34;" in client.get("/search", params={"q": "Mara Vos"}).text


def test_what_is_found_comes_in_pages(client: TestClient, ledger: Ledger) -> None:
    for number in range(60):
        store(ledger, f"“The quay {number} is full,” Ivo Marek said.", ("Ivo Marek", f"The quay {number} is full"))
    first = client.get("/search", params={"q": "quay"}).text
    assert "60 statements" in first
    assert first.count('class="statement"') == 50
    address = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(address).text
    assert second.count('class="statement"') == 10
    assert "statements</p>" not in second
    assert 'rel="next"' not in second
    assert client.get("/search", params={"q": "ferries", "cursor": address.split("cursor=")[1]}).status_code == 422


def test_while_somebody_types_what_is_found_is_answered_alone(client: TestClient) -> None:
    part = client.get("/search", params={"q": "bridge"}, headers={"hx-request": "true"})
    assert "<html" not in part.text
    assert "<title>bridge – onrecord</title>" in part.text
    assert '<span id="twin" hx-swap-oob="true"><a href="/api/v1/search?q=bridge">' in part.text
    assert part.headers["vary"].startswith("HX-Request")
    headers = {"hx-request": "true", "hx-history-restore-request": "true"}
    assert "<html" in client.get("/search", params={"q": "bridge"}, headers=headers).text


def test_what_there_is_among_what_is_found_narrows_it_down(client: TestClient) -> None:
    page = client.get("/search", params={"q": "act:assert"}).text
    assert 'href="/search?q=speaker%3A%22Lin+J%C3%A4der%22+act%3Aassert">Lin Jäder</a> <span class="facts">1<' in page
    assert 'href="/search?q=act%3Aassert+outlet%3Anews.example">news.example</a> <span class="facts">2<' in page
    assert 'href="/search?q=act%3Aassert+since%3A2025+until%3A2025">2025</a> <span class="facts">3<' in page
    assert "<h2>Acts</h2>" not in page
    narrowed = client.get("/search", params={"q": "act:assert outlet:news.example"}).text
    assert "2 statements" in narrowed
    assert "<h2>Outlets</h2>" not in narrowed


def test_the_facets_of_many_say_of_how_many_they_are(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ledger.query.facets.NEWEST", 2)
    assert "Counted among the newest 2." in client.get("/search", params={"q": "act:assert"}).text


def test_a_very_long_quotation_is_cut_in_a_list_and_whole_on_its_page(client: TestClient, ledger: Ledger) -> None:
    words = "the ferry is late " * 5_000
    store(ledger, f"“{words}end,” Ada Lin said.", ("Ada Lin", f"{words}end"))
    page = client.get("/search", params={"q": "late"}).text
    assert len(page) < 20_000
    assert "the ferry is late…" in page
    [row] = ledger.statements(words="late")
    assert "late end" in client.get(f"/statements/{row['id']}").text
