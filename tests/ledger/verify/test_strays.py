"""Rows that belong to nothing: no digest has them, but exports may."""

import io
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord import Ledger

_FOREIGN = re.compile(r""",\s*(?:CONSTRAINT \w+ )?FOREIGN KEY\(\w+\) REFERENCES \w+ \("key"\)(?: ON DELETE CASCADE)?""")


def exported(ledger: Ledger) -> bytes:
    stream = io.BytesIO()
    ledger.export("statements", "jsonl", stream)
    return stream.getvalue()


@pytest.mark.parametrize("fast", [True, False])
def test_words_added_to_a_statement_by_a_span_of_no_article_are_found(
    three: Ledger, tmp_path: Path, fast: bool
) -> None:
    before, root = exported(three), three.root()
    with closing(sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)) as connection:
        # The file no longer says what a span belongs to.
        [(sql,)] = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'spans'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'spans'", [_FOREIGN.sub("", sql)])
        connection.execute("PRAGMA writable_schema = RESET")
        assert connection.execute(
            "INSERT INTO spans (article, statement, part, number, start, \"end\", text)"
            " SELECT 999, statement, part, 7, start, \"end\", 'or so he was told to say'"
            " FROM spans WHERE part = 'content' ORDER BY key LIMIT 1"
        ).rowcount  # fmt: skip
        connection.execute(
            "UPDATE said SET words = (SELECT group_concat(text, char(10)) FROM"
            " (SELECT text FROM spans WHERE statement = said.rowid & 0xFFFFFFFFFF AND part = 'content'"
            " ORDER BY number))"
        )
    assert exported(three) != before
    [problem] = three.check(fast=fast, root=root)
    assert problem.row.startswith("spans ")
    assert problem.reason == "belongs to a row of articles that is not there"


@pytest.mark.parametrize(
    ("tampering", "row"),
    [
        (
            "ALTER TABLE judgements RENAME TO kept; CREATE VIEW judgements AS SELECT * FROM kept",
            "view judgements",
        ),
        (
            "CREATE TRIGGER later AFTER INSERT ON pages BEGIN UPDATE statements SET act = 'deny'; END",
            "trigger later",
        ),
    ],
)
def test_what_is_no_table_is_found(three: Ledger, tmp_path: Path, tampering: str, row: str) -> None:
    with closing(sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)) as connection:
        connection.executescript(tampering)
    assert row in [problem.row for problem in three.check(fast=True)]
