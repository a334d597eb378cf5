"""Entities across articles, and the user's judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the registry and the judgements; `opening` registers the entities of stored articles afterwards."""
    op.create_table(
        "registry",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("renamed", sa.String(), nullable=True),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.Column("root", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["root"], ["registry.key"]),
        sa.PrimaryKeyConstraint("key"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_registry_root"), "registry", ["root"], unique=False)
    op.create_table(
        "traits",
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("trait", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["registered"], ["registry.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("registered", "trait", "value"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "blocking_keys",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["registered"], ["registry.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "registered"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "doubts",
        sa.Column("entity", sa.Integer(), nullable=False),
        sa.Column("registered", sa.Integer(), nullable=False),
        sa.Column("probability", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["entities.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["registered"], ["registry.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity", "registered"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgements",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("page", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index(op.f("ix_judgements_kind"), "judgements", ["kind"], unique=False)
    op.create_index(op.f("ix_judgements_page"), "judgements", ["page"], unique=False)
    op.create_table(
        "judged",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker"], ["registry.key"]),
        sa.ForeignKeyConstraint(["statement"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("statement", "kind"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_judged_judgement"), "judged", ["judgement"], unique=False)
    op.create_index(op.f("ix_judged_speaker"), "judged", ["speaker"], unique=False)
    # Written out, since SQLite adds a reference only together with its column.
    for column in (
        "gender VARCHAR",
        "named BOOLEAN DEFAULT '1' NOT NULL",
        "matched INTEGER REFERENCES registry (key)",
        "probability FLOAT",
        "registered INTEGER REFERENCES registry (key)",
    ):
        op.execute(f"ALTER TABLE entities ADD COLUMN {column}")
    op.create_index(op.f("ix_entities_matched"), "entities", ["matched"], unique=False)
    op.create_index(op.f("ix_entities_registered"), "entities", ["registered"], unique=False)
    # The names of registered entities stand in the index from now on, no longer those of appearances.
    op.execute("DELETE FROM named")
