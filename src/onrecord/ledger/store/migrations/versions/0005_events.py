"""Events: who did what to whom."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the events, which have no rows until pages are read again."""
    op.create_table(
        "events",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=True),
        sa.Column("asserting", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("modality", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["asserting"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    for column in ("article", "statement", "asserting", "id", "day"):
        op.create_index(op.f(f"ix_events_{column}"), "events", [column], unique=False)
    op.create_table(
        "participants",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("sector", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["events.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["entity"], ["entities.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "part", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("participants_by_entity", "participants", ["entity", "part"], unique=False)
    # SQLite makes the table anew to give a column a reference.
    with op.batch_alter_table("spans") as batch:
        batch.add_column(sa.Column("event", sa.Integer(), nullable=True))
        batch.create_foreign_key("spans_event", "events", ["event"], ["key"], ondelete="CASCADE")
    op.create_index(op.f("ix_spans_event"), "spans", ["event"], unique=False)
