"""Altered quotations."""

from starlette.testclient import TestClient

from onrecord import Ledger
from tests.ledger.links_by_hand import link
from tests.web.telling import said


def test_each_printing_in_other_words_is_told_with_what_differs(client: TestClient, ledger: Ledger) -> None:
    first = said(ledger, "Teodor Vash", "We have <twelve> ships on the quay", 0)
    for day, host, words in (
        (1, "coast", "We have <fourteen> ships on the quay"),
        (2, "meridian", "We have <twelve> ships on the quay"),
    ):
        link(ledger, "repeats", said(ledger, "Teodor Vash", words, day, host=host), first)
    page = client.get("/altered").text
    assert "&lt; <del>twelve</del> <ins>fourteen</ins>&gt; ships" in page
    assert "another meaning" in page
    assert "coast.example" in page
    assert "meridian.example" not in page
    assert "<twelve>" not in page


def test_where_there_is_none_that_is_said(client: TestClient) -> None:
    assert "<p>None.</p>" in client.get("/altered").text
