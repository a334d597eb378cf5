"""Serving a reading room until it is told to stop."""

import secrets
import signal
import socket
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Self

import uvicorn

from onrecord.errors import UsageError
from onrecord.web.app import make_app
from onrecord.web.settings import Settings

_SHORTEST_TOKEN = 16


def serve(settings: Settings, *, open_browser: bool = False) -> None:
    """Serve the reading room of a ledger until the process is told to stop; say on standard error where it is.

    Where others than this machine's programs reach it, a token is made unless there is one, and printed.

    Raises:
        LedgerError: there is no ledger, or it is of another version.
        UsageError: the address cannot be listened at, or the token can be guessed.
    """
    if settings.token is not None and len(settings.token) < _SHORTEST_TOKEN:
        reason = f"has fewer than {_SHORTEST_TOKEN} characters, and can be guessed"
        raise UsageError("the token", reason, "take a longer one, or leave it out: one is made where it is needed")
    if not settings.is_local and not settings.read_only and settings.token is None:
        settings = replace(settings, token=secrets.token_urlsafe(24))
    app = make_app(settings)
    with (
        _listen(settings) as listening,
        _Server(uvicorn.Config(app, log_level="warning", server_header=False)) as server,
    ):
        address = f"http://{_shown_host(settings.host)}:{listening.getsockname()[1]}"
        sys.stderr.write(f"The reading room of {settings.ledger} is at {address} (Ctrl+C ends it).\n")
        if settings.token is not None and not settings.read_only:
            sys.stderr.write(f"To write, sign in at {address}/sign-in with the token {settings.token}\n")
        sys.stderr.flush()
        if open_browser:
            webbrowser.open(address)
        server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that heeds SIGINT and SIGTERM while the block lasts, and ends in order, which is no error."""

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Do nothing: uvicorn's own heeds them too late, and raises them once more at the end."""
        yield


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen()
    except OSError as error:
        listening.close()
        where = f"{settings.host}:{settings.port}"
        raise UsageError(where, f"cannot be listened at ({error.strerror or error})", "name another --port") from error
    return listening


def _shown_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
