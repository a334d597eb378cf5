"""Links with both statements: what was lately denied, answered or revised, and all that lead out of an article."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, or_

from onrecord.ledger.query.candidates import links_of_kinds
from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.links import link_rows, link_selection
from onrecord.ledger.query.row_selection import Chunks
from onrecord.ledger.query.search import By, ByRank, InOrder
from onrecord.ledger.query.statements import statements_by_key
from onrecord.ledger.rows import ArgumentRow, ranks_newest_first
from onrecord.ledger.store import links

_KINDS = ("denies", "rejects", "contradicts", "revises", "answers")


def search_arguments() -> ByRank:
    """Return the search for the asserted links by which a statement replies to an earlier one, the newest first."""
    ranks = partial(links_of_kinds, kinds=_KINDS)
    return ByRank(links, link_selection().order_by(None), ranks, within=ranks_newest_first(None, None))


def search_links_of_article(article: int, *, offered: bool) -> InOrder:
    """Return the search for the links between statements of which one at least is in the article with this key."""
    here = or_(links.c.later_article == article, links.c.earlier_article == article)
    chosen = link_selection().where(here, links.c.later.is_not(None)).order_by(None)
    return InOrder(links, chosen if offered else chosen.where(unindexed(links.c.asserted)), [By("id", links.c.id)])


def argument_rows(connection: Connection, found: Chunks) -> Iterator[ArgumentRow]:
    """Yield the links between statements that were fetched, each with both of these."""
    for chunk in found:
        said = statements_by_key(connection, {key for one in chunk for key in (one.later, one.earlier)})
        for one, link in zip(chunk, link_rows(connection, [chunk]), strict=True):
            yield ArgumentRow(link=link, later=said[one.later], earlier=said[one.earlier])
