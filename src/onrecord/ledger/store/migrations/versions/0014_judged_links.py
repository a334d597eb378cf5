"""What the user decides about links."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what is judged of links; of those that were found before nothing is."""
    for column in ("confirmed", "found"):
        op.add_column("links", sa.Column(column, sa.Boolean(), nullable=True))
    op.create_index("links_by_confidence", "links", ["asserted", "confidence"], unique=False)
    op.create_table(
        "judged_links",
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.Column("later_page", sa.String(), nullable=False),
        sa.Column("earlier_page", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("later_article", sa.Integer(), nullable=True),
        sa.Column("earlier_article", sa.Integer(), nullable=True),
        sa.Column("later", sa.Integer(), nullable=True),
        sa.Column("earlier", sa.Integer(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["judgement"], ["judgements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later_article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["earlier_article"], ["articles.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["later"], ["statements.key"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["earlier"], ["statements.key"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("judgement"),
        sa.UniqueConstraint("link"),
    )
    for column in ("later_page", "earlier_page", "later_article", "earlier_article"):
        op.create_index(op.f(f"ix_judged_links_{column}"), "judged_links", [column], unique=False)
