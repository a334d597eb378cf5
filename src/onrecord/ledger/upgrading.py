"""Bringing a ledger of an earlier version up to date."""

from pathlib import Path

from sqlalchemy import Connection

from onrecord.ledger.digests import digest_stored
from onrecord.ledger.outlets import carry_stored
from onrecord.ledger.registry import involve_stored, register_stored
from onrecord.ledger.store import upgrade as upgrade_file


def upgrade(path: str | Path) -> Path | None:
    """Bring the ledger at `path` to the revision of this program, if it is older, and keep a copy of it as it was.

    Returns:
        The copy, which lies beside the ledger (`NAME.r0005.bak`, with a number where there is one already), or None
        if the ledger was up to date.

    Raises:
        LedgerError: there is no such file, or it is no ledger, is newer than this program, is locked, or cannot be read
            or written, or its copy cannot. The ledger is as it was then.
    """
    return upgrade_file(Path(path), _bring_up_to_date)


def _bring_up_to_date(connection: Connection) -> None:
    register_stored(connection)
    involve_stored(connection)
    carry_stored(connection)
    digest_stored(connection)
