"""Figures: quantities as they are claimed, and those on which not all agree."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import DisputeRow, QuantityRow
from onrecord.web.api.asked import Dated, Offered, Paged
from onrecord.web.api.items import AskedListing, Items, before
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["figures"])


class QuantitiesAsked(Dated, Paged):
    """Quantities that have all the words."""

    words: Annotated[
        str,
        Field(description='words of the unit, the thing counted or the sentence; "a phrase", a beginning with *'),
    ]


class DisputesAsked(Offered, QuantitiesAsked):
    """Figures in dispute among these."""


@router.get("/quantities")
def quantities(
    ledger: AskedLedger, asked: Annotated[QuantitiesAsked, Query()], listing: AskedListing
) -> Items[QuantityRow]:
    """Quantities whose unit, counted thing or sentence has all the words, in the order of time."""
    found = ledger.quantities(asked.words, since=asked.since, until=asked.until, limit=asked.limit, after=asked.cursor)
    return listing.answer(found)


@router.get("/disputes")
def dispute(ledger: AskedLedger, asked: Annotated[DisputesAsked, Query()], listing: AskedListing) -> Items[DisputeRow]:
    """Figures in dispute: claims of one quantity that do not agree, those with the most claims first.

    Figures on which all agree are left out. A claim that is printed again is one claim.
    """
    found = ledger.dispute(
        asked.words,
        since=asked.since,
        until=asked.until,
        offered=asked.offered,
        limit=before(asked) + asked.limit,
    )
    return listing.part(found, asked)
