"""The chain of readings and judgements, and the root it ends in."""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection

from onrecord.ledger.digests import Link, judgement_digest, links, undo_digest
from onrecord.ledger.verify.problem import Problem

_UNLINKED = """
    SELECT 'reading ' || key, 'is not in the chain' FROM readings
    WHERE key NOT IN (SELECT row FROM chain WHERE kind = 'reading')
    UNION ALL SELECT 'judgement j' || key, 'is not in the chain' FROM judgements
    WHERE key NOT IN (SELECT row FROM chain WHERE kind = 'judgement')
    UNION ALL SELECT 'judgement j' || key, 'was undone, which is not in the chain' FROM judgements
    WHERE undone_at IS NOT NULL AND key NOT IN (SELECT row FROM chain WHERE kind = 'undo')
    UNION ALL SELECT kind || ' ' || row, 'is more than once in the chain' FROM chain
    GROUP BY kind, row HAVING count(*) > 1
"""


def verify_chain(
    connection: Connection, readings: Mapping[int, str], differing: Collection[int], root: str | None
) -> Iterator[Problem]:
    """Yield the problems of the chain.

    Args:
        connection: one that reads the ledger.
        readings: the digest that each reading has now, by its key.
        differing: those of which it is known already that rows differ.
        root: one that was kept elsewhere, if it is to be found again.
    """
    made = "0" * 64
    found = root == made
    for link in links(connection):
        content = _content(connection, link, readings)
        if content is None:
            yield Problem("ledger", _name(link), "is in the chain and nowhere else")
        elif link.follows(link.before, content) != link.digest and not (
            link.kind == "reading" and link.row in differing
        ):
            yield Problem("ledger", _name(link), "is not as it was when it was added to the chain")
        made = link.follows(made, content or "")
        found = found or made == root
    for row, reason in connection.exec_driver_sql(_UNLINKED):
        yield Problem("ledger", row, reason)
    if root is not None and not found:
        yield Problem("ledger", "root", f"{root} was never its root: what it held then was altered, or it is another")


def _content(connection: Connection, link: Link, readings: Mapping[int, str]) -> str | None:
    if link.kind == "reading":
        return readings.get(link.row)
    if link.kind == "judgement":
        return judgement_digest(connection, link.row)
    return undo_digest(connection, link.row) if link.kind == "undo" else None


def _name(link: Link) -> str:
    return f"{link.kind} j{link.row}" if link.kind == "judgement" else f"{link.kind} {link.row}"
