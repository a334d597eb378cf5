"""Pages that are added by programs."""

import base64
from typing import Annotated, Any, Self, TypedDict

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.web.adding import Given, Job, State
from onrecord.web.api.tagging import TaggedRoute
from onrecord.web.asking import AskedIntake

router = APIRouter(route_class=TaggedRoute, tags=["pages"])

_TOO_MANY: dict[int | str, dict[str, Any]] = {429: {"description": "too many pages wait, or came within a minute"}}


class PageGiven(BaseModel):
    """A page to be added: its text, its HTML, or the bytes of a file."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str | None, Field(description="its text, or JSON Lines with several")] = None
    html: Annotated[str | None, Field(description="its HTML")] = None
    base64: Annotated[str | None, Field(description="the bytes of a file, in base64")] = None
    name: Annotated[str, Field(description="what that file is called; its end tells HTML and JSON Lines")] = ""
    url: Annotated[str, Field(description="where it was got; it is not fetched")] = ""
    published: Annotated[str, Field(description="the day it was published, if it prints none: YYYY-MM-DD")] = ""

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if sum(one is not None for one in (self.text, self.html, self.base64)) != 1:
            raise ValueError("give one of text, html and base64")
        return self


class ArticleAdded(TypedDict):
    """An article of a page that was added."""

    id: str
    title: str | None


class PageFailed(TypedDict):
    """A page that could not be added."""

    page: str
    reason: str
    remedy: str


class PageAdded(TypedDict):
    """A page that was given: how far it is, the articles that are in the ledger, and what could not be added."""

    id: str
    name: str
    state: State
    articles: list[ArticleAdded]
    failed: list[PageFailed]


@router.post("/pages", status_code=202, responses=_TOO_MANY)
def add_page(request: Request, response: Response, intake: AskedIntake, given: PageGiven) -> PageAdded:
    """Take a page to be read; the answer's `Location` tells how far it is."""
    job = intake.add(_given(given))
    response.headers["Location"] = f"{request.url.path}/{job.id}"
    return _row(job)


@router.get("/pages/{job}")
def page(intake: AskedIntake, job: str) -> PageAdded:
    """Return how far a page is that was given; `state` is waiting, reading, linking, done or failed."""
    return _row(intake.job(job))


def _given(page: PageGiven) -> Given:
    if page.base64 is not None:
        try:
            body = base64.b64decode(page.base64, validate=True)
        except ValueError as error:
            raise UsageError("base64", f"is none ({error})", "encode the bytes of the file") from error
        return Given.of(body, page.name, page.url, page.published)
    # By its beginning not all HTML is known for that.
    name = page.name if page.html is None else page.name or "page.html"
    return Given.of((page.text or page.html or "").encode("utf-8", "replace"), name, page.url, page.published)


def _row(job: Job) -> PageAdded:
    return PageAdded(
        id=job.id,
        name=job.name,
        state=job.progress.state,
        articles=[ArticleAdded(id=one.id, title=one.title) for one in job.progress.articles],
        failed=[PageFailed(page=one.page, reason=one.reason, remedy=one.remedy) for one in job.progress.failures],
    )
