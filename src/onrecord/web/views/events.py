"""Events: who did what to whom."""

from typing import Literal, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.vocabulary import EventType
from onrecord.web.asking import AskedLedger
from onrecord.web.views.form_fields import Day
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN = 60
_TYPES: tuple[EventType, ...] = get_args(EventType.__value__)


@router.get("/events")
def events(
    request: Request,
    ledger: AskedLedger,
    actor: str = "",
    recipient: str = "",
    type: EventType | Literal[""] = "",
    since: Day = None,
    until: Day = None,
    cursor: str | None = None,
) -> Response:
    """Return the events that fit everything given, in the order of their days."""
    found = ledger.events(
        actor=actor.strip() or None,
        recipient=recipient.strip() or None,
        type=type or None,
        since=since,
        until=until,
        limit=_SHOWN,
        after=cursor,
    )
    asked = {"actor": actor, "recipient": recipient, "type": type, "since": since, "until": until}
    given = {name: str(value) for name, value in asked.items() if value}
    return render(request, "events.html", events=found, types=_TYPES, asked=asked, given=given)
