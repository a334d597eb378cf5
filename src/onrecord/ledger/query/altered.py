"""Quotations that outlets print in other words: utterances whose direct printings differ gravely, the newest first."""

from collections.abc import Iterator
from itertools import batched
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.ledger.query.candidates import links_of_kinds
from onrecord.ledger.query.printings import utterance_rows, utterance_selection
from onrecord.ledger.query.search import Place
from onrecord.ledger.rows import UtteranceRow, key_at
from onrecord.ledger.store import statements

# Utterances that are looked at for one page, and links that are looked up together.
_LOOKED_AT, _TOGETHER = 150, 50
_GRAVE = {"word", "meaning"}
# Links by which an utterance is printed last.
_LAST = """
    SELECT links.rank, links.earlier FROM links WHERE links.key IN ({keys}) AND NOT EXISTS (
        SELECT 1 FROM links AS later INDEXED BY ix_links_earlier
        WHERE later.earlier = links.earlier AND later.kind = 'repeats' AND later.asserted AND later.rank < links.rank
    ) ORDER BY links.rank
"""


class AlteredPage(NamedTuple):
    """Utterances that are printed in other words, how many there are at least, and where it is gone on, if anywhere."""

    rows: list[UtteranceRow]
    at_least: int
    last: Place | None


def altered(connection: Connection, limit: int | None, within: range) -> AlteredPage:
    """Return the utterances of which a direct printing has another word or meaning than the earliest direct one.

    They come by the day of the last printing, the newest first, of these ranks. Unless all are asked for, only so many
    are compared; behind these it is gone on.
    """
    found: list[UtteranceRow] = []
    last: Place | None = None
    for looked_at, (rank, row) in enumerate(_utterances(connection, within)):
        full = row is not None and len(found) == limit
        if full or (limit is not None and looked_at == _LOOKED_AT):
            return AlteredPage(found, len(found) + full, last)
        last = (rank,)
        if row is not None:
            found.append(row)
    return AlteredPage(found, len(found), None)


def _utterances(connection: Connection, within: range) -> Iterator[tuple[int, UtteranceRow | None]]:
    """Yield what is printed several times, by the rank of the last of these, with its row where printings differ."""
    for some in batched(links_of_kinds(connection, within, kinds=["repeats"]), _TOGETHER):
        keys = ", ".join(str(key_at(rank)) for rank in some)
        last = {key: rank for rank, key in connection.exec_driver_sql(_LAST.format(keys=keys))}
        chosen = utterance_selection().where(statements.c.key.in_(last))
        printed = connection.execute(chosen).all()
        rows = {one.key: row for one, row in zip(printed, utterance_rows(connection, [printed]), strict=True)}
        for key, rank in last.items():
            row = rows.get(key)
            yield rank, row if row is not None and _is_altered(row) else None


def _is_altered(row: UtteranceRow) -> bool:
    return any(one["difference"] in _GRAVE for one in row["printings"])
