"""Events, and what somebody said and did by day."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import EventRow, TimelineRow
from onrecord.vocabulary import EventType
from onrecord.web.api.asked import Dated, Paged
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["events"])


class EventsAsked(Dated, Paged):
    """Events that fit everything given."""

    actor: Annotated[str | None, Field(description="who acts: an entity's id, a name of it, or words of names")] = None
    recipient: Annotated[str | None, Field(description="who is acted upon, likewise")] = None
    type: Annotated[EventType | None, Field(description="one of PLOVER's roots")] = None


class TimelineAsked(Dated, Paged):
    """What was said and done by somebody, or said with some words."""

    about: Annotated[str, Field(description="an entity's id or name; if no entity has these, words that were said")]
    words: Annotated[bool, Field(description="whether these are words, also if an entity is called so")] = False


@router.get("/events")
def events(ledger: AskedLedger, asked: Annotated[EventsAsked, Query()], listing: AskedListing) -> Items[EventRow]:
    """Events that fit everything given, in the order of their days."""
    found = ledger.events(
        actor=asked.actor,
        recipient=asked.recipient,
        type=asked.type,
        since=asked.since,
        until=asked.until,
        limit=asked.limit,
        after=asked.cursor,
    )
    return listing.answer(found)


@router.get("/timeline")
def timeline(
    ledger: AskedLedger, asked: Annotated[TimelineAsked, Query()], listing: AskedListing
) -> Items[TimelineRow]:
    """What an entity said and did, or else what was said with some words, by day; the undated come last."""
    found = ledger.timeline(
        asked.about,
        words=asked.words,
        since=asked.since,
        until=asked.until,
        limit=asked.limit,
        after=asked.cursor,
    )
    return listing.answer(found)
