"""Ledgers of earlier revisions, made of the rows of today's."""

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from onrecord import upgrade
from onrecord.ledger.store import APPLICATION_ID, MIGRATIONS

FULL_TEXT = {"said": "words", "named": "names", "counted": "words", "titled": "title"}
# Of the rows of full-text tables, which are numbered by rank or key.
_KEY = "rowid & 0xFFFFFFFFFF"


def without_queue(connection: sqlite3.Connection) -> None:
    """Make of a ledger of today the one of revision 0015 that holds the same."""
    connection.executescript(
        """
        CREATE TABLE linked_before (
            article INTEGER NOT NULL PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE, position VARCHAR NOT NULL,
            original INTEGER REFERENCES articles (key), source BOOLEAN NOT NULL, due BOOLEAN NOT NULL
        ) WITHOUT ROWID;
        INSERT INTO linked_before
            SELECT article, position, original, source, article IN (SELECT article FROM due) FROM linked;
        DROP TABLE linked;
        ALTER TABLE linked_before RENAME TO linked;
        CREATE INDEX ix_linked_position ON linked (position);
        CREATE INDEX ix_linked_original ON linked (original);
        DROP TABLE shingles;
        DROP TABLE due;
        """
    )
    connection.execute("UPDATE alembic_version SET version_num = '0015'")


def without_outlets(connection: sqlite3.Connection) -> None:
    """Make of a ledger of today the one of revision 0014 that holds the same."""
    without_queue(connection)
    for table in ("carried", "outlets"):
        connection.execute(f"DROP TABLE {table}")
    for index in ("links_newest_first", "entities_by_probability", "doubts_by_probability"):
        connection.execute(f"DROP INDEX {index}")
    connection.execute("ALTER TABLE links DROP COLUMN rank")
    connection.execute("DELETE FROM involved WHERE part = 'about'")
    connection.execute("UPDATE alembic_version SET version_num = '0014'")


def without_ranks(connection: sqlite3.Connection) -> None:
    """Make of a ledger of today the one of revision 0009 that holds the same."""
    without_outlets(connection)
    for table in ("judged_links", "links", "matters", "fingerprints", "linked"):
        connection.execute(f"DROP TABLE {table}")
    for column in ("published_time", "updated_time"):
        connection.execute(f"ALTER TABLE articles DROP COLUMN {column}")
    connection.execute("ALTER TABLE statements DROP COLUMN reasons")
    for index, column in FULL_TEXT.items():
        rows = connection.execute(f"SELECT {_KEY}, {column} FROM {index}").fetchall()
        connection.execute(f"DELETE FROM {index}")
        connection.executemany(f"INSERT INTO {index} (rowid, {column}) VALUES (?, ?)", rows)
    for made in (
        "TABLE titled", "TABLE involved", "INDEX statements_newest_first", "INDEX statements_by_act",
        "INDEX statements_by_confidence", "INDEX events_by_type", "INDEX ix_registry_appearances",
    ):  # fmt: skip
        connection.execute(f"DROP {made}")
    for table in ("statements", "quantities"):
        connection.execute(f"CREATE INDEX ix_{table}_day ON {table} (day)")
    connection.execute("ALTER TABLE registry DROP COLUMN appearances")
    connection.execute("DELETE FROM traits WHERE trait = 'appearance'")
    connection.execute("UPDATE alembic_version SET version_num = '0009'")


def earlier(tmp_path: Path, revision: str, *filled: str) -> Path:
    """A ledger of an earlier revision, with these statements run on it, upgraded; `newer` is the ledger of today."""
    path = tmp_path / f"{revision}.ledger"
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
    engine.dispose()
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("ATTACH ? AS newer", [str(tmp_path / "a.ledger")])
    for table in (
        row[0] for row in raw.execute("SELECT name FROM main.sqlite_master WHERE sql LIKE 'CREATE TABLE %'").fetchall()
    ):
        if table not in {"alembic_version"} and not table.startswith(tuple(FULL_TEXT)):
            names = ", ".join(f'"{row[1]}"' for row in raw.execute(f"PRAGMA main.table_info({table})"))
            since = " WHERE trait != 'appearance'" if table == "traits" else ""
            raw.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}{since}")
    for statement in filled:
        raw.execute(statement)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.close()
    upgrade(path)
    return path


def indexed(*tables: str) -> list[str]:
    """The statements that fill these full-text tables of an earlier ledger."""
    return [
        f"INSERT INTO main.{table} (rowid, {column}) SELECT {_KEY}, {column} FROM newer.{table}"
        for table, column in FULL_TEXT.items()
        if table in tables
    ]
