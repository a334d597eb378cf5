"""Which statements each outlet carried; what statements are about is noted in `involved`."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: `onrecord.upgrade` fills them from what is stored, some articles at a time."""
    op.create_table(
        "outlets",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("spelling", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("label"),
    )
    op.create_index(op.f("ix_outlets_spelling"), "outlets", ["spelling"], unique=False)
    op.create_table(
        "carried",
        sa.Column("outlet", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["outlet"], ["outlets.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("outlet", "rank"),
        sqlite_with_rowid=False,
    )
