"""All that is known of one statement."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/statements/{id}")
def statement(request: Request, ledger: AskedLedger, id: str) -> Response:
    """Return a statement with its links, and why it is read as it is."""
    row = ledger.statement(id)
    links = ledger.links(row["id"], offered=True)
    others = {end: ledger.statement(end) for link in links for end in (link["from"], link["to"]) if end != row["id"]}
    explanation = ledger.explain(row["id"])
    return render(request, "statement.html", statement=row, links=links, others=others, explanation=explanation)
