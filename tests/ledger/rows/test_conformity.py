"""Rows that are not what their shapes say are damage, and no answer."""

import sqlite3
from pathlib import Path

import pytest

from onrecord import Ledger, LedgerError
from onrecord.ledger.rows import SpanRow, conforming
from tests.ledger.records import exported

WRONG = {
    "bytes for a text": "UPDATE statements SET act = CAST('deny' AS BLOB) WHERE key = 1",
    "no content": "DELETE FROM spans WHERE part = 'content'",
    "text for a place": "UPDATE spans SET start = 'here'",
    "no date": "UPDATE articles SET published = '2025-13-45'",
    "no table": "DROP TABLE parties",
}


@pytest.mark.parametrize("what", WRONG)
def test_a_row_that_is_not_what_it_says_is_an_error_that_names_the_file(
    three: Ledger, tmp_path: Path, what: str
) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute(WRONG[what])
    connection.close()
    for ask in (three.statements, lambda: exported(three, "statements", "jsonl")):
        with pytest.raises(LedgerError, match=r"a\.ledger: is damaged .*; restore it from a copy"):
            ask()


@pytest.mark.parametrize("says", ["", "[]", "{}", '{"one": 3}', '{"one": "e1", "other": "e2", "names": "both"}'])
def test_a_judgement_that_says_nothing_is_damage(three: Ledger, tmp_path: Path, says: str) -> None:
    made = three.merge("Lin Jäder", "Ada Lin")
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE judgements SET says = ?", [says])
    connection.close()
    for ask in (three.judgements, lambda: three.undo(made["id"])):
        with pytest.raises(LedgerError, match="is damaged"):
            ask()


def test_a_row_that_is_what_its_shape_says_is_given_back() -> None:
    row = SpanRow(start=0, end=3, text="one")
    assert conforming(SpanRow, row) is row
    with pytest.raises(TypeError, match="its end"):
        conforming(SpanRow, SpanRow(start=0, end=True, text="one"))
