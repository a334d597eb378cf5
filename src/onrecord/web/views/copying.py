"""Copies of a statement, folded under the one of them that a list has first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.ledger import PrintedRow, StatementRow


@dataclass(frozen=True, slots=True)
class Folded:
    """A statement with those behind it in a list that print the same; `outlets` are who prints it, each once."""

    lead: StatementRow
    copies: Sequence[StatementRow]
    outlets: Sequence[str]


def folded(statements: Sequence[StatementRow], printed: Mapping[str, PrintedRow]) -> list[Folded]:
    """Return statements in their order, the copies of each with the first of them; none is left out.

    `printed` tells of each which others it is a copy of; see `Ledger.printed`.
    """
    groups: dict[str, list[StatementRow]] = {}
    for row in statements:
        first = printed[row["id"]]["first"] if row["id"] in printed else row["id"]
        groups.setdefault(first, []).append(row)
    return [Folded(rows[0], rows[1:], _outlets(rows, printed)) for rows in groups.values()]


def _outlets(rows: Sequence[StatementRow], printed: Mapping[str, PrintedRow]) -> list[str]:
    found = [printed[row["id"]]["outlet"] for row in rows if row["id"] in printed]
    return list(dict.fromkeys(outlet for outlet in found if outlet))
