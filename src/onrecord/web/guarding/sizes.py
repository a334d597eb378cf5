"""How much a request may send."""

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.problems import refusal

MOST_BYTES = 20 * 1024 * 1024
"""The most bytes that a request may have."""

_SAID = f"A request may have {MOST_BYTES // 1024 // 1024} MB."


class SizeGuard:
    """Answers 413 to a request that has more bytes than `MOST_BYTES`, whatever it says of its length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > MOST_BYTES:
            await refusal(scope["path"], 413, _SAID, "add larger files with `onrecord add`")(scope, receive, send)
            return
        received = 0

        async def receive_some() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MOST_BYTES:
                raise HTTPException(413, _SAID)
            return message

        await self._app(scope, receive_some, send)
