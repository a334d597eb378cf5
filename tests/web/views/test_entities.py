"""The list of people and bodies, and the page of one."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from onrecord.web.views import entities
from tests.ledger.links_by_hand import link
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


def test_a_name_that_is_begun_leads_to_those_who_are_called_so(client: TestClient) -> None:
    page = client.get("/entities", params={"words": "vos", "type": "person"}).text
    assert "Nobody of this name" in page
    [address] = re.findall(r'href="(/entities[^"]+)">Who is called', page)
    assert "Mara Voss" in client.get(unescape(address)).text


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
    shown = client.get(f"/entities/{other}?show=about&cursor=x", follow_redirects=False)
    assert shown.headers["location"] == f"/entities/{one}?show=about&cursor=x"


def test_a_name_leads_to_whom_it_names(client: TestClient, ledger: Ledger) -> None:
    answer = client.get("/entities/Mara Voss", follow_redirects=False)
    assert answer.headers["location"] == f"/entities/{ledger.entity('Mara Voss')['id']}"


def test_nobody_of_this_id_is_not_found(client: TestClient) -> None:
    answer = client.get("/entities/e0badbadbad")
    assert answer.status_code == 404
    assert "What to do" in answer.text


@pytest.fixture
def quarrel(ledger: Ledger) -> dict[str, str]:
    """Vash accuses Brenning twice, and she denies one of these; another outlet prints that one too."""
    ids = {
        "first": said(ledger, "Teodor Vash", "Halla Brenning lied to the house", 0, against="Halla Brenning"),
        "again": said(
            ledger, "Teodor Vash", "Halla Brenning lied to the house", 1, against="Halla Brenning", host="coast"
        ),
        "other": said(ledger, "Teodor Vash", "Halla Brenning must go", 2, against="Halla Brenning"),
        "denial": said(ledger, "Halla Brenning", "I never lied to anybody", 3),
    }
    link(ledger, "repeats", ids["again"], ids["first"])
    link(ledger, "denies", ids["denial"], ids["first"])
    return ids


def test_statements_about_somebody_are_a_tab_of_their_own(
    client: TestClient, ledger: Ledger, quarrel: dict[str, str]
) -> None:
    brenning = ledger.entity("Halla Brenning")["id"]
    about = client.get(f"/entities/{brenning}?show=about").text
    assert "must go" in about
    assert "never lied" not in about
    assert "must go" not in client.get(f"/entities/{brenning}").text
    nothing = client.get(f"/entities/{ledger.entity('Ada Lin')['id']}?show=about").text
    assert "No statement is read as about them." in nothing


def test_figures_tell_against_whom_and_by_whom_somebody_is_denied(
    client: TestClient, ledger: Ledger, quarrel: dict[str, str]
) -> None:
    vash, brenning = ledger.entity("Teodor Vash")["id"], ledger.entity("Halla Brenning")["id"]
    page = client.get(f"/entities/{vash}?show=figures").text
    against, by = re.findall(r"<tr data-told.*?</tr>", page, flags=re.S)
    assert 'data-kind="accuse" data-count="3"' in against
    assert f'href="/search?q=speaker%3A{vash}+about%3A{brenning}+act%3Aaccuse">3</a>' in against
    assert "data-incoming" not in against
    assert 'data-kind="denies" data-count="1"' in by
    assert "data-incoming" in by
    assert "Halla Brenning" in by


def test_figures_tell_acts_roles_spellings_outlets_and_what_is_repeated(
    client: TestClient, ledger: Ledger, quarrel: dict[str, str]
) -> None:
    page = client.get(f"/entities/{ledger.entity('Teodor Vash')['id']}?show=figures").text
    assert '>accuse</a> <span class="number">3</span>' in page
    assert '<span class="printed">mayor</span> <span class="facts">2031-03-01 to 2031-03-03</span>' in page
    assert '<span class="printed">Teodor Vash</span> <span class="number">3</span>' in page
    assert ">herald.example</a>" in page
    assert "+ 1 outlet<" in page
    assert "Counted over the 3 statements by them." in page


def test_htmx_gets_the_figures_alone(client: TestClient, ledger: Ledger, quarrel: dict[str, str]) -> None:
    address = f"/entities/{ledger.entity('Teodor Vash')['id']}"
    assert f'hx-get="{address}?show=figures"' in client.get(address).text
    part = client.get(f"{address}?show=figures", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert '<div class="profile">' in part


@pytest.mark.parametrize("show", ["by", "about"])
def test_copies_are_folded_under_the_first(client: TestClient, ledger: Ledger, show: str) -> None:
    words = "Lin Jäder has <sold> the quay"
    hosts = enumerate(("herald", "coast", "mail"))
    ids = [said(ledger, "Mara Voss", words, day, host=host, against="Lin Jäder") for day, host in hosts]
    for later in ids[1:]:
        link(ledger, "repeats", later, ids[0])
    other = said(ledger, "Mara Voss", "Lin Jäder was right", 9, against="Lin Jäder")
    of = ledger.entity("Mara Voss" if show == "by" else "Lin Jäder")["id"]
    page = client.get(f"/entities/{of}", params={"show": show}).text
    assert page.count("Lin Jäder has &lt;sold&gt; the quay</span>") == 1
    assert "2 copies" in page
    assert "mail.example, coast.example, herald.example" in page
    for id in (*ids, other):
        assert f'#{id}"' in page
