"""How statements belong together: links, and the arguments that are made of them."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import LinkRow, ThreadRow
from onrecord.web.api.asked import Offered, Paged
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["links"])


class LinksAsked(Offered, Paged):
    """Links of one statement."""

    statement: Annotated[str, Field(description="the id of the statement")]


@router.get("/links")
def links(ledger: AskedLedger, asked: Annotated[LinksAsked, Query()], listing: AskedListing) -> Items[LinkRow]:
    """How a statement belongs to others, with what it repeats for certain, in the order of their ids."""
    found = ledger.links(asked.statement, offered=asked.offered, limit=asked.limit, after=asked.cursor)
    return listing.answer(found)


@router.get("/threads/{statement}")
def thread(ledger: AskedLedger, statement: str, asked: Annotated[Offered, Query()]) -> ThreadRow:
    """The argument that a statement is part of, as a tree: each statement stands under what it belongs to.

    Each statement stands there once, with how many print it. A long argument is cut: `left_out` says where.
    """
    return ledger.thread(statement, offered=asked.offered)
