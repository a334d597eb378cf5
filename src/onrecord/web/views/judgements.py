"""What was decided, the latest first, and how it is undone."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import NotFoundError
from onrecord.web.asking import AskedLedger
from onrecord.web.guarding import check_writing
from onrecord.web.views.deciding import Back, decided
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 100


@router.get("/judgements")
def judgements(request: Request, ledger: AskedLedger, before: str | None = None) -> Response:
    """Return what was decided; `before` is the judgement from which on no more is shown."""
    made = ledger.judgements()[::-1]
    if before is not None:
        ids = [one["id"] for one in made]
        if before not in ids:
            raise NotFoundError(f"judgement {before}", "is not in the ledger", "begin with the latest one")
        made = made[ids.index(before) + 1 :]
    return render(request, "judgements.html", judgements=made[:_SHOWN], left=max(len(made) - _SHOWN, 0))


@router.post("/judgements/{id}/undo")
def undo(request: Request, ledger: AskedLedger, id: str, back: Back = "") -> Response:
    """Undo what was decided."""
    check_writing(request)
    return decided(ledger.undo(id), back)
