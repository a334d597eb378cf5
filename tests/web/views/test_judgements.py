from starlette.testclient import TestClient

from onrecord import Ledger


def test_what_was_decided_is_listed_the_latest_first(client: TestClient, ledger: Ledger) -> None:
    assert "Nothing was decided yet" in client.get("/judgements").text
    first, second = (ledger.statements(speaker=name)[0]["id"] for name in ("Jäder", "Ada"))
    ledger.confirm(first, note="checked")
    ledger.dismiss(second)
    ledger.undo("j1")
    page = client.get("/judgements").text
    assert page.index("not a statement: No comment on ferries") < page.index("rightly read: The bridge is shut")
    assert "checked" in page
    assert page.count("/undo") == 1


def test_of_many_none_is_left_out(client: TestClient, ledger: Ledger) -> None:
    id = ledger.statements(speaker="Jäder")[0]["id"]
    for number in range(105):
        ledger.confirm(id, note=f"({number})")
    page = client.get("/judgements").text
    assert "(5)" in page
    assert "(4)" not in page
    assert 'href="/judgements?before=j6">5 earlier' in page
    assert "(4)" in client.get("/judgements", params={"before": "j6"}).text
    assert client.get("/judgements", params={"before": "j999"}).status_code == 404
    assert client.post("/judgements/j999/undo").status_code == 404
