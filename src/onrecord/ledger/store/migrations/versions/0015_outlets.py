"""Which statements each outlet carried, which links are the newest, and who is hardly certain.

`involved` notes what statements are about.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# As `onrecord.ledger.rows.ranks` has it in this revision.
_RANK = """
    (SELECT ((coalesce(3652060 - CAST(julianday(statements.day) - 1721424.5 AS INTEGER), 3652060) << 40) | links.key)
    FROM statements WHERE statements.key = links.later)
"""


def upgrade() -> None:
    """Add the tables, empty: `onrecord.upgrade` fills them from what is stored, some articles at a time; rank links."""
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
    op.add_column("links", sa.Column("rank", sa.Integer(), nullable=True))
    op.execute(f"UPDATE links SET rank = {_RANK}")
    op.create_index("links_newest_first", "links", ["rank", "kind", "asserted"], unique=False)
    known = sa.text("probability IS NOT NULL")
    op.create_index("entities_by_probability", "entities", ["probability"], unique=False, sqlite_where=known)
    op.create_index("doubts_by_probability", "doubts", ["probability", "entity"], unique=False)
