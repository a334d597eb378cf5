"""The command about events: events."""

from pathlib import Path
from typing import Annotated, get_args

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Csv,
    HappenedSince,
    HappenedUntil,
    Json,
    LedgerFile,
    Limit,
    limited,
    one_of,
)
from onrecord.cli.render import print_error, print_events, suggest_names
from onrecord.cli.sheet_file import check_csv, write_csv
from onrecord.extras import check_installed
from onrecord.vocabulary import EventType

_ROOTS: tuple[EventType, ...] = get_args(EventType.__value__)


def events(
    actor: Annotated[str | None, typer.Option(metavar="NAME|ID", help="Who acts: a name, words of it, an id.")] = None,
    recipient: Annotated[
        str | None, typer.Option(metavar="NAME|ID", help="Who is acted upon: a name, words of it, an id.")
    ] = None,
    type: Annotated[
        EventType | None,
        typer.Option(parser=one_of(_ROOTS), metavar="TYPE", help=f"One of {', '.join(_ROOTS)}."),
    ] = None,
    since: HappenedSince = None,
    until: HappenedUntil = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|png", help="Also draw them over time, a row for each type.")
    ] = None,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Show who did what to whom, when, whether it happened or is only said to have, and where it is printed."""
    check_csv(csv, path, json=json)
    if plot is not None:
        check_installed("matplotlib", "--plot")
    with open_to_read(path) as ledger:
        found = ledger.events(
            actor=actor,
            recipient=recipient,
            type=type,
            since=since,
            until=until,
            limit=limited(limit, whole=json or csv is not None or plot is not None),
        )
        if plot is not None:
            from onrecord.cli.plots import plot_events  # noqa: PLC0415 -- as in `quantities`

            undated = plot_events(found, plot)
            print_error(f"{len(found) - undated:,} events drawn in {plot}, {undated:,} of no known day left out.")
        if csv is not None:
            write_csv(found, csv)
        else:
            print_events(found, json=json)
        for asked in (actor, recipient):
            if not found and asked is not None:
                suggest_names(ledger, asked)
