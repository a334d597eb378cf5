"""Undoing a judgement."""

from sqlalchemy import Connection, select, update

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger.digests import append_undo
from onrecord.ledger.judgements.linking_anew import link_anew_on
from onrecord.ledger.judgements.on_entities import apply_link, apply_merges_and_splits, apply_name, key_of
from onrecord.ledger.judgements.on_links import KINDS, undo_on_link
from onrecord.ledger.judgements.on_statements import apply_to_page
from onrecord.ledger.judgements.record import judgement_row, now, said
from onrecord.ledger.rows import JudgementRow
from onrecord.ledger.store import judgements


def undo(connection: Connection, identifier: str) -> JudgementRow:
    """Undo a judgement: everything is as if it had not been made.

    Raises:
        UsageError: there is none of this id, or it was undone before.
    """
    number = identifier.removeprefix("j")
    row = None
    if number.isascii() and number.isdigit() and len(number) < 18:
        row = connection.execute(select(judgements).where(judgements.c.key == int(number))).first()
    if row is None:
        raise NotFoundError(f"judgement {identifier}", "is not in the ledger", "find its id with `judgements`")
    if row.undone_at is not None:
        raise UsageError(f"judgement {identifier}", "was undone before", "make it again if it should stand")
    connection.execute(update(judgements).where(judgements.c.key == row.key).values(undone_at=now()))
    append_undo(connection, row.key)
    says = said(row)
    if row.kind in {"merge", "split"}:
        apply_merges_and_splits(connection, key_of(connection, says["one"]))
    elif row.kind == "rename":
        apply_name(connection, says["entity"])
    elif row.kind == "link":
        apply_link(connection, says["entity"])
    elif row.kind in KINDS:
        undo_on_link(connection, row.key, says)
    elif row.page is not None:
        apply_to_page(connection, row.page)
        if row.kind == "reattribute":
            link_anew_on(connection, row.page)
    return judgement_row(connection.execute(select(judgements).where(judgements.c.key == row.key)).one())
