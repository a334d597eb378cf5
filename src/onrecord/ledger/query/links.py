"""Links between statements, and between articles that are copies, as rows."""

import json
from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import Connection, Select, func, or_, select

from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.printings import first_printing
from onrecord.ledger.query.row_selection import Chunks, selection
from onrecord.ledger.query.search import By, InOrder
from onrecord.ledger.rows import EvidenceRow, LinkRow, SpanRow, conforming
from onrecord.ledger.store import articles, judged, links, pages, readings, statements

_LATER, _EARLIER = statements.alias("later_statement"), statements.alias("earlier_statement")
_FROM, _TO = articles.alias("from_article"), articles.alias("to_article")


def link_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of links, with the ids of their ends, in the order of their ids.

    Only those between current readings, since linking keeps no others: `versions` adds those that the user rejected.
    None is of a statement that the user dismissed.
    """
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    chosen = (
        select(
            links,
            func.coalesce(_LATER.c.id, _FROM.c.id).label("from_id"),
            func.coalesce(_EARLIER.c.id, _TO.c.id).label("to_id"),
        )
        .join(_FROM, links.c.later_article == _FROM.c.key)
        .join(_TO, links.c.earlier_article == _TO.c.key)
        .outerjoin(_LATER, links.c.later == _LATER.c.key)
        .outerjoin(_EARLIER, links.c.earlier == _EARLIER.c.key)
        .where(
            or_(links.c.later.is_(None), links.c.later.not_in(dismissed)),
            or_(links.c.earlier.is_(None), links.c.earlier.not_in(dismissed)),
        )
        .order_by(links.c.id)
    )
    for article in (_FROM, _TO):
        reading, page = readings.alias(), pages.alias()
        chosen = chosen.join(reading, article.c.reading == reading.c.key).join(page, reading.c.page == page.c.key)
        chosen = chosen.where(reading.c.current, page.c.current)
    return chosen if versions else chosen.where(links.c.confirmed.is_not(False))


def search_links(connection: Connection, statement: str, *, offered: bool) -> InOrder:
    """Return the search for the links of the statement of this id, and of the earliest printing of what it repeats."""
    chosen = selection(statements).where(statements.c.id == statement)
    own = [found.key for found in connection.execute(chosen)]
    keys = {*own, *(first_printing(connection, key) for key in own)}
    chosen = link_selection().where(or_(links.c.later.in_(keys), links.c.earlier.in_(keys))).order_by(None)
    return InOrder(links, chosen if offered else chosen.where(unindexed(links.c.asserted)), [By("id", links.c.id)])


def link_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[LinkRow]:
    """Yield the links that were fetched of a selection made by `link_selection`."""
    for chunk in found:
        evidence = {one.key: json.loads(one.evidence) for one in chunk}
        keys = {key for told in evidence.values() for key, *_ in told}
        chosen = select(statements.c.key, statements.c.id).where(statements.c.key.in_(keys))
        ids = {row.key: row.id for row in connection.execute(chosen)}
        for one in chunk:
            values: dict[str, Any] = {
                "id": one.id,
                "kind": one.kind,
                "from": one.from_id,
                "to": one.to_id,
                "confidence": one.confidence,
                "asserted": one.asserted,
                "evidence": [
                    EvidenceRow(statement=ids[key], span=SpanRow(start=start, end=end, text=text))
                    for key, start, end, text in evidence[one.key]
                ],
                "reason": one.reason,
            }
            if versions:
                values["rejected"] = one.confirmed is False
            yield conforming(LinkRow, cast(LinkRow, values))
