"""Facets: what there is among the statements that fit a question, to ask further."""

from collections import Counter

from sqlalchemy import Connection

from onrecord.ledger.query.statements import StatementQuery, search_statements
from onrecord.ledger.query.tallies import NEWEST, counted, entity_counts, outlet_counts, speakers
from onrecord.ledger.rows import FacetsRow
from onrecord.ledger.store import articles, pages, statements

# Speakers and outlets that are given.
_GIVEN = 10


def facets(connection: Connection, asked: StatementQuery) -> FacetsRow:
    """Return what there is among the newest statements that fit everything asked.

    Raises:
        UsageError: what `search_statements` says.
    """
    told = (statements.c.day, statements.c.act, statements.c.kind, statements.c.medium, articles.c.outlet, pages.c.url)
    found, all_counted = search_statements(connection, asked).first(connection, NEWEST, *told)
    years = Counter(one.day[:4] for one in found if one.day)
    return FacetsRow(
        counted=len(found),
        all_counted=all_counted,
        acts=counted(one.act for one in found),
        kinds=counted(one.kind for one in found),
        media=counted(one.medium for one in found),
        speakers=entity_counts(speakers(connection, [one.key for one in found]), _GIVEN),
        outlets=outlet_counts(found, _GIVEN),
        years=dict(sorted(years.items(), reverse=True)),
    )
