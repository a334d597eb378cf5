"""What somebody may decide about a person or body."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.guarding import check_writing
from onrecord.web.views.deciding import Back, Note, decided, noted

router = APIRouter()

type _Name = Annotated[str, Form()]


@router.post("/entities/{id}/rename")
def rename(request: Request, ledger: AskedLedger, id: str, name: _Name, note: Note = "", back: Back = "") -> Response:
    """Decide under which name it is shown."""
    check_writing(request)
    return decided(ledger.rename(id, name, note=noted(note)), back)


@router.post("/entities/{id}/merge")
def merge(request: Request, ledger: AskedLedger, id: str, name: _Name, note: Note = "", back: Back = "") -> Response:
    """Decide that another, by its id or name, is the same: it becomes a part of this one."""
    check_writing(request)
    return decided(ledger.merge(id, name, note=noted(note)), back)


@router.post("/entities/{id}/keep-apart")
def keep_apart(
    request: Request, ledger: AskedLedger, id: str, name: _Name, note: Note = "", back: Back = ""
) -> Response:
    """Decide that another, by its id or name, is not the same."""
    check_writing(request)
    return decided(ledger.keep_apart(id, name, note=noted(note)), back)


@router.post("/entities/{id}/split")
def split(
    request: Request,
    ledger: AskedLedger,
    id: str,
    called: Annotated[list[str] | None, Form()] = None,
    articles: Annotated[list[str] | None, Form()] = None,
    note: Note = "",
    back: Back = "",
) -> Response:
    """Decide that those whom articles call so, and those in these articles, are somebody else."""
    check_writing(request)
    named = [article.strip() for article in articles or () if article.strip()]
    return decided(ledger.split(id, called=called or (), articles=named, note=noted(note)), back)


@router.post("/entities/{id}/confirm-name")
def confirm_name(
    request: Request, ledger: AskedLedger, id: str, called: _Name, note: Note = "", back: Back = ""
) -> Response:
    """Decide that whom articles call so is rightly taken for it."""
    check_writing(request)
    return decided(ledger.confirm_name(id, called, note=noted(note)), back)
