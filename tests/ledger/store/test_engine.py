"""Writers wait for their turn."""

import logging
import sqlite3
import threading
import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from onrecord import Ledger, LedgerError
from tests.ledger.records import make_page, read, store

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


def test_tables_of_names_are_loaded_while_the_ledger_is_free_and_only_where_organisations_are_compared(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[bool] = []

    @cache
    def load() -> None:
        hold(tmp_path / "a.ledger").close()
        free.append(True)

    monkeypatch.setattr("onrecord.entity_linking.name_tables._load", load)
    store(ledger, "“Shut,” Maravella Vosskamp said.", ("Maravella Vosskamp", "Shut"))
    store(ledger, "“Open,” Marabella Vosskamp said.", ("Marabella Vosskamp", "Open"))
    assert free == []
    page = make_page("“Late,” the Vosskamp Authority said.")
    [article] = read(page, ("Vosskamp Authority", "Late"))
    [authority] = (replace(entity, type="organisation", role=None) for entity in article.entities)
    [statement] = (replace(statement, speakers=(authority,)) for statement in article.statements)
    assert ledger.add_page(page, [replace(article, entities=(authority,), statements=(statement,))], reader="r1")
    assert free == [True]
    assert len(ledger.statements()) == 3
    assert list(ledger.check()) == []
