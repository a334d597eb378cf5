"""What is to be linked is a table, and so are the shingles of what was compared."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_CURRENT = """
    SELECT articles.key FROM articles JOIN readings ON readings.key = articles.reading AND readings.current
    JOIN pages ON pages.key = readings.page AND pages.current
"""


def upgrade() -> None:
    """Let all articles be compared anew, for the tables of what was compared have more in them now.

    The links that were found stay until then.
    """
    op.create_table(
        "due",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article"),
    )
    op.execute(f"INSERT INTO due SELECT article FROM linked UNION {_CURRENT}")
    op.drop_table("linked")
    op.create_table(
        "linked",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("copied_from", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Float(), nullable=True),
        sa.Column("original", sa.Integer(), nullable=True),
        sa.Column("source", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["copied_from"], ["articles.key"]),
        sa.ForeignKeyConstraint(["original"], ["articles.key"]),
        sa.PrimaryKeyConstraint("article"),
        sqlite_with_rowid=False,
    )
    for column in ("position", "copied_from", "original"):
        op.create_index(op.f(f"ix_linked_{column}"), "linked", [column], unique=False)
    op.execute("DELETE FROM fingerprints")
    op.create_table(
        "shingles",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hashes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article"),
    )
