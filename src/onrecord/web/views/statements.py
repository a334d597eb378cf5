"""All that is known of one statement, and what somebody may decide about it."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.guarding import check_writing
from onrecord.web.views.addresses import address_of_article, address_of_statement
from onrecord.web.views.citation import citation
from onrecord.web.views.deciding import Back, Note, decided, noted
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/statements/{id}")
def statement(request: Request, ledger: AskedLedger, id: str) -> Response:
    """Return a statement with its links, why it is read as it is, and what was decided about it."""
    row = ledger.statement(id)
    links = ledger.links(row["id"], offered=True)
    others = {end: ledger.statement(end) for link in links for end in (link["from"], link["to"]) if end != row["id"]}
    explanation = ledger.explain(row["id"])
    reasons = explanation["reasons"]
    return render(
        request,
        "statement.html",
        statement=row,
        links=links,
        others=others,
        explanation=explanation,
        citation=citation(row, ledger.article(row["article"]["id"]), explanation["reader"]),
        candidates=list(dict.fromkeys(one["other"] for one in reasons if one["by"] == "score/alternative")),
        judgements=[one for one in ledger.judgements() if _stands_on(one["says"], row["id"]) and not one["undone_at"]],
    )


@router.post("/statements/{id}/reattribute")
def reattribute(
    request: Request, ledger: AskedLedger, id: str, name: Annotated[str, Form()], note: Note = "", back: Back = ""
) -> Response:
    """Decide who said it."""
    check_writing(request)
    return decided(ledger.reattribute(id, name, note=noted(note)), back)


@router.post("/statements/{id}/dismiss")
def dismiss(request: Request, ledger: AskedLedger, id: str, note: Note = "", back: Back = "") -> Response:
    """Decide that it is no statement; it has no page then, so that its own leads to that of its article."""
    check_writing(request)
    row = ledger.statement(id)
    place = address_of_article(row["article"]["id"]) if back == address_of_statement(row["id"]) else back
    return decided(ledger.dismiss(id, note=noted(note)), place)


@router.post("/statements/{id}/confirm")
def confirm(request: Request, ledger: AskedLedger, id: str, note: Note = "", back: Back = "") -> Response:
    """Decide that it is read rightly."""
    check_writing(request)
    return decided(ledger.confirm(id, note=noted(note)), back)


def _stands_on(says: dict[str, object], statement: str) -> bool:
    return says.get("statement") == statement
