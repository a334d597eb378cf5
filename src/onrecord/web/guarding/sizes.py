"""How much a request may send, and how slowly."""

import asyncio

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.problems import refusal

MOST_BYTES = 20 * 1024 * 1024
"""The most bytes that a request may have."""

# Seconds in which a request has come: what sends a byte now and then would else hold a connection for ever.
_SECONDS = 300.0

_SAID = f"A request may have {MOST_BYTES // 1024 // 1024} MB."


class SizeGuard:
    """Answers 413 to a request that has more bytes than `MOST_BYTES`, whatever it says of its length.

    What takes longer than so many seconds to come is answered with 408.
    """

    def __init__(self, app: ASGIApp, seconds: float = _SECONDS) -> None:
        self._app, self._seconds = app, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        told = Headers(scope=scope).get("content-length", "0")
        if not told.isdecimal() or int(told) > MOST_BYTES:
            await refusal(scope["path"], 413, _SAID, "add larger files with `onrecord add`")(scope, receive, send)
            return
        received, is_whole, is_refused = 0, False, False
        last = asyncio.get_running_loop().time() + self._seconds

        async def receive_some() -> Message:
            nonlocal received, is_whole, is_refused
            try:
                # Behind it comes only, and at some time, that nobody is there any more.
                async with asyncio.timeout_at(None if is_whole else last):
                    message = await receive()
            except TimeoutError:
                is_refused = True
                raise HTTPException(408, f"The request took longer than {self._seconds:.0f} seconds to come.") from None
            is_whole = not message.get("more_body", False)
            received += len(message.get("body", b""))
            if received > MOST_BYTES:
                is_refused = True
                raise HTTPException(413, _SAID)
            return message

        async def send_and_close(message: Message) -> None:
            if is_refused and message["type"] == "http.response.start":
                # What still comes of it is not waited for.
                MutableHeaders(scope=message)["Connection"] = "close"
            await send(message)

        await self._app(scope, receive_some, send_and_close)
