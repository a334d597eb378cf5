"""What the user decides: judgements, and the questions that are open."""

from typing import Annotated, Any

from fastapi import APIRouter, Query

from onrecord.ledger import Answer, JudgementRow, ReviewRow
from onrecord.web.api.asked import Paged
from onrecord.web.api.items import AskedListing, Items, before
from onrecord.web.api.judging import Judgement
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedLedger

router = APIRouter(route_class=TaggedRoute, tags=["judgements"])

_NOT_THERE: dict[int | str, dict[str, Any]] = {404: {"description": "what is judged is not in the ledger"}}


@router.get("/judgements")
def judgements(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[JudgementRow]:
    """All judgements in the order they were made, also those undone."""
    found = ledger.judgements()
    return listing.part(Answer(found, len(found)), asked)


@router.post("/judgements", status_code=201, responses=_NOT_THERE)
def judge(ledger: AskedLedger, judgement: Judgement) -> JudgementRow:
    """Decide something: it is kept with its time and note, holds for later readings, and can be undone."""
    return judgement.make(ledger)


@router.delete("/judgements/{id}")
def undo(ledger: AskedLedger, id: str) -> JudgementRow:
    """Undo a judgement: everything is as if it had not been made. It stays in the list, with the time."""
    return ledger.undo(id)


@router.get("/reviews")
def reviews(ledger: AskedLedger, asked: Annotated[Paged, Query()], listing: AskedListing) -> Items[ReviewRow]:
    """What the ledger is least certain of, the least certain first, as questions that judgements answer."""
    found = ledger.reviews(skip=before(asked), limit=asked.limit + 1)
    return listing.first(found, asked)
