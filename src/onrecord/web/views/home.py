"""The first page: what is new."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 20


@router.get("/")
def home(request: Request, ledger: AskedLedger) -> Response:
    """Return the first page."""
    return render(request, "home.html", stats=ledger.stats(), articles=ledger.articles(limit=_SHOWN))
