"""The argument that a statement is part of, by day and speaker."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.arguing import argument_of
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/threads/{statement}")
def thread(request: Request, ledger: AskedLedger, statement: str, offered: bool = True) -> Response:
    """Return the argument that a statement is part of, with the links that are only offered unless told otherwise."""
    found = ledger.thread(statement, offered=offered)
    asked = ledger.statement(statement)
    return render(request, "thread.html", asked=asked, top=found, argument=argument_of(found), offered=offered)
