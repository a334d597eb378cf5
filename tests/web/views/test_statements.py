from starlette.testclient import TestClient

from onrecord import Ledger
from tests.web.conftest import Open


def id_of(ledger: Ledger) -> str:
    return ledger.statements(words="bridge")[0]["id"]


def test_a_statement_is_shown_with_how_it_is_cited(client: TestClient, ledger: Ledger) -> None:
    page = client.get(f"/statements/{id_of(ledger)}").text
    assert "“The bridge is shut”" in page
    assert "Speaker: Lin Jäder, mayor" in page
    assert "Address: https://news.example/bridge" in page


def test_what_stands_on_it_is_shown_with_its_note(client: TestClient, ledger: Ledger) -> None:
    ledger.confirm(id_of(ledger), note="<i>checked</i>")
    page = client.get(f"/statements/{id_of(ledger)}").text
    assert "rightly read: The bridge is shut" in page
    assert "&lt;i&gt;checked" in page


def test_dismissed_it_leads_to_its_article(client: TestClient, ledger: Ledger) -> None:
    id = id_of(ledger)
    article = ledger.statement(id)["article"]["id"]
    answer = client.post(f"/statements/{id}/dismiss", data={"back": f"/statements/{id}"}, follow_redirects=False)
    assert answer.headers["location"] == f"/articles/{article}?done=j1"
    assert "not a statement: The bridge is shut" in client.get(answer.headers["location"]).text
    assert client.get(f"/statements/{id}").status_code == 404
    client.post("/judgements/j1/undo", data={"back": f"/statements/{id}"})
    assert client.get(f"/statements/{id}").status_code == 200


def test_it_is_confirmed(client: TestClient, ledger: Ledger) -> None:
    client.post(f"/statements/{id_of(ledger)}/confirm", data={"note": ""})
    [made] = ledger.judgements()
    assert (made["kind"], made["note"]) == ("confirm", None)


def test_who_may_not_write_is_shown_no_form(open_room: Open, ledger: Ledger) -> None:
    ledger.confirm(id_of(ledger))
    page = open_room(read_only=True).get(f"/statements/{id_of(ledger)}").text
    assert "rightly read" in page
    assert 'method="post"' not in page
