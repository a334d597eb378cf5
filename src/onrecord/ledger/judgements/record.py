"""Judgements as they are kept, in the order they were made, and as rows."""

import datetime
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert

from onrecord.ledger.digests import append_judgement
from onrecord.ledger.query import FetchedRow
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.store import judgements, storable

type Says = dict[str, Any]


# What the user's word must say, of each kind, to be understood; more is kept with it.
_SAYS: Mapping[str, Mapping[str, type]] = {
    "merge": {"one": str, "other": str, "names": list},
    "keep_apart": {"one": str, "other": str, "names": list},
    "split": {"one": str, "other": str, "name": str, "called": list, "articles": list},
    "rename": {"entity": str, "name": str, "instead_of": str},
    "link": {"entity": str, "name": str, "wikidata": str},
    "confirm_name": {"entity": str, "name": str, "called": str},
    "reattribute": {"exact": str, "speaker": str, "name": str},
    "dismiss": {"exact": str},
    "confirm": {"exact": str},
    "confirm_link": {"link": str, "kind": str, "later": dict, "earlier": dict, "evidence": list, "reason": str},
    "reject_link": {"link": str, "kind": str, "later": dict, "earlier": dict, "evidence": list, "reason": str},
}


def insert_judgement(
    connection: Connection, kind: str, says: Says, note: str | None, *, page: str | None = None
) -> JudgementRow:
    """Keep what the user said; `page` is the identity of the page of a judgement on a statement."""
    row = {"kind": kind, "says": json.dumps(says, ensure_ascii=False), "page": page, "made_at": now()}
    row["note"] = note and storable(note)
    made = connection.execute(insert(judgements).values(row).returning(judgements)).one()
    append_judgement(connection, made.key)
    return judgement_row(made)


def judgement_row(row: FetchedRow) -> JudgementRow:
    """Return a judgement as it is given out.

    Raises:
        TypeError: it does not say what one of its kind says, since the ledger is damaged.
    """
    says = said(row)
    return JudgementRow(
        id=f"j{row.key}",
        kind=row.kind,
        says=says,
        note=row.note,
        made_at=row.made_at.isoformat() + "Z",
        undone_at=row.undone_at.isoformat() + "Z" if row.undone_at else None,
    )


def said(row: FetchedRow) -> Says:
    """Return what a stored judgement says.

    Raises:
        TypeError: that is not what one of its kind says, since the ledger is damaged.
        ValueError: it is no JSON.
    """
    says: Says = json.loads(row.says)
    if not isinstance(says, dict) or any(
        not isinstance(says.get(name), of) for name, of in _SAYS.get(row.kind, {"": str}).items()
    ):
        raise TypeError(f"judgement j{row.key} does not say what a {row.kind} says")
    return says


def now() -> datetime.datetime:
    """Return the time as the ledger holds it: UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)
