"""Rows that gather others: what answers to a question about several give."""

from typing import TypedDict

from onrecord.ledger.rows.parts import ArticleRef, PageRef
from onrecord.ledger.rows.tables import LinkRow


class CopyRow(TypedDict):
    """An article that others are copies of, or one of these copies.

    `link` is the one between the copy and the earliest article; that one itself has none.
    """

    article: ArticleRef
    page: PageRef
    outlet: str | None
    link: LinkRow | None
