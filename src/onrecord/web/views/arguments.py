"""The newest arguments: who denies, rejects, contradicts, revises or answers whom."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.arguing import replies_of
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 30


@router.get("/arguments")
def arguments(request: Request, ledger: AskedLedger, cursor: str | None = None) -> Response:
    """Return the links between statements that are certain, the newest first, a page of them."""
    found = ledger.arguments(limit=_SHOWN, after=cursor)
    return render(request, "arguments.html", arguments=found, replies=replies_of(found))
