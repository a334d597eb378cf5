"""The command about what was said and done day by day: timeline."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit, Since, Until, limited
from onrecord.cli.render import print_error, print_timeline, suggest_names
from onrecord.extras import check_installed


def timeline(
    name: Annotated[
        str, typer.Argument(metavar="NAME|WORDS", help="Who, if an entity is called so; else words that were said.")
    ],
    words: Annotated[bool, typer.Option("--words", help="Words, also if an entity is called so.")] = False,
    since: Since = None,
    until: Until = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|png", help="Also draw it, a row for each act and type of event.")
    ] = None,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show what somebody said and did, or what was said of something, day by day; each statement once."""
    if plot is not None:
        check_installed("matplotlib", "--plot")
    with open_to_read(path) as ledger:
        asked = limited(limit, whole=json or plot is not None)
        found = ledger.timeline(name, words=words, since=since, until=until, limit=asked)
        if plot is not None:
            from onrecord.cli.plots import plot_timeline  # noqa: PLC0415 -- as in `quantities`

            undated = plot_timeline(found, name, plot)
            print_error(f"{len(found) - undated:,} drawn in {plot}, {undated:,} of no known day left out.")
        print_timeline(found, json=json)
        if not found and not words:
            suggest_names(ledger, name)
