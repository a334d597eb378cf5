"""The reading view: an article as it is printed, with what is said in it."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.web.asking import AskedLedger
from onrecord.web.marking import Mark
from onrecord.web.views.reading import reading_of
from onrecord.web.views.rendering import render

router = APIRouter()

_SHOWN, _MOST_LINKS = 50, 500
_RANGE = r"^([0-9]{1,9}-[0-9]{1,9})?$"


@router.get("/articles")
def articles(request: Request, ledger: AskedLedger, cursor: str | None = None) -> Response:
    """Return the articles, the last that were added first, a page of them."""
    return render(request, "articles.html", articles=ledger.latest(limit=_SHOWN, after=cursor))


@router.get("/articles/{id}")
def article(
    request: Request,
    ledger: AskedLedger,
    id: str,
    all: bool = False,
    mention: Annotated[str, Query(pattern=_RANGE)] = "",
) -> Response:
    """Return an article with its statements marked: those that are shown by default, or all.

    `mention` is a range of its page that is marked too, such as "120-133".
    """
    row = ledger.article(id)
    media, confidence = (None, 0.0) if all else (SHOWN_MEDIA, SHOWN_CONFIDENCE)
    statements = ledger.statements(article=row["id"], media=media, confidence=confidence)
    low, _, high = mention.partition("-")
    looked_for = [Mark(int(low), int(high), "", "mention")] if mention else []
    links = ledger.article_links(row["id"], offered=all, limit=_MOST_LINKS)
    reading = reading_of(row, statements, ledger.article_text(row["id"]), links, looked_for)
    return render(request, "article.html", article=row, statements=statements, reading=reading, all=all)
