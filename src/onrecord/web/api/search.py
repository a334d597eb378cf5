"""The search: statements by the query language of the room."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import FacetsRow, StatementRow
from onrecord.web.api.asked import Asked, Paged
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger
from onrecord.web.queries import parse_query

router = APIRouter(route_class=TaggedRoute, tags=["statements"])


class Searched(Asked):
    """What is asked in the query language."""

    q: Annotated[
        str,
        Field(description='words, "phrases", and fields: speaker:, about:, act:, outlet:, since:, ...; all statements'),
    ] = ""


class SearchAsked(Searched, Paged):
    """The same, a part at a time."""


@router.get("/search")
def search(ledger: AskedLedger, asked: Annotated[SearchAsked, Query()], listing: AskedListing) -> Items[StatementRow]:
    """Statements that fit what is asked in the query language, newest first."""
    arguments = parse_query(asked.q).arguments()
    return listing.answer(ledger.statements(**arguments, limit=asked.limit, after=asked.cursor))


@router.get("/search/facets")
def search_facets(ledger: AskedLedger, asked: Annotated[Searched, Query()]) -> FacetsRow:
    """What there is among the statements that fit: how many of each act, speaker, outlet, ... of the newest 300."""
    return ledger.facets(**parse_query(asked.q).arguments())
