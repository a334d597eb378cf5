"""Who may write: whoever asks from the room's own pages and, where it has a token, has shown that."""

import hmac
import math
import secrets
import threading
from collections import OrderedDict

from starlette.requests import Request

from onrecord.web.problems import RefusedError
from onrecord.web.rate import Rate
from onrecord.web.settings import Settings

COOKIE = "onrecord_access"
"""The cookie by which a browser that has shown the token is known, until it or the room is closed."""

# Wrong tokens that an address may show in a minute, and addresses of which they are counted.
_PER_MINUTE, _MOST_ADDRESSES = 10, 1_000


class Visitors:
    """By what those are told who have shown the token, and how often others have tried; any thread may ask.

    An address that has shown too many wrong tokens within a minute is not told whether the next one is right. What the
    cookie holds is made anew by each room, so that nobody can try a token by it.
    """

    def __init__(self, settings: Settings) -> None:
        self.session = secrets.token_urlsafe(32)
        self._token = settings.token
        self._wrong: OrderedDict[str, Rate] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, address: str) -> int:
        """Return in how many seconds an address may show a token again."""
        with self._lock:
            rate = self._wrong.get(address)
        return 0 if rate is None else math.ceil(rate.wait(count=False))

    def is_token(self, shown: str, address: str) -> bool:
        """Return whether what an address shows is the token, and it may show one; a wrong one is counted."""
        if self._token is None or self.wait(address):
            return False
        if hmac.compare_digest(shown.strip().encode(), self._token.encode()):
            return True
        with self._lock:
            rate = self._wrong.setdefault(address, Rate(_PER_MINUTE))
            self._wrong.move_to_end(address)
            if len(self._wrong) > _MOST_ADDRESSES:
                self._wrong.popitem(last=False)
        rate.wait()
        return False


def has_access(request: Request) -> bool:
    """Return whether who asks may write: by the cookie, or `Authorization: Bearer TOKEN` of a program."""
    settings = _settings(request)
    if settings.read_only:
        return False
    if settings.token is None:
        return True
    visitors = _visitors(request)
    if hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), visitors.session.encode()):
        return True
    kind, _, shown = request.headers.get("authorization", "").partition(" ")
    return kind.lower() == "bearer" and visitors.is_token(shown, _address(request))


def session_of(request: Request, shown: str) -> str:
    """Return what the cookie holds for a browser that shows the token.

    Raises:
        RefusedError: it is not the token, too many wrong ones were shown, or there is nothing to sign in for.
    """
    settings = _settings(request)
    if settings.read_only or settings.token is None:
        raise RefusedError(403, "There is no token by which to sign in to this room", "go on without")
    if not _visitors(request).is_token(shown, _address(request)):
        _check_tries(request)
        raise RefusedError(403, "This is not the token", "copy it from what the server printed when it was started")
    return _visitors(request).session


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
        if "authorization" in request.headers:
            _check_tries(request)
        raise RefusedError(401, "Writing needs the token", "sign in with the token that was printed at the start")


def _check_tries(request: Request) -> None:
    """Do nothing if an address may show a token again, else raise a RefusedError that says when."""
    seconds = _visitors(request).wait(_address(request))
    if seconds:
        reason = "Too many wrong tokens were shown within a minute"
        raise RefusedError(429, reason, f"come again in {seconds} seconds", retry_after=seconds)


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _visitors(request: Request) -> Visitors:
    visitors = request.app.state.visitors
    assert isinstance(visitors, Visitors)
    return visitors


def _settings(request: Request) -> Settings:
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings
