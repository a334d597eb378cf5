"""Statements tell whether they were made at all, and whether the speaker holds their content to be true."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add modality and polarity; what was read before counts as said, and its act tells the polarity."""
    op.add_column("statements", sa.Column("modality", sa.String(), server_default="said", nullable=False))
    op.add_column("statements", sa.Column("polarity", sa.String(), server_default="positive", nullable=False))
    op.execute("UPDATE statements SET polarity = 'negative' WHERE act IN ('deny', 'reject')")
