"""What the time of a figure and the day of an event were worked out from, and the day of an article's last change."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns. What was read before has no bases until it is read again."""
    op.add_column("quantities", sa.Column("as_of_basis", sa.String))
    op.add_column("events", sa.Column("date_basis", sa.String))
    op.add_column("articles", sa.Column("updated", sa.Date))
