import pytest
from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.links_by_hand import link, statement_with


@pytest.mark.parametrize(("what", "asserted"), [("confirm", [True]), ("reject", [])])
def test_a_link_is_judged_where_it_is_shown(
    client: TestClient, ledger: Ledger, what: str, asserted: list[bool]
) -> None:
    later, earlier = statement_with(ledger, "It will open on"), statement_with(ledger, "The bridge is shut")
    id = link(ledger, "denies", later, earlier, sure=False)
    place = f"/statements/{later}"
    page = client.get(place).text
    assert f'action="/links/{id}/confirm"' in page
    assert f'href="/download/links.csv?statement={later}&amp;offered=true"' in page
    page = client.post(f"/links/{id}/{what}", data={"note": "as printed", "back": place}).text
    assert "denies “The bridge is shut”" in page
    assert [one["asserted"] for one in ledger.links(later, offered=True)] == asserted
    assert ledger.judgements()[0]["note"] == "as printed"
