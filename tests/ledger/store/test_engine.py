"""Writers wait for their turn."""

import logging
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from onrecord import Ledger, LedgerError
from tests.ledger.records import store

SAYS = "another process is writing; waiting"


def hold(path: Path) -> sqlite3.Connection:
    """Take the lock that a writer needs."""
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    return other


def test_a_second_writer_waits_its_turn_and_says_so_once(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("onrecord.ledger.store.engine.TOLD_AFTER_SECONDS", 0.1)
    other = hold(tmp_path / "a.ledger")
    release = threading.Timer(0.5, lambda: other.execute("COMMIT"))
    release.start()
    with caplog.at_level(logging.WARNING, "onrecord"):
        store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
    release.join()
    other.close()
    assert [record.getMessage() for record in caplog.records] == [f"{tmp_path / 'a.ledger'}: {SAYS}"]
    assert len(ledger.statements()) == 1


def test_a_short_wait_is_not_mentioned(ledger: Ledger, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    other = hold(tmp_path / "a.ledger")
    release = threading.Timer(0.1, lambda: other.execute("COMMIT"))
    release.start()
    store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
    release.join()
    other.close()
    assert caplog.records == []


def test_one_who_gets_on_is_waited_for_however_long(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.store.engine.STUCK_SECONDS", 0.4)
    other = hold(tmp_path / "a.ledger")

    def go_on() -> None:
        for _ in range(8):
            time.sleep(0.2)
            other.execute("UPDATE alembic_version SET version_num = version_num")
            # Nobody gets in between.
            other.execute("COMMIT; ")
            try:
                other.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError:
                return
        other.execute("COMMIT")

    worker = threading.Thread(target=go_on)
    worker.start()
    store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
    worker.join()
    other.close()
    assert len(ledger.statements()) == 1


def test_one_who_is_stuck_is_not_waited_for_for_ever(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.ledger.store.engine.STUCK_SECONDS", 0.2)
    other = hold(tmp_path / "a.ledger")
    with pytest.raises(LedgerError, match="another process"):
        store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
    other.close()
    assert len(ledger.statements()) == 0


def test_an_interrupt_is_heard_while_waiting(ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.ledger.store.engine.time.sleep", interrupted)
    other = hold(tmp_path / "a.ledger")
    with pytest.raises(KeyboardInterrupt):
        store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
    other.close()
    store(ledger, "“Shut,” Mara Voss said.", ("Mara Voss", "Shut"))
