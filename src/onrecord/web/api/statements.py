"""Statements, what there is among them, and why they are read as they are."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import Explanation, FacetsRow, StatementRow
from onrecord.vocabulary import Act, Kind
from onrecord.web.api.asked import Dated, Paged, Shown
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["statements"])


class StatementFilters(Shown, Dated):
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

    def arguments(self) -> Mapping[str, Any]:
        """Return them as the methods of a ledger take them."""
        taken = {name: getattr(self, name) for name in StatementFilters.model_fields}
        return {"media": taken.pop("medium"), **taken}


class StatementsAsked(StatementFilters, Paged):
    """Some of these statements."""


@router.get("/statements")
def statements(
    ledger: AskedLedger, asked: Annotated[StatementsAsked, Query()], listing: AskedListing
) -> Items[StatementRow]:
    """Statements that fit everything given, newest first; those of one article in the order of its text."""
    return listing.answer(ledger.statements(**asked.arguments(), limit=asked.limit, after=asked.cursor))


@router.get("/facets")
def facets(ledger: AskedLedger, asked: Annotated[StatementFilters, Query()]) -> FacetsRow:
    """What there is among the statements that fit everything given: how many of each act, speaker, outlet, year.

    The newest 300 are counted; the row says whether these are all.
    """
    return ledger.facets(**asked.arguments())


@router.get("/statements/{id}")
def statement(ledger: AskedLedger, id: str) -> StatementRow:
    """A statement, by its id or the first characters of that."""
    return ledger.statement(id)


@router.get("/statements/{id}/explanation")
def explain(ledger: AskedLedger, id: str) -> Explanation:
    """Why a statement is read as it is: which scores and rules gave each field, and what else was likely."""
    return ledger.explain(id)
