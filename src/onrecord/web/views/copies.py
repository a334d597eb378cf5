"""An article and its copies, with the outlets that print it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 100


@router.get("/copies/{article}")
def copies(
    request: Request, ledger: AskedLedger, article: str, offered: bool = False, cursor: str | None = None
) -> Response:
    """Return the article that one is a copy of, or it itself, with all copies of that."""
    asked = ledger.article(article)
    found = ledger.copies(asked["id"], offered=offered, limit=_SHOWN, after=cursor)
    return render(request, "copies.html", asked=asked, copies=found, offered=offered)
