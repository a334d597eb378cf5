"""People and bodies: the list of them, and what is known of each."""

from typing import Literal, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.vocabulary import EntityType
from onrecord.web.asking import AskedLedger
from onrecord.web.views.addresses import address_of_entity
from onrecord.web.views.copying import folded
from onrecord.web.views.relating import relations_of, searches_of_acts, searches_of_outlets
from onrecord.web.views.rendering import render, render_part

router = APIRouter()

_SHOWN = 50
_TYPES: tuple[EntityType, ...] = get_args(EntityType.__value__)


@router.get("/entities")
def entities(
    request: Request,
    ledger: AskedLedger,
    words: str = "",
    type: EntityType | Literal[""] = "",
    cursor: str | None = None,
) -> Response:
    """Return the entities, or those with some words in their names, those named most often first."""
    found = ledger.entity_list(words.strip() or None, type=type or None, limit=_SHOWN, after=cursor)
    return render(request, "entities.html", entities=found, words=words, type=type, types=_TYPES)


@router.get("/entities/{id}")
def entity(
    request: Request,
    ledger: AskedLedger,
    id: str,
    show: Literal["by", "about", "figures", "mentions"] = "by",
    cursor: str | None = None,
) -> Response:
    """Return what is known of an entity; one that was merged into another, or is asked for by its name, is there."""
    line = ledger.entity_line(id)
    if line["id"] != id:
        asked = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(address_of_entity(line["id"]) + asked, 307)
    if show == "figures":
        profile = ledger.profile(id)
        return render_part(
            request,
            "entity.html",
            "parts/profile.html",
            entity=line,
            show=show,
            profile=profile,
            relations=list(relations_of(profile)),
            of_acts=searches_of_acts(profile),
            of_outlets=searches_of_outlets(profile),
        )
    if show == "mentions":
        appearances = ledger.appearances(id, limit=_SHOWN, after=cursor)
        return render(request, "entity.html", entity=line, show=show, appearances=appearances)
    if show == "about":
        statements = ledger.statements(about=id, limit=_SHOWN, after=cursor)
    else:
        statements = ledger.statements(speaker=id, limit=_SHOWN, after=cursor)
    several = folded(statements, ledger.printed([row["id"] for row in statements]))
    return render(request, "entity.html", entity=line, show=show, statements=statements, folded=several)
