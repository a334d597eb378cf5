from typing import cast

from onrecord.ledger import PrintedRow, StatementRow
from onrecord.web.views.copying import folded


def row(id: str) -> StatementRow:
    return cast("StatementRow", {"id": id})


def test_none_is_left_out_and_the_order_stays() -> None:
    printed = {
        "s1": PrintedRow(first="s9", outlet="The Velm Herald"),
        "s2": PrintedRow(first="s2", outlet=None),
        "s3": PrintedRow(first="s9", outlet="The Coast"),
        "s4": PrintedRow(first="s9", outlet="The Velm Herald"),
    }
    found = folded([row(id) for id in ("s1", "s2", "s3", "s4", "s5")], printed)
    assert [one.lead["id"] for one in found] == ["s1", "s2", "s5"]
    assert [copy["id"] for copy in found[0].copies] == ["s3", "s4"]
    assert found[0].outlets == ["The Velm Herald", "The Coast"]
    assert not found[2].outlets
