"""Which host a browser may ask for: a page elsewhere that has its name point here is not answered (DNS rebinding)."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.web.problems import refusal
from onrecord.web.settings import LOOPBACK, Settings


class HostGuard:
    """Answers 421 to a request whose `Host` is none of those the room is known by.

    These are the loopback's names, the host that is listened at, and those of `Settings.hosts`. "0.0.0.0" and "::" are
    no names: who listens there says by which names browsers ask.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._hosts = {host.lower() for host in (*LOOPBACK, settings.host, *settings.hosts)} - {"0.0.0.0", "::"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] == "http" and _name(Headers(scope=scope).get("host", "")) not in self._hosts:
            answer = refusal(
                scope["path"], 421, "This host is not served here.", "start the server with --allow-host NAME"
            )
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _name(host: str) -> str:
    """Return a host without its port and brackets: "[::1]:8000" is "::1"."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
