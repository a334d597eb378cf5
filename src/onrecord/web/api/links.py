"""How statements belong together: links, the arguments that are made of them, and quotations in other words."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import ArgumentRow, LinkRow, ThreadRow, UtteranceRow
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


@router.get("/arguments")
def arguments(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[ArgumentRow]:
    """What denies, rejects, contradicts, revises or answers an earlier statement, the newest first, with both."""
    return listing.answer(ledger.arguments(limit=asked.limit, after=asked.cursor))


@router.get("/altered")
def altered(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[UtteranceRow]:
    """Utterances of which a direct quotation differs from the earliest by a word or in its meaning, the newest first.

    There may be fewer rows than `limit` and yet a `next`: so many utterances are compared for one answer.
    """
    return listing.answer(ledger.altered(limit=asked.limit, after=asked.cursor))
