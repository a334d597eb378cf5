"""What the ledger is least certain of, one question after the other."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger, ReviewRow
from onrecord.web.asking import AskedLedger
from onrecord.web.views.rendering import render

router = APIRouter()

# More questions than anybody skips.
_MOST = 10_000


@router.get("/review")
def review(request: Request, ledger: AskedLedger, skip: Annotated[int, Query(ge=0, le=_MOST)] = 0) -> Response:
    """Return the question that is least certain, behind those that are skipped."""
    found = ledger.reviews(limit=skip + 1)[skip:]
    question = found[0] if found else None
    others = _others(ledger, question) if question else []
    return render(request, "review.html", question=question, others=others, skip=skip)


def _others(ledger: Ledger, question: ReviewRow) -> list[str]:
    """Return who else may have made the statement that is asked about, as far as reading tells."""
    if question["statement"] is None:
        return []
    reasons = ledger.explain(question["statement"]["id"])["reasons"]
    return list(dict.fromkeys(one["other"] for one in reasons if one["by"] == "score/alternative" and one["other"]))
