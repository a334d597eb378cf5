"""Who may write: whoever asks from the room's own pages and, where it has a token, has shown that."""

import hmac
from hashlib import sha256

from starlette.requests import Request

from onrecord.web.problems import RefusedError
from onrecord.web.settings import Settings

COOKIE = "onrecord_access"
"""The cookie by which a browser that has shown the token is known."""


def proof(token: str) -> str:
    """Return what the cookie holds of a token: not the token itself."""
    return hmac.new(token.encode(), b"onrecord reading room", sha256).hexdigest()


def has_access(request: Request) -> bool:
    """Return whether who asks may write: by the cookie, or `Authorization: Bearer TOKEN` of a program."""
    settings = _settings(request)
    if settings.read_only:
        return False
    if settings.token is None:
        return True
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer" and hmac.compare_digest(shown.strip().encode(), settings.token.encode()):
        return True
    return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), proof(settings.token).encode())


def check_writing(request: Request) -> None:
    """Do nothing if a request may write.

    A form of another site is told by what the browser says of where it comes from (`Sec-Fetch-Site`, else `Origin`),
    which no page can change; see the OWASP sheet on cross-site request forgery. A program says neither.

    Raises:
        RefusedError: the room is read-only, the token was not shown, or the request is another site's.
    """
    if _settings(request).read_only:
        raise RefusedError(403, "This room is read-only", "ask whoever runs it to start it without --read-only")
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    own = f"{request.url.scheme}://{request.headers.get('host', '')}"
    if site not in {None, "same-origin", "none"} or (origin is not None and origin != own):
        raise RefusedError(403, "The request comes from another site", "send it from the room's own pages")
    if not has_access(request):
        raise RefusedError(401, "Writing needs the token", "sign in with the token that was printed at the start")


def _settings(request: Request) -> Settings:
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings
