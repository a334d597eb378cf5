"""The command that opens a ledger in a browser: serve."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, LedgerFile
from onrecord.extras import check_installed

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Listen at this address; elsewhere than here writing needs a token.")
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Listen at this port; 0 takes one that is free.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Also answer where a browser asks for this host."),
]
Token = Annotated[
    str | None,
    typer.Option(
        metavar="TOKEN",
        envvar="ONRECORD_TOKEN",
        help="What whoever writes has to show; 16 characters or more.  [default: made where one is needed]",
    ),
]
ReadOnly = Annotated[bool, typer.Option("--read-only", help="Let nobody add, correct or judge.")]
Browser = Annotated[bool, typer.Option("--browser", help="Open it in the browser.")]


def serve(
    path: LedgerFile = DEFAULT_LEDGER,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    allow_host: AllowHost = None,
    token: Token = None,
    read_only: ReadOnly = False,
    browser: Browser = False,
) -> None:
    """Open the reading room: the ledger in a browser, to read, follow, search and correct, with a JSON API."""
    check_installed("fastapi", "serve")
    # Imported here, since no other command needs it.
    from onrecord import web  # noqa: PLC0415

    if not read_only:
        open_to_write(path, create=True).close()
    settings = web.Settings(
        ledger=Path(path),
        host=host,
        port=port,
        hosts=tuple(allow_host or ()),
        token=token,
        read_only=read_only,
    )
    web.serve(settings, open_browser=browser)
