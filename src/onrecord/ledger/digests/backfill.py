"""Digests of what an older ledger holds, from before there were any."""

from sqlalchemy import Connection

from onrecord.ledger.digests.chain import append_judgement, append_reading, append_undo

_READINGS = "SELECT key FROM readings WHERE key NOT IN (SELECT reading FROM digests) ORDER BY key"
_JUDGEMENTS = """
    SELECT key, undone_at IS NOT NULL FROM judgements
    WHERE key NOT IN (SELECT row FROM chain WHERE kind = 'judgement') ORDER BY key
"""


def digest_stored(connection: Connection) -> None:
    """Keep digests of all readings and judgements that have none, in the order they were made."""
    for (reading,) in connection.exec_driver_sql(_READINGS).all():
        append_reading(connection, reading)
    for judgement, undone in connection.exec_driver_sql(_JUDGEMENTS).all():
        append_judgement(connection, judgement)
        if undone:
            append_undo(connection, judgement)
