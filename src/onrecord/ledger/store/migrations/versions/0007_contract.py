"""Bases of times of quantities and events, the day of an article's last change, Wikidata links as judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns, and a judgement for each link. What was read before has no bases until it is read again."""
    op.add_column("quantities", sa.Column("as_of_basis", sa.String))
    op.add_column("events", sa.Column("date_basis", sa.String))
    op.add_column("articles", sa.Column("updated", sa.Date))
    # The first day of a month, a year or an interval, by which searches compare; as events have it.
    for table, time in (("statements", "said_on"), ("quantities", "as_of")):
        first = f"substr({time} || '/', 1, instr({time} || '/', '/') - 1)"
        op.execute(f"UPDATE {table} SET day = substr({first} || '-01-01', 1, 10) WHERE {time} IS NOT NULL")
    op.execute(
        "INSERT INTO judgements (kind, says, made_at) "
        "SELECT 'link', json_object('entity', id, 'name', name, 'wikidata', wikidata), CURRENT_TIMESTAMP "
        "FROM registry WHERE wikidata IS NOT NULL ORDER BY key"
    )
