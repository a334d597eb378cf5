import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord import Ledger, LedgerError, ledger
from onrecord.ledger.schema import REVISION, metadata
from tests.ledger.making import store

FULL_TEXT = ("said", "named")


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    Ledger(tmp_path / "a.ledger").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.ledger'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or not name.startswith(FULL_TEXT)},
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_program_writes_the_newest_revision() -> None:
    folder = Path(ledger.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == REVISION


def test_a_new_ledger_is_at_the_revision_with_its_write_ahead_log(tmp_path: Path) -> None:
    Ledger(tmp_path / "a.ledger").close()
    connection = sqlite3.connect(tmp_path / "a.ledger")
    [version] = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    [mode] = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    assert (version, mode) == (REVISION, "wal")


NEXT = '''
"""A revision that is not written yet."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE pages ADD COLUMN note VARCHAR")
    {then}
'''


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger of this revision with a page in it, and a program that knows one more, which fails if told so."""
    path = tmp_path / "a.ledger"
    with Ledger(path) as opened:
        store(opened, "“The bridge is shut,” Mara Voss said.", ("Mara Voss", "The bridge is shut"))
    folder = tmp_path / "migrations"
    shutil.copytree(Path(ledger.__file__).parent / "migrations", folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0002_next.py").write_text(NEXT.format(then=""))
    monkeypatch.setattr("onrecord.ledger.opening._MIGRATIONS", str(folder))
    monkeypatch.setattr("onrecord.ledger.opening.REVISION", "0002")
    return path


def columns(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    names = {row[1] for row in connection.execute("PRAGMA table_info(pages)")}
    connection.close()
    return names


def test_an_older_ledger_is_brought_up_to_date_with_what_it_holds(older: Path) -> None:
    with Ledger(older, create=False) as opened:
        assert [s["content"][0]["text"] for s in opened.statements()] == ["The bridge is shut"]
        assert list(opened.check()) == []
    assert "note" in columns(older)


def test_an_upgrade_that_fails_leaves_the_ledger_as_it_was(older: Path, tmp_path: Path) -> None:
    revision = tmp_path / "migrations" / "versions" / "0002_next.py"
    revision.write_text(NEXT.format(then='op.execute("INSERT INTO nowhere VALUES (1)")'))
    with pytest.raises(LedgerError, match="no such table"):
        Ledger(older)
    assert "note" not in columns(older)
