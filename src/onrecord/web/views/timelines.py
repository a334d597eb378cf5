"""What somebody said and did, or what was said of something, day by day; the undated at the end."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import Ledger, Timeline
from onrecord.web.asking import AskedLedger
from onrecord.web.views.form_fields import Day
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 60


@router.get("/timeline")
def timeline(
    request: Request,
    ledger: AskedLedger,
    about: str = "",
    since: Day = None,
    until: Day = None,
    words: bool = False,
    cursor: str | None = None,
) -> Response:
    """Return the statements and events of an entity, or else with some words; a form where nothing is asked for."""
    rows: Timeline | None = None
    if about.strip():
        rows = ledger.timeline(about, words=words, since=since, until=until, limit=_SHOWN, after=cursor)
    name = about.strip() if words else _name(ledger, about.strip())
    return render(
        request, "timeline.html", about=about, name=name, since=since, until=until, words=words, timeline=rows
    )


def _name(ledger: Ledger, about: str) -> str:
    """Return the name of the entity of an id, else what was asked for."""
    named = ledger.entity_list(about, limit=1) if about else ()
    return next((one["name"] for one in named if one["id"] == about), about)
