"""Commands about the ledger as a whole: stats, check, upgrade."""

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read, upgrade_if_older
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile
from onrecord.cli.render import Text, err, print_counts, print_error, print_json, progress
from onrecord.cli.stopping import if_stopped


def stats(path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Count what is in the ledger."""
    with open_to_read(path) as ledger:
        counted = ledger.stats()
    if json:
        print_json(counted)
    else:
        print_counts(counted)


def check(
    fast: Annotated[
        bool, typer.Option("--fast", help="Compare digests only, which takes a fraction of the time.")
    ] = False,
    root: Annotated[
        str | None,
        typer.Option(
            metavar="DIGEST", help="A root that was noted before: is all that was there then there, unaltered?"
        ),
    ] = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Prove that every row is as it was written and equals its page; print the root; exit with 1 if one does not."""
    with (
        if_stopped(lambda: "not all was checked; run the same command again"),
        open_to_read(path) as ledger,
        progress("Checking") as advance,
    ):
        problems = list(ledger.check(fast=fast, root=root, progress=advance))
        now = ledger.root()
    if json:
        listed = [{"page": p.page, "row": p.row, "reason": p.reason} for p in problems]
        print_json({"problems": listed, "root": now})
    else:
        for problem in problems:
            print_error(f"{problem.page}: {problem.row}: {problem.reason}")
        proved = "Every row is as it was written." if fast else "Every row equals its page."
        err.print(f"{len(problems):,} problems." if problems else proved)
        if not problems:
            err.print(f"Root: {now}", soft_wrap=True)
    if problems:
        raise typer.Exit(1)


def upgrade(
    file: Annotated[Path | None, typer.Argument(metavar="FILE", help="The ledger; else that of --ledger.")] = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Bring a ledger of an older version up to date, and keep a copy of it as it was beside it."""
    chosen = file or path
    kept = upgrade_if_older(chosen)
    if json:
        print_json({"ledger": str(chosen), "kept": None if kept is None else str(kept)})
    elif kept is None:
        err.print(Text(f"{chosen}: is up to date."), soft_wrap=True)
