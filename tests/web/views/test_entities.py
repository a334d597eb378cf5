"""The list of people and bodies, and the page of one."""

from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import entities
from tests.web.telling import said


def test_everybody_is_listed_with_the_number_of_articles(client: TestClient, ledger: Ledger) -> None:
    said(ledger, "Mara Voss", "It is shut again", 3)
    page = client.get("/entities").text
    voss = ledger.entity("Mara Voss")["id"]
    assert f'<a class="printed" href="/entities/{voss}">Mara Voss</a>' in page
    assert page.index("Mara Voss") < page.index("Ada Lin")
    assert '<td class="number" data-label="articles">2</td>' in page


def test_names_and_types_are_searched(client: TestClient) -> None:
    page = client.get("/entities", params={"words": "lin", "type": "person"}).text
    assert "Ada Lin" in page
    assert "Lin Jäder" in page
    assert "Mara Voss" not in page
    assert "Nobody of this name and type." in client.get("/entities", params={"words": "lin", "type": "state"}).text


def test_an_empty_form_asks_for_everybody(client: TestClient) -> None:
    assert "Mara Voss" in client.get("/entities?words=&type=").text


def test_a_type_that_there_is_not_is_refused(client: TestClient) -> None:
    assert client.get("/entities?type=planet").status_code == 422


def test_long_lists_have_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_SHOWN", 2)
    first = client.get("/entities").text
    link = first.partition('rel="next" href="')[2].partition('"')[0]
    second = client.get(unescape(link)).text
    for name in ("Mara Voss", "Lin Jäder", "Ada Lin"):
        assert (f">{name}<" in first) != (f">{name}<" in second)
    assert 'rel="next"' not in second


def test_what_somebody_said_links_to_the_words_in_the_article(client: TestClient, ledger: Ledger) -> None:
    id = said(ledger, "Mara Voss", "We <counted> twice", 3)
    row = ledger.statement(id)
    page = client.get(f"/entities/{ledger.entity('Mara Voss')['id']}").text
    assert f'href="/articles/{row["article"]["id"]}#{id}"' in page
    assert "We &lt;counted&gt; twice" in page
    assert "<counted>" not in page
    assert "Lin Jäder" not in page


def test_all_mentions_are_linked_to_their_passage(client: TestClient, ledger: Ledger) -> None:
    [seen] = ledger.entity("Mara Voss")["appearances"]
    page = client.get(f"/entities/{ledger.entity('Mara Voss')['id']}?show=mentions").text
    for span in seen["mentions"]:
        place = f"/articles/{seen['article']['id']}?mention={span['start']}-{span['end']}#mention"
        assert f'href="{place}">{span["text"]}</a>' in page


def test_the_tab_that_is_shown_is_marked(client: TestClient, ledger: Ledger) -> None:
    address = f"/entities/{ledger.entity('Mara Voss')['id']}"
    assert 'aria-current="page">Statements by' in client.get(address).text
    assert 'aria-current="page">All mentions' in client.get(f"{address}?show=mentions").text


def test_whoever_was_merged_is_found_under_the_other(client: TestClient, ledger: Ledger) -> None:
    one, other = (ledger.entity(name)["id"] for name in ("Mara Voss", "Ada Lin"))
    ledger.merge(one, other)
    answer = client.get(f"/entities/{other}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, f"/entities/{one}")


def test_nobody_of_this_id_is_not_found(client: TestClient) -> None:
    answer = client.get("/entities/e0badbadbad")
    assert answer.status_code == 404
    assert "What to do" in answer.text
