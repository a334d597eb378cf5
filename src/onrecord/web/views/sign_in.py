"""Signing in with the token, where writing needs one."""

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.web.guarding import COOKIE, session_of
from onrecord.web.views.rendering import render

router = APIRouter()


@router.get("/sign-in")
def ask(request: Request) -> Response:
    """Return the page that asks for the token."""
    return render(request, "sign-in.html")


@router.post("/sign-in")
def sign_in(request: Request, token: Annotated[str, Form()]) -> Response:
    """Let a browser that shows the token write, until it is closed."""
    session = session_of(request, token)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer
