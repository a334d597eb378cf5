"""Names of persons and bodies that begin as somebody types, as options of a list."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.web.asking import AskedLedger
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 10


@router.get("/names")
def names(request: Request, ledger: AskedLedger, name: str = "") -> Response:
    """Return those who have all the words in their names, the last of them as far as it is typed."""
    try:
        found = ledger.entity_list(f"{name.strip()}*", limit=_SHOWN)
    except UsageError:
        # Nothing that could be a word is typed yet.
        found = None
    return render(request, "parts/names.html", entities=found or ())
