from starlette.testclient import TestClient

from onrecord import Ledger


def test_an_article_is_shown_as_printed_with_what_is_said_marked(client: TestClient, ledger: Ledger) -> None:
    row = ledger.statements(words="bridge")[0]
    page = client.get(f"/articles/{row['article']['id']}").text
    assert f'data-of="{row["id"]}"' in page
    assert "Lin Jäder" in page
    assert f'href="/statements/{row["id"]}"' in page


def test_what_a_page_prints_is_no_markup(client: TestClient, ledger: Ledger) -> None:
    row = ledger.statements(speaker="Voss")[0]
    page = client.get(f"/articles/{row['article']['id']}").text
    assert "<Monday>" not in page
    assert "&lt;Monday&gt;" in page


def test_what_is_not_there_is_told_with_a_remedy(client: TestClient) -> None:
    answer = client.get("/articles/0badbadbad")
    assert answer.status_code == 404
    assert "What to do" in answer.text
