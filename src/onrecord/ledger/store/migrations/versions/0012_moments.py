"""The time of day, with its zone, at which an article was published and last changed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of articles that were read before only the days were kept."""
    op.add_column("articles", sa.Column("published_time", sa.String(), nullable=True))
    op.add_column("articles", sa.Column("updated_time", sa.String(), nullable=True))
