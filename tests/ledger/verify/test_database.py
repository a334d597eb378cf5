"""Events that were altered."""

import sqlite3
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.ledger.records import store

TAMPERINGS = {
    "words": "UPDATE spans SET text = 'seized a fairy' WHERE text = 'seized a ferry'",
    "place": "UPDATE spans SET start = start - 1 WHERE event IS NOT NULL AND part = 'place'",
    "no words": "DELETE FROM spans WHERE event = 3",
    "participant": "INSERT INTO participants SELECT 1, 'actor', 7, key, NULL FROM entities WHERE name = 'Ada Lin'",
    "nobody": "UPDATE participants SET entity = 99 WHERE event = 1",
    "statement": "UPDATE events SET statement = (SELECT max(key) FROM statements) WHERE key = 3",
    "words of another": "UPDATE spans SET article = 2, start = 1, \"end\" = 7, text = 'I swim' WHERE event = 1",
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_an_event_that_was_altered_is_found(told: Ledger, tmp_path: Path, what: str) -> None:
    store(told, "“I swim,” Captain Ada Lin said.", ("Ada Lin", "I swim"))
    assert list(told.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    assert connection.execute(TAMPERINGS[what]).rowcount
    connection.close()
    rows = [problem.row for problem in told.check()]
    assert any("event" in row or "participants" in row for row in rows)
    # And the digests miss it as well.
    assert any("span" in row or "event" in row or "participants" in row for row in _rows(told))


def _rows(ledger: Ledger) -> list[str]:
    return [problem.row for problem in ledger.check(fast=True)]


def test_an_index_that_questions_need_is_missed(three: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("DROP INDEX statements_newest_first")
    connection.close()
    [problem] = three.check(fast=True)
    assert (problem.row, problem.reason) == ("index statements_newest_first", "is missing, so that questions take long")
