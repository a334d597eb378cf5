"""Articles: their rows, their text, what is said in them, their copies, and who printed them."""

from typing import Annotated, TypedDict

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import ArticleRow, CopyRow, OutletRow, StatementRow
from onrecord.web.api.asked import Offered, Paged, Shown
from onrecord.web.api.items import AskedListing, Items, before
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["articles"])


class Text(TypedDict):
    """The text of a page."""

    text: Annotated[str, Field(description="its characters: what `start` and `end` of spans count, in code points")]


class ArticlesAsked(Paged):
    """Articles of a page, or all."""

    page: Annotated[str | None, Field(description="only those of the page of this SHA-256")] = None


class StatementsThere(Shown, Paged):
    """Statements of one article."""


class CopiesAsked(Offered, Paged):
    """Copies of one article."""


@router.get("/articles")
def articles(ledger: AskedLedger, asked: Annotated[ArticlesAsked, Query()], listing: AskedListing) -> Items[ArticleRow]:
    """Articles, in the order in which they were read."""
    return listing.answer(ledger.articles(page=asked.page, limit=asked.limit, after=asked.cursor))


@router.get("/latest")
def latest(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[ArticleRow]:
    """Articles, the last that were added first; a page that was fetched anew was added then."""
    return listing.answer(ledger.latest(limit=asked.limit, after=asked.cursor))


@router.get("/articles/{id}")
def article(ledger: AskedLedger, id: str) -> ArticleRow:
    """An article, by its id or the first characters of that."""
    return ledger.article(id)


@router.get("/articles/{id}/text")
def article_text(ledger: AskedLedger, id: str) -> Text:
    """The text of the page that an article is on, by which its spans can be checked."""
    return Text(text=ledger.article_text(id))


@router.get("/articles/{id}/statements")
def article_statements(
    ledger: AskedLedger, id: str, asked: Annotated[StatementsThere, Query()], listing: AskedListing
) -> Items[StatementRow]:
    """The statements of an article, in the order of its text."""
    found = ledger.statements(
        article=id, media=asked.medium, confidence=asked.confidence, limit=asked.limit, after=asked.cursor
    )
    return listing.answer(found)


@router.get("/copies/{article}")
def copies(
    ledger: AskedLedger, article: str, asked: Annotated[CopiesAsked, Query()], listing: AskedListing
) -> Items[CopyRow]:
    """The article that one is a copy of, or it itself, then all copies of that by day; none where none is."""
    found = ledger.copies(article, offered=asked.offered, limit=asked.limit, after=asked.cursor)
    return listing.answer(found)


@router.get("/outlets")
def outlets(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[OutletRow]:
    """The outlets whose articles the ledger has, those with the most statements first."""
    found = ledger.outlets(limit=before(asked) + asked.limit)
    return listing.part(found, asked)
