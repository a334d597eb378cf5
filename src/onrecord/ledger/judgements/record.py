"""Judgements as they are kept, in the order they were made, and as rows."""

import datetime
import json
from typing import Any

from sqlalchemy import Connection, insert

from onrecord.ledger.digests import append_judgement
from onrecord.ledger.query import FetchedRow
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.store import judgements

type Says = dict[str, Any]


def insert_judgement(
    connection: Connection, kind: str, says: Says, note: str | None, *, page: str | None = None
) -> JudgementRow:
    """Keep what the user said; `page` is the identity of the page of a judgement on a statement."""
    row = {"kind": kind, "says": json.dumps(says, ensure_ascii=False), "page": page, "note": note, "made_at": now()}
    made = connection.execute(insert(judgements).values(row).returning(judgements)).one()
    append_judgement(connection, made.key)
    return judgement_row(made)


def judgement_row(row: FetchedRow) -> JudgementRow:
    """Return a judgement as it is given out."""
    return JudgementRow(
        id=f"j{row.key}",
        kind=row.kind,
        says=json.loads(row.says),
        note=row.note,
        made_at=row.made_at.isoformat() + "Z",
        undone_at=row.undone_at.isoformat() + "Z" if row.undone_at else None,
    )


def now() -> datetime.datetime:
    """Return the time as the ledger holds it: UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
