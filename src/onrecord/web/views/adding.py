"""Adding a page: pasted, or from a file; and how far one is."""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.web.adding import Given
from onrecord.web.asking import AskedIntake
from onrecord.web.guarding import MOST_BYTES, check_writing, has_access
from onrecord.web.views.addresses import address_of_page_added
from onrecord.web.views.rendering import render, render_part

router = APIRouter()

_FIELDS = ("text", "url", "published")


async def _form(request: Request) -> AsyncIterator[FormData]:
    """Return what was sent, until it is answered; a text that was pasted may be as long as a request."""
    async with request.form(max_part_size=MOST_BYTES) as form:
        yield form


@router.get("/add")
def ask(request: Request) -> Response:
    """Return the form by which a page is added."""
    if not has_access(request):
        check_writing(request)
    return render(request, "add.html")


# Who may write is told before the page is taken.
@router.post("/add", dependencies=[Depends(check_writing)])
def add(intake: AskedIntake, form: Annotated[FormData, Depends(_form)]) -> Response:
    """Take a page to be read, and lead to where it is told how far it is."""
    text, url, published = (str(form.get(name, "")).strip() for name in _FIELDS)
    file = form.get("file")
    body, name = b"", ""
    if isinstance(file, UploadFile):
        body, name = file.file.read(), file.filename or ""
    if text and body:
        raise UsageError("the page", "is given twice, as text and as file", "paste a text or choose a file, not both")
    # A form ends lines as the network does, whatever was pasted.
    given = Given.of(body or text.replace("\r\n", "\n").encode("utf-8", "replace"), name, url, published)
    return RedirectResponse(address_of_page_added(intake.add(given).id), 303)


@router.get("/add/{id}")
def progress(request: Request, intake: AskedIntake, id: str) -> Response:
    """Return how far a page is that was added; to htmx, that part of it alone."""
    return render_part(request, "adding.html", "parts/adding.html", job=intake.job(id))
