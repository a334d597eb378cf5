"""Reasons in compact form, and what each says."""

from onrecord import Reason
from onrecord.ledger.rows import packed, unpacked
from onrecord.rules import entry

REASONS = (
    Reason("content", "score/content", 0.97),
    Reason("source", "repair/agent"),
    Reason("speaker", "score/alternative", 0.23, "Ada\tOrlen\nof Velo"),
)


def test_what_is_stored_is_given_out_with_what_it_says() -> None:
    first, second, third = unpacked(packed(REASONS))
    assert (first["field"], first["by"], first["score"], first["other"]) == ("content", "score/content", 0.97, None)
    assert (second["field"], second["by"], second["score"]) == ("source", "repair/agent", None)
    assert second["says"] == entry("repair/agent").says
    assert (third["score"], third["other"]) == (0.23, "Ada Orlen of Velo")


def test_it_is_a_short_line_for_each() -> None:
    assert packed(REASONS[:2]) == "c\tcontent\t97\ns\trepair/agent"


def test_nothing_is_stored_of_no_reasons() -> None:
    assert packed(()) is None
    assert unpacked(None) == []


def test_nothing_is_told_where_a_rule_is_no_more() -> None:
    assert unpacked(f"{packed(REASONS)}\ns\trepair/of-earlier-times") == []
