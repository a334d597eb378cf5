"""Figures: what is claimed of one quantity over time, and all that is counted with some words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import ClaimRow, DisputeRow, QuantityRow
from onrecord.web.asking import AskedLedger
from onrecord.web.marking import COLOURS
from onrecord.web.views.form_fields import Day
from onrecord.web.views.rendering import render

router = APIRouter()

_DISPUTES, _SHOWN = 6, 50


@dataclass(frozen=True, slots=True)
class Disputed:
    """A figure in dispute as it is shown.

    Attributes:
        claims: by the id of their quantity, in the order of their days.
        colours: by the id of the quantity, the number of the colour of who claims it; 0 for the narrator and unknown.
    """

    row: DisputeRow
    claims: Mapping[str, ClaimRow]
    colours: Mapping[str, int]


@router.get("/figures")
def figures(
    request: Request,
    ledger: AskedLedger,
    words: str = "",
    since: Day = None,
    until: Day = None,
    show: Literal["disputed", "all"] = "disputed",
    offered: bool = True,
    cursor: str | None = None,
) -> Response:
    """Return the figures in dispute of which the words are told, or all figures; a form where there are no words."""
    disputes, quantities = None, None
    if words.strip() and show == "disputed":
        disputes = ledger.dispute(words, since=since, until=until, offered=offered, limit=_DISPUTES)
    elif words.strip():
        quantities = ledger.quantities(words, since=since, until=until, limit=_SHOWN, after=cursor)
    asked = {"words": words.strip(), "since": since, "until": until}
    return render(
        request,
        "figures.html",
        asked={name: str(value) for name, value in asked.items() if value},
        words=words.strip(),
        since=since,
        until=until,
        show=show,
        offered=offered,
        disputes=disputes,
        disputed=[_disputed(row) for row in disputes or ()],
        quantities=quantities,
        colours=_colours(quantities or ()),
    )


def _disputed(row: DisputeRow) -> Disputed:
    claims = {claim["quantity"]["id"]: claim for claim in row["claims"]}
    return Disputed(row, claims, _colours([claim["quantity"] for claim in row["claims"]]))


def _colours(quantities: Sequence[QuantityRow]) -> dict[str, int]:
    """Return the number of a colour for each quantity, by who asserts it."""
    numbers: dict[str, int] = {}
    colours = {}
    for one in quantities:
        by = one["asserted_by"]
        number = numbers.setdefault(by["id"], len(numbers) % COLOURS + 1) if by and not one["narrated"] else 0
        colours[one["id"]] = number
    return colours
