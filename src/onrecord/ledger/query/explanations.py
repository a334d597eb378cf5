"""Why a statement is read as it is."""

from sqlalchemy import Connection, select

from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.rows import Explanation, ReasonRow, packed, unpacked
from onrecord.ledger.store import judged, statements
from onrecord.records import Reason
from onrecord.vocabulary import ReasonedField

_NAMED: ReasonedField = "speaker"


def explanation(connection: Connection, id: str) -> Explanation:
    """Return why the current statement of this id is read as it is; whom the user named speaks for no other reason."""
    chosen = selection(statements).where(statements.c.id == id).order_by(statements.c.key)
    found = connection.execute(chosen.limit(1)).one()
    reasons = unpacked(found.reasons)
    named = select(judged.c.statement).where(judged.c.statement == found.key, judged.c.speaker.is_not(None))
    if reasons and connection.execute(named).first() is not None:
        reasons = _by_user(reasons)
    return Explanation(id=id, reader=found.reader, reasons=reasons)


def _by_user(reasons: list[ReasonRow]) -> list[ReasonRow]:
    """Return the reasons with the user's word for those of the speaker, in their place."""
    at = next((number for number, reason in enumerate(reasons) if reason["field"] == _NAMED), len(reasons))
    rest = [reason for reason in reasons if reason["field"] != _NAMED and reason["by"] != "score/speakers"]
    return [*rest[:at], *unpacked(packed([Reason(_NAMED, "score/judgement")])), *rest[at:]]
