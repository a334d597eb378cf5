"""What every form has by which somebody decides: its fields, and where it leads."""

from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Form
from starlette.responses import RedirectResponse

from onrecord.ledger import JudgementRow

type Note = Annotated[str, Form()]
"""Why; it is kept with the judgement."""

type Back = Annotated[str, Form()]
"""The page of the room on which the form stands."""


def noted(note: str) -> str | None:
    """Return a note as a judgement has it: None where nothing was written."""
    return note.strip() or None


def decided(made: JudgementRow, back: str) -> RedirectResponse:
    """Lead back to where somebody decided, which then tells what was decided and how to undo it.

    What is no address of the room is not led to, but the list of what was decided is.
    """
    place = urlsplit(back if _is_own(back) else "/judgements")
    asked = [(name, value) for name, value in parse_qsl(place.query) if name != "done"]
    return RedirectResponse(f"{place.path}?{urlencode([*asked, ('done', made['id'])])}", 303)


def _is_own(address: str) -> bool:
    """Say whether an address is the room's: a path, which no browser takes for that of another host."""
    return address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
