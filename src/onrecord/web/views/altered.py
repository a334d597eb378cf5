"""Altered quotations: what outlets print in other words than the first that quoted it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.altering import altered_quotes_of
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 30


@router.get("/altered")
def altered(request: Request, ledger: AskedLedger, cursor: str | None = None) -> Response:
    """Return the utterances that are quoted in other words, the newest first, a page of them."""
    found = ledger.altered(limit=_SHOWN, after=cursor)
    return render(request, "altered.html", utterances=found, quotes=altered_quotes_of(found))
