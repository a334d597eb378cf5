"""What somebody may decide about a link."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.guarding import check_writing
from onrecord.web.views.deciding import Back, Note, decided, noted

router = APIRouter()


@router.post("/links/{id}/confirm")
def confirm(request: Request, ledger: AskedLedger, id: str, note: Note = "", back: Back = "") -> Response:
    """Decide that a link is right."""
    check_writing(request)
    return decided(ledger.confirm_link(id, note=noted(note)), back)


@router.post("/links/{id}/reject")
def reject(request: Request, ledger: AskedLedger, id: str, note: Note = "", back: Back = "") -> Response:
    """Decide that a link is wrong."""
    check_writing(request)
    return decided(ledger.reject_link(id, note=noted(note)), back)
