import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from onrecord import Label, Ledger, LedgerError
from tests.ledger.records import make_page, read, span, store

TAMPERINGS = {
    "span": "UPDATE spans SET text = 'The bridge is shot' WHERE text = 'The bridge is shut'",
    "place": 'UPDATE spans SET start = start + 1, "end" = "end" + 1 WHERE text = \'The bridge is shut\'',
    "index": "UPDATE said SET words = 'The bridge is open' WHERE words = 'The bridge is shut'",
    "digest": "UPDATE pages SET sha256 = replace(sha256, substr(sha256, 1, 1), 'g')",
    "lost": "DELETE FROM said",
    "order": "UPDATE said SET rowid = rowid + 1099511627776 WHERE words = 'The bridge is shut'",
    "title": "UPDATE titled SET title = 'bridge open'",
    "title lost": "DELETE FROM titled",
    "appearances": "UPDATE registry SET appearances = appearances + 1 WHERE key = 1",
    "part": "DELETE FROM involved",
    "name": "UPDATE named SET names = 'Ada Lim' WHERE names = 'Ada Lin'",
    "index of names": "DELETE FROM named WHERE rowid = 1",
    "current reading": "UPDATE readings SET current = 0 WHERE key = 2",
    "orphan": "DELETE FROM articles WHERE key = 1",
}


@pytest.mark.parametrize("what", TAMPERINGS)
def test_a_row_that_was_altered_is_found(three: Ledger, tmp_path: Path, what: str) -> None:
    assert list(three.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute(TAMPERINGS[what])
    connection.close()
    assert list(three.check())


def test_an_index_that_no_longer_finds_its_words_is_found(three: Ledger, tmp_path: Path) -> None:
    # The words are as they were; the index of them is another's.
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    [rowid, words] = connection.execute("SELECT rowid, words FROM said LIMIT 1").fetchone()
    connection.execute("UPDATE said SET words = 'The bridge is open' WHERE rowid = ?", [rowid])
    connection.execute("UPDATE said_content SET c0 = ? WHERE id = ?", [words, rowid])
    connection.close()
    assert [problem.row for problem in three.check()] == ["full-text index said"]


def test_a_byline_that_is_not_what_the_page_says_is_found(ledger: Ledger, tmp_path: Path) -> None:
    page = make_page("By Mara Voss\nThe bridge is shut.")
    [article] = read(page)
    byline = Label("Mara Voss", span(page.text, "By Mara Voss"))
    ledger.add_page(page, [replace(article, byline=byline)], reader="r1")
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE articles SET byline = 'Mara Boss'")
    connection.close()
    assert [problem.reason for problem in ledger.check()] == [
        "is not as it was written",
        "its byline is not what the page says at 3-12",
    ]


def test_two_current_versions_of_a_page_are_found(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, "The bridge is shut.", url="https://herald.example/bridge")
    store(ledger, "The bridge is open.", url="https://herald.example/bridge")
    assert list(ledger.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE pages SET current = 1")
    connection.close()
    assert [problem.page for problem in ledger.check()] == [
        "https://herald.example/bridge", "a.txt", "ledger",
    ]  # fmt: skip


def test_checking_needs_no_right_to_write(three: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda address, **options: connect(address.replace("mode=rw", "mode=ro"), **options)
    )
    with Ledger(tmp_path / "a.ledger", create=False) as readonly:
        assert list(readonly.check()) == []
        page = make_page("The bridge is shut.")
        with pytest.raises(LedgerError, match="may not be written"):
            readonly.add_page(page, read(page), reader="r1")


@pytest.mark.parametrize("column", ["text", "body"])
def test_one_altered_character_of_the_stored_page_is_found(three: Ledger, tmp_path: Path, column: str) -> None:
    import zstandard

    table = "readings" if column == "text" else "pages"
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    [blob] = connection.execute(f"SELECT {column} FROM {table} WHERE key = 1").fetchone()
    altered = zstandard.decompress(blob).replace(b"said.", b"sang.")
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE key = 1", [zstandard.compress(altered)])
    connection.close()
    assert {problem.page for problem in three.check()} == {"a.txt"}
