"""The outlets of a ledger: which one is called so, and all with how much they printed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import get_close_matches

from sqlalchemy import Connection, select

from onrecord.errors import NotFoundError, UsageError
from onrecord.ledger.outlets import name_of_label, outlet_label, spelling_of, spellings_of
from onrecord.ledger.query.row_selection import selection
from onrecord.ledger.rows import OutletRow
from onrecord.ledger.store import articles, judged, outlets, pages, readings, statements, storable

# So many names are offered for one that no outlet has.
_NEAR = 3


def find_outlets(connection: Connection, asked: str) -> Sequence[int]:
    """Return the keys of the labels of the outlet that is called so, whatever their case.

    Raises:
        UsageError: there is no name in `asked`.
        NotFoundError: no outlet is called so.
    """
    asked = storable(asked)
    if not any(c.isalnum() for c in asked):
        raise UsageError(repr(asked), "has no name of an outlet in it", "give one as a page prints it")
    chosen = outlets.select().where(outlets.c.spelling.in_(spellings_of(asked)))
    keys = [found.key for found in connection.execute(chosen)]
    if not keys:
        names = {spelling_of(row["name"]): row["name"] for row in outlet_rows(connection)}
        near = [names[one] for one in get_close_matches(spelling_of(asked), names, n=_NEAR)]
        remedy = f"did you mean {' or '.join(near)}?" if near else "give a name as pages print it, or a host"
        raise NotFoundError(f"outlet {asked}", "is not in the ledger", remedy)
    return keys


def outlet_rows(connection: Connection) -> list[OutletRow]:
    """Return the outlets of current articles, those with the most statements first."""
    dismissed = _dismissed(connection)
    grouped: defaultdict[str, list[OutletRow]] = defaultdict(list)
    for one in connection.execute(select(outlets).where(outlets.c.articles > 0)):
        name = name_of_label(one.label)
        row = OutletRow(name=name, articles=one.articles, statements=one.statements - dismissed[one.label])
        # Labels of which the table knows nothing are one outlet if they differ in case alone.
        grouped[spelling_of(name)].append(row)
    found = [_together(rows) for rows in grouped.values()]
    return sorted(found, key=lambda row: (-row["statements"], row["name"]))


def _together(rows: Sequence[OutletRow]) -> OutletRow:
    """Return one row of those of the labels of one outlet, under the name that most of its articles have."""
    first = min(rows, key=lambda row: (-row["articles"], row["name"]))
    counts = (sum(row["articles"] for row in rows), sum(row["statements"] for row in rows))
    return OutletRow(name=first["name"], articles=counts[0], statements=counts[1])


def _dismissed(connection: Connection) -> Counter[str | None]:
    """Return how many current statements the user dismissed, by the label of the outlet that printed them."""
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    chosen = selection(statements, versions=True).where(statements.c.key.in_(dismissed))
    chosen = chosen.where(readings.c.current, pages.c.current).with_only_columns(articles.c.outlet, pages.c.url)
    return Counter(outlet_label(one.outlet, one.url) for one in connection.execute(chosen))
