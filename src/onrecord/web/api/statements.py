"""Statements, and why they are read as they are."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import Explanation, StatementRow
from onrecord.vocabulary import Act, Kind
from onrecord.web.api.asked import Dated, Paged, Shown
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["statements"])


class StatementsAsked(Shown, Dated, Paged):
    """Statements that fit everything given."""

    speaker: Annotated[
        str | None, Field(description="whole words of the speaker's name or of a variant, or an entity's id")
    ] = None
    words: Annotated[
        str | None,
        Field(description='words that were said, in any inflection and order; "a phrase", a beginning with *'),
    ] = None
    act: Annotated[Act | None, Field(description="what is done by saying it")] = None
    kind: Annotated[Kind | None, Field(description="how much of it stands between quote marks")] = None
    article: Annotated[str | None, Field(description="the id of the article it is in")] = None
    outlet: Annotated[
        str | None, Field(description="the outlet that printed it: a name of it, or the host of its pages")
    ] = None
    about: Annotated[
        str | None,
        Field(description="an entity that the words said mention, or to or against whom they were said"),
    ] = None


@router.get("/statements")
def statements(
    ledger: AskedLedger, asked: Annotated[StatementsAsked, Query()], listing: AskedListing
) -> Items[StatementRow]:
    """Statements that fit everything given, newest first; those of one article in the order of its text."""
    found = ledger.statements(
        speaker=asked.speaker,
        words=asked.words,
        since=asked.since,
        until=asked.until,
        act=asked.act,
        kind=asked.kind,
        media=asked.medium,
        confidence=asked.confidence,
        article=asked.article,
        outlet=asked.outlet,
        about=asked.about,
        limit=asked.limit,
        after=asked.cursor,
    )
    return listing.answer(found)


@router.get("/statements/{id}")
def statement(ledger: AskedLedger, id: str) -> StatementRow:
    """A statement, by its id or the first characters of that."""
    return ledger.statement(id)


@router.get("/statements/{id}/explanation")
def explain(ledger: AskedLedger, id: str) -> Explanation:
    """Why a statement is read as it is: which scores and rules gave each field, and what else was likely."""
    return ledger.explain(id)
