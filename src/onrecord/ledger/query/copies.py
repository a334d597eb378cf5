"""The articles that are copies of one, with it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Integer, Select, String, literal, select, type_coerce, union_all

from onrecord.ledger.outlets import outlet_name
from onrecord.ledger.query.given_keys import unindexed
from onrecord.ledger.query.links import link_rows, link_selection
from onrecord.ledger.query.row_selection import Chunks, article_ref, chunks, page_ref, selection
from onrecord.ledger.query.search import By, InOrder
from onrecord.ledger.rows import CopyRow, LinkRow
from onrecord.ledger.store import articles, links


def search_copies(connection: Connection, article: str, *, offered: bool) -> InOrder:
    """Return the search for the article that the current one of this id is a copy of, or it itself, and its copies.

    That one comes first, then the copies in the order of their days. Where nothing is a copy there is none.
    """
    key = connection.execute(selection(articles).where(articles.c.id == article)).one().key
    copies = _copies(offered=offered)
    earlier = copies.where(links.c.later_article == key).with_only_columns(links.c.earlier_article)
    original = connection.execute(earlier.order_by(links.c.confidence.desc(), links.c.id)).scalar() or key
    later = copies.where(links.c.earlier_article == original).with_only_columns(links.c.later_article)
    whole = union_all(later, select(literal(original)).where(later.exists()))
    chosen = selection(articles).where(articles.c.key.in_(whole))
    is_copy, day = type_coerce(articles.c.key != original, Integer), type_coerce(articles.c.published, String)
    chosen = chosen.add_columns(articles.c.outlet.label("article_outlet"), is_copy.label("is_copy"), day.label("day"))
    by = (By("is_copy", is_copy), By("day", day, nullable=True), By("id", articles.c.id))
    return InOrder(articles, chosen, by)


def copy_rows(connection: Connection, found: Chunks) -> Iterator[CopyRow]:
    """Yield the articles that were fetched of a search made by `search_copies`."""
    for chunk in found:
        known = _links(connection, [one.key for one in chunk])
        for one in chunk:
            yield CopyRow(
                article=article_ref(one),
                page=page_ref(one),
                outlet=outlet_name(one.article_outlet, one.url),
                link=known.get(one.key) if one.is_copy else None,
            )


def _copies(*, offered: bool) -> Select[Any]:
    chosen = link_selection().where(unindexed(links.c.kind) == "copy").order_by(None)
    return chosen if offered else chosen.where(unindexed(links.c.asserted))


def _links(connection: Connection, keys: list[int]) -> dict[int, LinkRow]:
    """Return the links of kind copy by the keys of their later articles, each of which has one."""
    chosen = link_selection().where(unindexed(links.c.kind) == "copy", links.c.later_article.in_(keys))
    later = {one.id: one.later_article for one in connection.execute(chosen)}
    return {later[row["id"]]: row for row in link_rows(connection, chunks(connection, chosen))}
