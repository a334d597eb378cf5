"""Searches find the first rows without looking at the others: ranks of days and keys, and counts of appearances."""

import sqlalchemy as sa
from alembic import op

from onrecord.folding import fold

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# As `onrecord.ledger.rows.ranks` has them in this revision.
_ORDINAL = "CAST(julianday({table}.day) - 1721424.5 AS INTEGER)"
_NEWEST_FIRST = f"((coalesce(3652060 - {_ORDINAL}, 3652060) << 40) | {{table}}.key)"
_OLDEST_FIRST = f"((coalesce({_ORDINAL}, 3652060) << 40) | {{table}}.key)"

_STEMMED = "porter unicode61 remove_diacritics 2"
_CURRENT = """
    JOIN articles ON articles.key = entities.article
    JOIN readings ON readings.key = articles.reading AND readings.current
    JOIN pages ON pages.key = readings.page AND pages.current
"""


def upgrade() -> None:
    """Add what searches need, and fill it from what is there."""
    _index_words("said", "statements", _NEWEST_FIRST)
    _index_words("counted", "quantities", _OLDEST_FIRST)
    _index_titles()
    for table in ("statements", "quantities"):
        op.drop_index(op.f(f"ix_{table}_day"), table)
    op.create_index("statements_newest_first", "statements", [sa.text("day DESC")], unique=False)
    op.create_index("statements_by_act", "statements", ["act", sa.text("day DESC")], unique=False)
    op.create_index("statements_by_confidence", "statements", ["confidence"], unique=False)
    op.create_index("events_by_type", "events", ["type", "day"], unique=False)
    _involve()
    _count_appearances()


def _index_words(index: str, table: str, rank: str) -> None:
    op.execute(f"ALTER TABLE {index} RENAME TO before")
    op.execute(f"CREATE VIRTUAL TABLE {index} USING fts5(words, tokenize = '{_STEMMED}')")
    op.execute(
        f"INSERT INTO {index} (rowid, words) SELECT {rank.format(table=table)}, before.words "
        f"FROM {table} JOIN before ON before.rowid = {table}.key ORDER BY 1"
    )
    op.execute("DROP TABLE before")


def _index_titles() -> None:
    connection = op.get_bind()
    op.execute("CREATE VIRTUAL TABLE titled USING fts5(title, tokenize = 'unicode61 remove_diacritics 2')")
    found = connection.exec_driver_sql("SELECT key, title FROM articles WHERE title IS NOT NULL ORDER BY key").all()
    if found:
        titles = [(key, fold(title)) for key, title in found]
        connection.exec_driver_sql("INSERT INTO titled (rowid, title) VALUES (?, ?)", titles)


def _involve() -> None:
    op.create_table(
        "involved",
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["registered"], ["registry.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("registered", "part", "rank"),
        sqlite_with_rowid=False,
    )
    op.execute(
        f"""
        INSERT INTO involved
        SELECT entities.registered, parties.part, {_NEWEST_FIRST.format(table="statements")} FROM parties
        JOIN entities ON entities.key = parties.entity JOIN statements ON statements.key = parties.statement
        WHERE parties.part = 'speaker' AND entities.registered IS NOT NULL
        UNION SELECT entities.registered, participants.part, {_OLDEST_FIRST.format(table="events")} FROM participants
        JOIN entities ON entities.key = participants.entity JOIN events ON events.key = participants.event
        WHERE entities.registered IS NOT NULL
        """
    )


def _count_appearances() -> None:
    op.add_column("registry", sa.Column("appearances", sa.Integer(), server_default="0", nullable=False))
    op.execute(
        f"""
        INSERT INTO traits SELECT registered, 'appearance', '', sum(current) FROM (
            SELECT registered, entities.key IN (SELECT entities.key FROM entities {_CURRENT}) AS current FROM entities
            WHERE registered IS NOT NULL
        ) GROUP BY registered
        """
    )
    op.execute(
        """
        UPDATE registry SET appearances = (
            SELECT coalesce(sum(articles), 0) FROM traits JOIN registry AS member ON member.key = traits.registered
            WHERE member.root = registry.key AND trait = 'appearance'
        ) WHERE root = key
        """
    )
    op.create_index(op.f("ix_registry_appearances"), "registry", ["appearances"], unique=False)
