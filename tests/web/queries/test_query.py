from onrecord import SHOWN_CONFIDENCE, SHOWN_MEDIA, Ledger
from onrecord.web.queries import Query, parse_query


def test_without_more_it_asks_for_what_is_shown_by_default() -> None:
    asked = Query().arguments()
    assert (asked["media"], asked["confidence"]) == (SHOWN_MEDIA, SHOWN_CONFIDENCE)
    assert Query(medium=("speech", "writing", "thought")).arguments()["media"] is None
    assert Query().is_empty
    assert not Query(act="deny").is_empty


def test_a_ledger_answers_it(ledger: Ledger) -> None:
    found = ledger.statements(**parse_query('"bridge is" speaker:jader since:2025').arguments())
    assert [row["content"][0]["text"] for row in found] == ["The bridge is shut"]
    assert not ledger.statements(**parse_query("until:2024").arguments())
    found = ledger.statements(**parse_query("outlet:news.example speaker:Voss").arguments())
    assert [row["content"][0]["text"] for row in found] == ["It will open on <Monday>"]
    assert not ledger.statements(**parse_query("about:Voss").arguments())
