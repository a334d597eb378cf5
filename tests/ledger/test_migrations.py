import sqlite3
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from onrecord import Ledger, ledger
from onrecord.ledger.schema import REVISION, metadata

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
