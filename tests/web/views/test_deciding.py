import pytest
from starlette.testclient import TestClient

from onrecord import JudgementRow, Ledger
from onrecord.web.views.deciding import decided
from tests.web.conftest import Open

MADE = JudgementRow(id="j7", kind="confirm", says={"exact": "x"}, note=None, made_at="", undone_at=None)


@pytest.mark.parametrize(
    ("back", "place"),
    [
        ("/statements/s1", "/statements/s1?done=j7"),
        ("/review?skip=2&done=j6", "/review?skip=2&done=j7"),
        ("/articles/a-1?all=true#s1", "/articles/a-1?all=true&done=j7"),
        ("", "/judgements?done=j7"),
        ("https://evil.example/", "/judgements?done=j7"),
        ("//evil.example/", "/judgements?done=j7"),
        ("/\\evil.example/", "/judgements?done=j7"),
        ("/\t/evil.example/", "/judgements?done=j7"),
        ("javascript:alert(1)", "/judgements?done=j7"),
    ],
)
def test_it_leads_back_to_the_room_and_nowhere_else(back: str, place: str) -> None:
    answer = decided(MADE, back)
    assert (answer.status_code, answer.headers["location"]) == (303, place)


def test_what_was_decided_is_told_and_can_be_undone_there(client: TestClient, ledger: Ledger) -> None:
    row = ledger.statements(words="bridge")[0]
    place = f"/statements/{row['id']}"
    page = client.post(f"{place}/reattribute", data={"name": "Halla Brenning", "note": "heard it", "back": place}).text
    assert "Decided: " in page
    assert "Halla Brenning said: The bridge is shut" in page
    [made] = ledger.judgements()
    assert (made["kind"], made["note"]) == ("reattribute", "heard it")
    assert f'action="/judgements/{made["id"]}/undo"' in page
    assert "Undone: " in client.post(f"/judgements/{made['id']}/undo", data={"back": place}).text
    assert ledger.statement(row["id"])["speakers"][0]["name"] == "Lin Jäder"


def test_what_was_never_decided_is_told_nowhere(client: TestClient) -> None:
    assert 'class="done"' not in client.get("/", params={"done": "j99"}).text
    assert 'class="done"' not in client.get("/nowhere", params={"done": "<b>"}).text


WRITING = (
    "/statements/{id}/reattribute", "/statements/{id}/dismiss", "/statements/{id}/confirm", "/links/x/confirm",
    "/links/x/reject", "/entities/x/rename", "/entities/x/merge", "/entities/x/keep-apart", "/entities/x/split",
    "/entities/x/confirm-name", "/judgements/j1/undo",
)  # fmt: skip


@pytest.mark.parametrize("path", WRITING)
def test_nobody_decides_who_may_not_write(open_room: Open, ledger: Ledger, path: str) -> None:
    address = path.format(id=ledger.statements(words="bridge")[0]["id"])
    sent = {"name": "Halla Brenning", "called": "Lin"}
    assert open_room(read_only=True).post(address, data=sent).status_code == 403
    assert open_room(token="blue-heron").post(address, data=sent).status_code == 401
    assert open_room().post(address, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert ledger.judgements() == []
