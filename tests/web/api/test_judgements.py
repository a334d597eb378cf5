import json
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.web.conftest import Open

PATH = "/api/v1/judgements"
type Body = Callable[[Ledger], dict[str, object]]


def statement(ledger: Ledger) -> str:
    return ledger.statements(words="shut")[0]["id"]


def unsure(ledger: Ledger) -> str:
    return next(row["link"]["id"] for row in ledger.reviews() if row["link"] is not None)


BODIES: dict[str, Body] = {
    "merge": lambda ledger: {"one": "Voss", "other": ledger.entity("Ada Lin")["id"]},
    "split": lambda ledger: {"entity": "Voss", "articles": [ledger.statements(speaker="Voss")[0]["article"]["id"]]},
    "rename": lambda ledger: {"entity": "Voss", "name": "Mara Voss-Lind"},
    "reattribute": lambda ledger: {"statement": statement(ledger), "name": "Teo Brandt"},
    "dismiss": lambda ledger: {"statement": statement(ledger)},
    "confirm": lambda ledger: {"statement": statement(ledger)},
    "confirm_name": lambda ledger: {"entity": "Voss", "called": "the mayor"},
    "keep_apart": lambda ledger: {"one": "Voss", "other": "Ada Lin"},
    "confirm_link": lambda ledger: {"link": unsure(ledger)},
    "reject_link": lambda ledger: {"link": unsure(ledger)},
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_judgement_is_made_as_in_python_and_undone(client: TestClient, ledger: Ledger, kind: str) -> None:
    before = [*ledger.statements(), *ledger.links(statement(ledger), offered=True), *ledger.entity_list()]
    answer = client.post(PATH, json={"kind": kind, "note": "why", **BODIES[kind](ledger)})
    assert answer.status_code == 201
    made = answer.json()
    assert made == ledger.judgements()[-1]
    assert (made["kind"], made["note"]) == (kind, "why")
    undone = client.delete(f"{PATH}/{made['id']}")
    assert undone.status_code == 200
    assert undone.json() == ledger.judgements()[-1]
    assert undone.json()["undone_at"]
    assert [*ledger.statements(), *ledger.links(statement(ledger), offered=True), *ledger.entity_list()] == before


def test_what_is_decided_is_answered_at_once(client: TestClient, ledger: Ledger) -> None:
    id = statement(ledger)
    client.post(PATH, json={"kind": "reattribute", "statement": id, "name": "Ada Lin"})
    assert client.get(f"/api/v1/statements/{id}").json()["speakers"][0]["name"] == "Ada Lin"


@pytest.mark.parametrize(
    ("body", "status", "sign"),
    [
        ({"kind": "merge", "one": "Voss", "other": "Nobody"}, 404, "Nobody"),
        ({"kind": "merge", "one": "Voss", "other": "Mara Voss"}, 422, "already"),
        ({"kind": "dismiss", "statement": "nowhere"}, 404, "nowhere"),
        ({"kind": "rename", "entity": "Voss", "name": "?"}, 422, "is no name"),
        ({"kind": "split", "entity": "Voss"}, 422, "nothing to be split by"),
        ({"kind": "rename", "entity": "Voss"}, 422, "body.rename.name"),
        ({"kind": "rename", "entity": "Voss", "name": "A", "names": []}, 422, "body.rename.names"),
        ({"kind": "rename", "entity": "Voss", "name": "A", "\ud800": []}, 422, "body.rename"),
        ({"kind": "forget", "entity": "Voss"}, 422, "forget"),
        ({"entity": "Voss"}, 422, "kind"),
        ([], 422, "body"),
    ],
)
def test_what_cannot_be_meant_is_told_and_nothing_is_kept(
    client: TestClient, ledger: Ledger, body: object, status: int, sign: str
) -> None:
    before = ledger.root()
    # Escaped, as JSON can hold half of a surrogate pair.
    answer = client.post(PATH, content=json.dumps(body), headers={"content-type": "application/json"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert sign in answer.json()["detail"]
    assert ledger.root() == before


def test_whatever_is_no_json_is_refused(client: TestClient) -> None:
    for content in (b"", b"{", b"\xff", b"[" * 100_000, b"1" * 5_000):
        answer = client.post(PATH, content=content, headers={"content-type": "application/json"})
        assert answer.status_code in {400, 422}
        assert answer.json()["detail"]
    assert client.post(PATH, data={"kind": "merge"}).status_code == 422


def test_what_was_undone_or_is_not_there_is_not_undone(client: TestClient, ledger: Ledger) -> None:
    assert client.delete(f"{PATH}/j1").status_code == 422
    assert client.delete(f"{PATH}/j77").status_code == 404


def test_who_does_not_show_the_token_decides_nothing(open_room: Open, ledger: Ledger) -> None:
    client, before = open_room(token="blue-heron"), ledger.root()
    body = {"kind": "rename", "entity": "Voss", "name": "Mara Voss-Lind"}
    for answer in (client.post(PATH, json=body), client.delete(f"{PATH}/j2"), client.post(PATH, json={})):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "token" in answer.json()["remedy"]
    assert ledger.root() == before
    shown = {"authorization": "Bearer blue-heron"}
    assert client.post(PATH, json=body, headers=shown).status_code == 201
    assert client.delete(f"{PATH}/j2", headers=shown).status_code == 200


def test_where_nobody_writes_nothing_is_decided_and_all_is_read(open_room: Open, ledger: Ledger) -> None:
    client, before = open_room(read_only=True), ledger.root()
    assert client.post(PATH, json={"kind": "rename", "entity": "Voss", "name": "A"}).status_code == 403
    assert client.delete(f"{PATH}/j2").status_code == 403
    assert client.get(PATH).status_code == 200
    assert ledger.root() == before


def test_the_page_of_another_site_decides_nothing(client: TestClient) -> None:
    body = {"kind": "rename", "entity": "Voss", "name": "A"}
    assert client.post(PATH, json=body, headers={"origin": "http://evil.example"}).status_code == 403
