"""Commands about quantities: quantities, dispute."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Csv,
    HoldsSince,
    HoldsUntil,
    Json,
    LedgerFile,
    Limit,
    Offered,
    limited,
)
from onrecord.cli.render import print_disputes, print_error, print_quantities
from onrecord.cli.sheet_file import check_csv, write_csv
from onrecord.extras import check_installed

Words = Annotated[
    str,
    typer.Argument(
        metavar="WORDS",
        help='Words of what is counted, its unit or its sentence; "a phrase" in quotes, a beginning with *.',
    ),
]


def quantities(
    words: Words,
    since: HoldsSince = None,
    until: HoldsUntil = None,
    plot: Annotated[
        Path | None, typer.Option(metavar="FILE.svg|png", help="Also draw them over time, whose each is by colour.")
    ] = None,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Show what quantities are told of something, over time: how many, who says so, and where it is printed."""
    check_csv(csv, path, json=json)
    if plot is not None:
        check_installed("matplotlib", "--plot")
    whole = json or csv is not None or plot is not None
    with open_to_read(path) as ledger:
        found = ledger.quantities(words, since=since, until=until, limit=limited(limit, whole=whole))
    if plot is not None:
        # Imported here, since drawing takes long to import and is seldom asked for.
        from onrecord.cli.plots import plot_quantities  # noqa: PLC0415

        undated = plot_quantities(found, words, plot)
        print_error(f"{len(found) - undated:,} quantities drawn in {plot}, {undated:,} of no known day left out.")
    if csv is not None:
        write_csv(found, csv)
    else:
        print_quantities(found, json=json)


def dispute(
    words: Words,
    since: HoldsSince = None,
    until: HoldsUntil = None,
    all: Offered = False,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show figures on which not all agree: who says how many and when, and who revised or contradicted whom."""
    with open_to_read(path) as ledger:
        asked = limited(limit, whole=json)
        print_disputes(ledger.dispute(words, since=since, until=until, offered=all, limit=asked), json=json)
