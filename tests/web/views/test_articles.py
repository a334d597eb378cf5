import re

from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.ledger.records import store


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


def test_articles_come_in_pages(client: TestClient, ledger: Ledger) -> None:
    for number in range(60):
        store(ledger, f"“Ferry {number} is late,” Ada Lin said.", ("Ada Lin", f"Ferry {number} is late"))
    first = client.get("/articles").text
    [address] = re.findall(r'rel="next" href="([^"]+)"', first)
    second = client.get(address.replace("&amp;", "&")).text
    found = [re.findall(r'href="(/articles/[^"?]+)"', page) for page in (first, second)]
    assert [len(one) for one in found] == [50, 12]
    assert not set(found[0]) & set(found[1])
    assert 'rel="next"' not in second


def test_a_card_tells_what_its_statement_belongs_to(client: TestClient, ledger: Ledger) -> None:
    claim, reply = ledger.statements(words="shut")[0]["id"], ledger.statements(words="open")[0]["id"]
    link(ledger, "denies", reply, claim)
    page = " ".join(client.get(f"/articles/{ledger.statement(claim)['article']['id']}").text.split())
    assert re.search(r"<b>denied by</b> <a href=\"[^\"]+#" + reply, page)
    assert re.search(r"<b>denies</b> <a href=\"[^\"]+#" + claim, page)
