"""Entities: persons, organisations, states, and what else says something or is named."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from onrecord.ledger import AppearanceRow, EntityLine, ProfileRow
from onrecord.vocabulary import EntityType
from onrecord.web.api.asked import Paged
from onrecord.web.api.items import AskedListing, Items
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["entities"])


class EntitiesAsked(Paged):
    """Entities that fit everything given."""

    words: Annotated[str | None, Field(description="whole words of their names; a beginning with *")] = None
    type: Annotated[EntityType | None, Field(description="what they are")] = None


@router.get("/entities")
def entities(ledger: AskedLedger, asked: Annotated[EntitiesAsked, Query()], listing: AskedListing) -> Items[EntityLine]:
    """The entities of all articles, those that appear most often first, each in a line."""
    return listing.answer(ledger.entity_list(asked.words, type=asked.type, limit=asked.limit, after=asked.cursor))


@router.get("/entities/{id}")
def entity(ledger: AskedLedger, id: str) -> EntityLine:
    """An entity in a line, by its id or a name of it; what it appears in is at `appearances`."""
    return ledger.entity_line(id)


@router.get("/entities/{id}/profile")
def profile(ledger: AskedLedger, id: str) -> ProfileRow:
    """An entity by what it says and what is said about it, over the newest 300 statements of both."""
    return ledger.profile(id)


@router.get("/entities/{id}/appearances")
def appearances(
    ledger: AskedLedger, id: str, asked: Annotated[Paged, Query()], listing: AskedListing
) -> Items[AppearanceRow]:
    """The articles that name an entity, as each shows it."""
    return listing.answer(ledger.appearances(id, limit=asked.limit, after=asked.cursor))
