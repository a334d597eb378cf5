"""What the ledger is least certain of, as questions to the user."""

from sqlalchemy import Connection

from onrecord.ledger.rows import ReviewRow


def questions(connection: Connection, limit: int | None) -> list[ReviewRow]:
    """Return."""
    return []
