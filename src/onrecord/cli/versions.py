"""The command about the versions of a page: changed."""

from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile
from onrecord.cli.render import print_json, print_versions


def changed(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="A page: its address or path, or the digest of a version of it.")
    ],
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show which claims came, went or changed between the versions of a page, and whether the speaker changed them."""
    with open_to_read(path) as ledger:
        found = ledger.changed(url)
    if json:
        print_json(found)
    else:
        print_versions(found)
