"""Whom an entity is against, and by whom it is answered: rows of a table, of which a small graph is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from onrecord.ledger import ProfileRow
from onrecord.vocabulary import Act
from onrecord.web.queries import Query, query_text
from onrecord.web.views.addresses import address_of_search


@dataclass(frozen=True, slots=True)
class Relation:
    """How many statements lead from an entity to another, or from that to it.

    Attributes:
        kind: the act of the statements ("accuse"), or how they are linked ("denies").
        id, name: the other entity.
        incoming: whether the statements are the other's.
        address: where the statements are found, if a search finds them.
    """

    kind: str
    id: str
    name: str
    count: int
    incoming: bool
    address: str | None = None


def relations_of(profile: ProfileRow) -> Iterator[Relation]:
    """Yield whom an entity is against, then by whom it is answered, the most first."""
    own = profile["entity"]["id"]
    for one in profile["targets"]:
        found = Query(speaker=own, act=cast("Act", one["act"]), about=one["id"])
        address = address_of_search(query_text(found))
        yield Relation(one["act"], one["id"], one["name"], one["count"], incoming=False, address=address)
    for reply in profile["replies"]:
        yield Relation(reply["kind"], reply["id"], reply["name"], reply["count"], incoming=True)


def searches_of_acts(profile: ProfileRow) -> dict[str, str]:
    """Return where the statements of an entity with each act are found."""
    own = profile["entity"]["id"]
    found = {act: Query(speaker=own, act=cast("Act", act)) for act in profile["acts"]}
    return {act: address_of_search(query_text(query)) for act, query in found.items()}


def searches_of_outlets(profile: ProfileRow) -> dict[str, str]:
    """Return where the statements of an entity that each outlet printed are found."""
    own = profile["entity"]["id"]
    return {outlet: address_of_search(query_text(Query(speaker=own, outlet=outlet))) for outlet in profile["outlets"]}
