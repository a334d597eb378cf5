"""The search: statements that fit what is asked in the query language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.ledger import Ledger, Statements
from onrecord.web.asking import AskedLedger
from onrecord.web.queries import FIELDS, Query, parse_query, query_text
from onrecord.web.views.addresses import address_of_search
from onrecord.web.views.rendering import render_part

router = APIRouter()

_SHOWN = 50


class Way(NamedTuple):
    """A way to another search: what it is called, and its address."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Search:
    """What was asked, and what is found.

    Attributes:
        asked: as it was typed.
        found: None where nothing is asked for, or what is asked for cannot be meant.
        error: why it cannot.
        taken_away: each field that is asked for, with the way to the same search without it.
        near: names that are written nearly so, where nothing is found.
    """

    asked: str
    found: Statements | None = None
    error: UsageError | None = None
    taken_away: Sequence[Way] = ()
    near: Sequence[Way] = ()


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
    near = () if found else tuple(_near(ledger, query))
    return Search(asked, found, taken_away=tuple(_taken_away(query)), near=near)


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
