from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.records import store


def test_names_that_begin_so_are_offered(client: TestClient) -> None:
    assert '<option value="Lin Jäder">person, mayor, articles: 1</option>' in client.get("/names?name=lin+jad").text
    assert "<option" not in client.get("/names?name=").text
    assert "<option" not in client.get("/names?name=%22%21").text


def test_of_two_who_are_called_the_same_the_ids_are_offered(client: TestClient, ledger: Ledger) -> None:
    store(ledger, "“The ferry runs,” Ivo Marek said.", ("Ivo Marek", "The ferry runs"))
    store(ledger, "“The quay is full,” Ivo Marek said.", ("Ivo Marek", "The quay is full"))
    ledger.split("Ivo Marek", articles=[ledger.statements(words="quay")[0]["article"]["id"]])
    page = client.get("/names?name=marek").text
    assert page.count("<option") == 2
    assert page.count(">Ivo Marek, person") == 2
    assert 'value="Ivo Marek"' not in page
