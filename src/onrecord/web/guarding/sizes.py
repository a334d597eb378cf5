"""How much a request may send."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 20 * 1024 * 1024
"""The most bytes that a request may have."""


class _TooLargeError(Exception):
    """More has come than a request may have."""


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
            await _refuse(scope, receive, send)
            return
        received = 0
        begun = False

        async def receive_some() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MOST_BYTES:
                raise _TooLargeError
            return message

        async def send_begun(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive_some, send_begun)
        except _TooLargeError:
            if begun:
                raise
            await _refuse(scope, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    said = f"A request may have {MOST_BYTES // 1024 // 1024} MB. Add larger files with `onrecord add`.\n"
    await PlainTextResponse(said, status_code=413)(scope, receive, send)
