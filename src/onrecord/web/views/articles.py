"""The reading view: an article as it is printed, with what is said in it."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.ledger import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.web.asking import AskedLedger
from onrecord.web.views.reading import reading_of
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/articles/{id}")
def article(request: Request, ledger: AskedLedger, id: str, all: bool = False) -> Response:
    """Return an article with its statements marked: those that are shown by default, or all."""
    row = ledger.article(id)
    media, confidence = (None, 0.0) if all else (SHOWN_MEDIA, SHOWN_CONFIDENCE)
    statements = ledger.statements(article=row["id"], media=media, confidence=confidence)
    reading = reading_of(row, statements, ledger.article_text(row["id"]))
    return render(request, "article.html", article=row, statements=statements, reading=reading, all=all)
