"""The first page: what is new, who argues with whom, which quotations are altered, what awaits review."""

from collections import Counter

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from onrecord.web.asking import AskedLedger
from onrecord.web.views.altering import altered_quotes_of
from onrecord.web.views.arguing import replies_of
from onrecord.web.views.rendering import render

router = APIRouter()

_ARTICLES, _ARGUMENTS, _ALTERED, _REVIEWS = 12, 4, 3, 4


@router.get("/")
def home(request: Request, ledger: AskedLedger) -> Response:
    """Return the first page; what takes long to find comes into it later."""
    latest = ledger.latest(limit=_ARTICLES)
    replies = replies_of(ledger.arguments(limit=_ARGUMENTS))
    return render(request, "home.html", articles=latest, replies=replies)


@router.get("/home/counts")
def counts(request: Request, ledger: AskedLedger) -> Response:
    """Return how much the ledger holds, as a part of the first page."""
    return render(request, "parts/counts.html", stats=ledger.stats())


@router.get("/home/altered")
def altered(request: Request, ledger: AskedLedger) -> Response:
    """Return the newest altered quotations, as a part of the first page."""
    quotes = altered_quotes_of(ledger.altered(limit=_ALTERED))
    return render(request, "parts/altered.html", quotes=quotes)


@router.get("/home/waiting")
def waiting(request: Request, ledger: AskedLedger) -> Response:
    """Return what awaits review, as a part of the first page: how many questions of each kind, and the first."""
    reviews = ledger.reviews(limit=_REVIEWS)
    kinds = Counter(one["question"] for one in reviews)
    return render(request, "parts/waiting.html", reviews=reviews, kinds=kinds, all_counted=len(reviews) < _REVIEWS)
