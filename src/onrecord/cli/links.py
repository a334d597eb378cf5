"""Commands about how what is said belongs together: link, thread, copies."""

from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read, open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit, Offered, limited
from onrecord.cli.render import err, print_copies, print_json, print_thread, progress
from onrecord.cli.stopping import if_stopped


def link(path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Find how what is said belongs together, in the articles for which that was not done yet.

    Reading pages does it too; this completes what was cut short.
    """
    with (
        if_stopped(lambda: "not all is linked; run the same command again to go on"),
        open_to_write(path) as ledger,
        progress("Linking") as advance,
    ):
        compared = ledger.link(progress=advance)
    if json:
        print_json({"articles": compared})
    else:
        err.print(f"{compared:,} article{'' if compared == 1 else 's'} compared with those before.")


def thread(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="An id, or its first characters.")],
    all: Offered = False,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show the argument that a statement is part of, as a tree over time: what it replies to, what replies to that."""
    with open_to_read(path) as ledger:
        found = ledger.thread(statement, offered=all)
    if json:
        print_json(found)
    else:
        print_thread(found)


def copies(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An id, or its first characters; a title.")],
    all: Offered = False,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show of which article one is a copy, and all other copies of that: who printed the same text, and when."""
    with open_to_read(path) as ledger:
        print_copies(ledger.copies(article, offered=all, limit=limited(limit, whole=json)), json=json)
