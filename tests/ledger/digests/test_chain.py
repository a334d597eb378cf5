"""A root that was noted proves that all that was there then is there still, however much is added."""

import sqlite3
from pathlib import Path

import pytest

from onrecord import Ledger, UsageError, upgrade
from onrecord.ledger.digests import digest_stored
from onrecord.ledger.store import Store
from tests.ledger.records import store
from tests.ledger.store.older import without_ranks


def test_the_root_is_another_after_each_page_and_judgement(ledger: Ledger) -> None:
    roots = [ledger.root()]
    store(ledger, "“The bridge is shut,” Lin Jäder said.", ("Lin Jäder", "The bridge is shut"))
    roots.append(ledger.root())
    made = ledger.dismiss(ledger.statements()[0]["id"])
    roots.append(ledger.root())
    ledger.undo(made["id"])
    roots.append(ledger.root())
    assert len(set(roots)) == 4
    for root in roots:
        assert list(ledger.check(root=root)) == []


def test_a_root_of_another_ledger_is_none_of_this(three: Ledger) -> None:
    [problem] = three.check(root="a" * 64)
    assert problem.row == "root"
    with pytest.raises(UsageError, match="64 hexadecimal"):
        list(three.check(root="abc"))


def test_who_makes_all_digests_anew_is_found_by_a_root_kept_elsewhere(three: Ledger, tmp_path: Path) -> None:
    root = three.root()
    three.confirm(three.statements()[0]["id"])
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    connection.execute("UPDATE statements SET act = 'deny' WHERE key = 1")
    connection.execute("DELETE FROM chain")
    connection.execute("DELETE FROM digests")
    connection.close()
    store_ = Store(tmp_path / "a.ledger", create=False)
    with store_.write() as writing:
        digest_stored(writing)
    store_.close()
    assert list(three.check()) == []
    assert [problem.row for problem in three.check(root=root)] == ["root"]


@pytest.mark.parametrize(
    "tampering",
    [
        "DELETE FROM chain WHERE key = (SELECT max(key) FROM chain)",
        "UPDATE judgements SET undone_at = '2025-03-04 00:00:00.000000'",
        "UPDATE judgements SET note = 'no'",
        "INSERT INTO judgements (kind, says, made_at) SELECT kind, says, made_at FROM judgements",
        "DELETE FROM judgements",
        "UPDATE chain SET row = 7 WHERE kind = 'judgement'",
        "UPDATE chain SET kind = 'undo' WHERE kind = 'judgement'",
        "INSERT INTO chain (kind, row, digest) SELECT kind, row, digest FROM chain WHERE key = 2",
    ],
)
def test_a_judgement_or_a_link_that_was_altered_is_found(three: Ledger, tmp_path: Path, tampering: str) -> None:
    three.keep_apart("Otto Berlin", "Ada Lin", note="two men")
    assert list(three.check()) == []
    connection = sqlite3.connect(tmp_path / "a.ledger", isolation_level=None)
    assert connection.execute(tampering).rowcount
    connection.close()
    assert list(three.check(fast=True))


def test_an_older_ledger_gets_its_digests_when_it_is_upgraded(three: Ledger, tmp_path: Path) -> None:
    three.dismiss(three.statements()[0]["id"])
    three.undo(three.judgements()[0]["id"])
    three.close()
    path = tmp_path / "a.ledger"
    connection = sqlite3.connect(path, isolation_level=None)
    without_ranks(connection)
    for table in ("digests", "chain"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("UPDATE alembic_version SET version_num = '0008'")
    connection.close()
    assert upgrade(path) is not None
    with Ledger(path) as ledger:
        assert list(ledger.check()) == []
        assert ledger.root() != "0" * 64
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("UPDATE statements SET confidence = .99 WHERE key = 2")
        connection.close()
        assert list(ledger.check(fast=True))
