"""Older ledgers on the command line, in a process of its own."""

import json
import sqlite3
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.ledger.store import REVISION
from tests.cli.running import Run, run_in
from tests.ledger.records import store
from tests.ledger.store.older import without_ranks

BEFORE = "0005"
# What later revisions added.
SINCE = {
    "statements": ("modality", "polarity"), "quantities": ("as_of_basis",), "events": ("date_basis",),
    "articles": ("updated",), "pages": ("identity", "canonical"),
}  # fmt: skip


@pytest.fixture
def onrecord(tmp_path: Path) -> Run:
    """Run commands beside a ledger of the revision before modality and polarity."""
    path = tmp_path / "onrecord.ledger"
    with Ledger(path) as ledger:
        store(ledger, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    connection = sqlite3.connect(path, isolation_level=None)
    without_ranks(connection)
    for made in ("INDEX ix_pages_identity", "INDEX ix_pages_path", "TABLE digests", "TABLE chain"):
        connection.execute(f"DROP {made}")
    for table, column in ((table, column) for table, columns in SINCE.items() for column in columns):
        connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute("UPDATE alembic_version SET version_num = ?", (BEFORE,))
    connection.close()
    return lambda *arguments, **options: run_in(tmp_path, *arguments, **options)


def revision(path: Path) -> str:
    connection = sqlite3.connect(path)
    [found] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()
    return str(found)


@pytest.mark.parametrize(
    "question",
    [
        ("statements",), ("who", "Voss"), ("said", "bridge"), ("quantities", "bridge"), ("events",), ("show", "Voss"),
        ("articles",), ("stats",), ("entities",), ("judgements",), ("review", "--json"), ("export", "statements"),
        ("check",),
    ],
)  # fmt: skip
def test_a_question_names_the_remedy_and_changes_nothing(
    onrecord: Run, tmp_path: Path, question: tuple[str, ...]
) -> None:
    done = onrecord(*question)
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert (
        "onrecord.ledger: was written by an older version of onrecord; run `onrecord upgrade onrecord.ledger`" in line
    )
    assert revision(tmp_path / "onrecord.ledger") == BEFORE
    assert list(tmp_path.glob("*.bak")) == []


def test_upgrade_keeps_a_copy_and_says_so(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("upgrade", "onrecord.ledger")
    kept = f"onrecord.ledger.r{BEFORE}.bak"
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [f"onrecord.ledger: brought up to date; as it was, it is kept in {kept}."]
    assert (revision(tmp_path / "onrecord.ledger"), revision(tmp_path / kept)) == (REVISION, BEFORE)
    assert len(json.loads(onrecord("statements", "--json").stdout)) == 1
    assert "is up to date" in onrecord("upgrade").stderr
    again = onrecord("upgrade", "--json")
    assert json.loads(again.stdout) == {"ledger": "onrecord.ledger", "kept": None}
    assert onrecord("upgrade", "none.ledger").returncode == 1


@pytest.mark.parametrize(
    "command",
    [
        ("rename", "Mara Voss", "M. Voss"), ("review",), ("reread", "--pipeline", "xx_none"),
        ("add", "nowhere.txt"), ("entities", "--link", "ids.csv"),
    ],
)  # fmt: skip
def test_a_command_that_writes_upgrades_first(onrecord: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "ids.csv").write_text("name,wikidata\nMara Voss,Q42\n")
    done = onrecord(*command, text="q\n")
    told = [line for line in done.stderr.splitlines() if "brought up to date" in line]
    assert len(told) == 1
    assert revision(tmp_path / "onrecord.ledger") == REVISION
    assert [path.name for path in tmp_path.glob("*.bak")] == [f"onrecord.ledger.r{BEFORE}.bak"]
    assert "brought up to date" not in onrecord(*command, text="q\n").stderr
