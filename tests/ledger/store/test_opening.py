import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from onrecord import Ledger, LedgerError, upgrade
from tests.ledger.records import make_page, read


def test_a_file_that_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    text, other = tmp_path / "text.ledger", tmp_path / "other.ledger"
    text.write_text("this is no database, only a text that is long enough to be read as one\n" * 20)
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE things (name)")
    connection.commit()
    connection.close()
    before = {path: path.read_bytes() for path in (text, other)}
    for path, content in before.items():
        with pytest.raises(LedgerError, match="is not a ledger"):
            Ledger(path)
        assert path.read_bytes() == content


def test_a_newer_ledger_asks_for_a_newer_program(ledger: Ledger, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    for open_ in (Ledger, upgrade):
        with pytest.raises(LedgerError, match="newer version"):
            open_(tmp_path / "a.ledger")


def test_a_missing_ledger_is_made_only_when_it_is_written(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "none.ledger", create=False)
    with pytest.raises(LedgerError, match="no such ledger"):
        upgrade(tmp_path / "none.ledger")
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(LedgerError, match="folder"):
        Ledger(tmp_path / "none" / "a.ledger")


def test_an_empty_file_is_a_ledger_that_was_never_finished(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    with Ledger(path) as ledger:
        assert ledger.stats()["pages"] == 0


def test_a_ledger_that_another_process_keeps_locked(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.store.engine.STUCK_SECONDS", 0.1)
    other = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    page = make_page("“Shut,” Mara Voss said.")
    with Ledger(tmp_path / "a.ledger") as second, pytest.raises(LedgerError, match="another process"):
        second.add_page(page, read(page), reader="r1")
    assert len(ledger.statements()) == 0
    other.close()


def test_a_full_disk_is_said_and_leaves_no_half_page(ledger: Ledger, tmp_path: Path) -> None:
    # SQLite's own limit of pages fails just as a full disk does.
    def fill(connection: Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 60")

    filler = "".join(chr(0x4E00 + number % 20_000) for number in range(300_000))
    page = make_page("“Shut,” Mara Voss said. " + filler)
    event.listen(Engine, "begin", fill)
    try:
        with pytest.raises(LedgerError, match="disk is full"):
            ledger.add_page(page, read(page, ("Mara Voss", "Shut")), reader="r1")
    finally:
        event.remove(Engine, "begin", fill)
    with Ledger(tmp_path / "a.ledger") as again:
        assert again.stats()["pages"] == 0
        assert list(again.check()) == []


def test_a_name_that_no_file_can_have_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / ("a" * 300))


def test_writing_waits_while_another_process_changes_the_journal(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    Ledger(path).close()
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
    release.start()
    add_one(path, 1)
    release.join()
    other.close()
    again = sqlite3.connect(path)
    assert again.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    again.close()


def add_one(path: Path, number: int) -> None:
    page = make_page(f"“The bridge is shut {number} times,” Mara Voss said.")
    with Ledger(path) as ledger:
        ledger.add_page(page, read(page, ("Mara Voss", "The bridge")), reader="r1")


def test_a_new_ledger_may_be_opened_by_many_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add_one, [tmp_path / "a.ledger"] * 8, range(8)))
    with Ledger(tmp_path / "a.ledger") as ledger:
        assert ledger.stats()["pages"] == 8
        assert list(ledger.check()) == []
