"""Quantities: what articles claim of how much."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the quantities, which have no rows until pages are read again."""
    op.create_table(
        "quantities",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("unit", sa.String(), nullable=True),
        sa.Column("as_of", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    for column in ("article", "statement", "id", "day"):
        op.create_index(op.f(f"ix_quantities_{column}"), "quantities", [column], unique=False)
    # SQLite makes the table anew to give a column a reference.
    with op.batch_alter_table("spans") as batch:
        batch.add_column(sa.Column("quantity", sa.Integer(), nullable=True))
        batch.create_foreign_key("spans_quantity", "quantities", ["quantity"], ["key"], ondelete="CASCADE")
    op.create_index(op.f("ix_spans_quantity"), "spans", ["quantity"], unique=False)
    op.execute("CREATE VIRTUAL TABLE counted USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')")
