"""The search: statements that fit what is asked in the query language."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.ledger import FacetsRow, Ledger, Statements
from onrecord.vocabulary import Act, Kind, Medium
from onrecord.web.asking import AskedLedger
from onrecord.web.queries import FIELDS, Query, parse_query, query_text
from onrecord.web.views.addresses import address_of_search
from onrecord.web.views.rendering import render_part

router = APIRouter()

_SHOWN = 50


class Way(NamedTuple):
    """A way to another search: what it is called, its address, and how many fit, where that was counted."""

    name: str
    address: str
    number: int | None = None


class Facet(NamedTuple):
    """What there is of one kind among what is found, with the ways to that alone."""

    name: str
    ways: Sequence[Way]


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked, and what is found.

    Attributes:
        asked: as it was typed.
        found: None where nothing is asked for, or what is asked for cannot be meant.
        error: why it cannot.
        taken_away: each field that is asked for, with the way to the same search without it.
        near: names that are written nearly so, where nothing is found.
        facets: what there is among what is found, to ask further.
        counted: of how many of these, the newest, where that is not of all.
    """

    asked: str
    found: Statements | None = None
    error: UsageError | None = None
    taken_away: Sequence[Way] = ()
    near: Sequence[Way] = ()
    facets: Sequence[Facet] = ()
    counted: int | None = None


@router.get("/search")
def search(request: Request, ledger: AskedLedger, q: str = "", cursor: str | None = None) -> Response:
    """Return the statements that fit what is asked; to htmx, what is found alone."""
    made = _search(ledger, q, cursor)
    status = 422 if made.error else 200
    return render_part(request, "search.html", "parts/results.html", status, search=made, fields=FIELDS, cursor=cursor)


def _search(ledger: Ledger, asked: str, cursor: str | None) -> Search:
    try:
        query = parse_query(asked)
        if query.is_empty:
            return Search(asked)
        found = ledger.statements(**query.arguments(), limit=_SHOWN, after=cursor)
    except UsageError as error:
        return Search(asked, error=error)
    taken_away = tuple(_taken_away(query))
    if not found:
        return Search(asked, found, taken_away=taken_away, near=tuple(_near(ledger, query)))
    if cursor is not None:
        return Search(asked, found, taken_away=taken_away)
    row = ledger.facets(**query.arguments())
    counted = None if row["all_counted"] else row["counted"]
    return Search(asked, found, taken_away=taken_away, facets=tuple(_facets(query, row)), counted=counted)


def _facets(query: Query, row: FacetsRow) -> Iterator[Facet]:
    """Yield what there is of each kind that is not asked for yet."""
    speakers = [(one["name"], one["count"], replace(query, speaker=one["name"])) for one in row["speakers"]]
    acts = [(act, count, replace(query, act=cast(Act, act))) for act, count in row["acts"].items()]
    outlets = [(outlet, count, replace(query, outlet=outlet)) for outlet, count in row["outlets"].items()]
    kinds = [(kind, count, replace(query, kind=cast(Kind, kind))) for kind, count in row["kinds"].items()]
    media = [(medium, count, replace(query, medium=(cast(Medium, medium),))) for medium, count in row["media"].items()]
    years = [(year, count, _of_year(query, int(year))) for year, count in row["years"].items()]
    for name, is_asked, found in (
        ("Speakers", query.speaker, speakers),
        ("Acts", query.act, acts),
        ("Outlets", query.outlet, outlets),
        ("Years", query.since or query.until, years),
        ("Kinds", query.kind, kinds),
        ("Media", query.medium, media),
    ):
        if found and not is_asked:
            yield Facet(name, [Way(told, address_of_search(query_text(to)), count) for told, count, to in found])


def _of_year(query: Query, year: int) -> Query:
    return replace(query, since=datetime.date(year, 1, 1), until=datetime.date(year, 12, 31))


def _taken_away(query: Query) -> Iterator[Way]:
    """Yield each field of a query, with the way to the same without it."""
    for name in FIELDS:
        value = getattr(query, name)
        if value is not None:
            # The field alone, as it is written.
            written = query_text(Query(**{name: value}))
            yield Way(written, address_of_search(query_text(replace(query, **{name: None}))))


def _near(ledger: Ledger, query: Query) -> Iterator[Way]:
    """Yield searches for names that are written nearly as what is asked for."""
    others = [replace(query, speaker=name) for name in _names_like(ledger, query.speaker)]
    others += [replace(query, about=name) for name in _names_like(ledger, query.about)]
    others += [replace(query, words=None, speaker=name) for name in _names_like(ledger, query.words)]
    for other in others:
        written = query_text(other)
        yield Way(written, address_of_search(written))


def _names_like(ledger: Ledger, asked: str | None) -> list[str]:
    return ledger.names_like(asked) if asked else []
