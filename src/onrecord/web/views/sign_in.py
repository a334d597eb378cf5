"""Signing in with the token, where writing needs one."""

import hmac
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.asking import settings_of
from onrecord.web.guarding import COOKIE, proof
from onrecord.web.problems import RefusedError
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/sign-in")
def ask(request: Request) -> Response:
    """Return the page that asks for the token."""
    return render(request, "sign-in.html")


@router.post("/sign-in")
def sign_in(request: Request, token: Annotated[str, Form()]) -> Response:
    """Let a browser that shows the token write, until it is closed."""
    expected = settings_of(request).token
    if expected is None or not hmac.compare_digest(token.strip().encode(), expected.encode()):
        raise RefusedError(403, "This is not the token", "copy it from what the server printed when it was started")
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, proof(expected), httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer
