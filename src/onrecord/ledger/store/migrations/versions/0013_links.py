"""How statements and articles belong together, and what finds those that may."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: `onrecord link` fills them from what was read."""
    op.create_table(
        "linked",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("original", sa.Integer(), nullable=True),
        sa.Column("source", sa.Boolean(), nullable=False),
        sa.Column("due", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["original"], ["articles.key"]),
        sa.PrimaryKeyConstraint("article"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_linked_position"), "linked", ["position"], unique=False)
    op.create_index(op.f("ix_linked_original"), "linked", ["original"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("fingerprint", sa.Integer(), nullable=False),
        sa.Column("source", sa.Boolean(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("fingerprint", "source", "position", "article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "matters",
        sa.Column("word", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("word", "day", "article"),
        sqlite_with_rowid=False,
    )
    op.create_index("matters_by_article", "matters", ["article"], unique=False)
    op.create_table(
        "links",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("found_with", sa.Integer(), nullable=False),
        sa.Column("later_article", sa.Integer(), nullable=False),
        sa.Column("earlier_article", sa.Integer(), nullable=False),
        sa.Column("later", sa.Integer(), nullable=True),
        sa.Column("earlier", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("asserted", sa.Boolean(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["found_with"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later_article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["earlier_article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later"], ["statements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["earlier"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    for column in ("kind", "found_with", "later_article", "earlier_article", "later", "earlier"):
        op.create_index(op.f(f"ix_links_{column}"), "links", [column], unique=False)
