"""Why a statement is read as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of statements that were read before nobody kept it."""
    op.add_column("statements", sa.Column("reasons", sa.String(), nullable=True))
