"""Links that linking is not sure of, as questions to the user."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from onrecord.ledger.judgements.lines import line_saying
from onrecord.ledger.query import article_ref, chunks, link_rows, link_selection, selection, statement_rows
from onrecord.ledger.rows import EndRow, ReviewRow
from onrecord.ledger.store import articles, links, statements


class UnsureLink(NamedTuple):
    """A link that is not asserted: how probably there is none, and its key."""

    certainty: float
    link: int


def unsure_links(connection: Connection) -> Iterator[UnsureLink]:
    """Yield the links that are only suggested and that the user did not judge, the most likely ones first."""
    chosen = link_selection().where(links.c.asserted.is_(False), links.c.confirmed.is_(None)).order_by(None)
    chosen = chosen.with_only_columns(links.c.key, links.c.confidence)
    for row in connection.execute(chosen.order_by(links.c.confidence.desc(), links.c.key.desc())):
        yield UnsureLink(1.0 - row.confidence, row.key)


def ask_of_link(connection: Connection, one: UnsureLink) -> ReviewRow:
    """Return the question whether there is such a link, with both of its ends."""
    [found] = connection.execute(link_selection().where(links.c.key == one.link)).all()
    ends = (found.later_article, found.later), (found.earlier_article, found.earlier)
    return ReviewRow(
        question="link",
        certainty=round(one.certainty, 3),
        one=None,
        other=None,
        called=None,
        statement=None,
        features=[],
        link=next(link_rows(connection, [[found]])),
        ends=[_end(connection, article, statement) for article, statement in ends],
    )


def _end(connection: Connection, article: int, statement: int | None) -> EndRow:
    if statement is None:
        found = connection.execute(selection(articles).where(articles.c.key == article)).one()
        return EndRow(article=article_ref(found), statement=None, line=None)
    row = next(
        statement_rows(connection, chunks(connection, selection(statements).where(statements.c.key == statement)))
    )
    return EndRow(article=row["article"], statement=row, line=line_saying(connection, statement))
