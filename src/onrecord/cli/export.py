"""The command that writes whole tables: export."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile
from onrecord.cli.render import progress
from onrecord.errors import UsageError
from onrecord.ledger import FORMATS, TABLES, Ledger


def export(
    table: Annotated[str, typer.Argument(metavar="TABLE", help=f"One of {', '.join(TABLES)}.")],
    format: Annotated[str, typer.Option(help=f"One of {', '.join(FORMATS)}.")] = "jsonl",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to, instead of standard output.")] = None,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Also earlier versions of pages and earlier readings.")
    ] = False,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Write a whole table of the ledger; --json is short for --format jsonl."""
    if table not in TABLES:
        raise UsageError(f"table {table}", "is not one of the ledger's", f"choose one of {', '.join(TABLES)}")
    if json and format not in {"jsonl", "json"}:
        raise UsageError(f"--format {format}", "is not JSON, which --json asks for", "leave one of them out")
    if format not in FORMATS:
        raise UsageError(f"--format {format}", "is not known", f"choose one of {', '.join(FORMATS)}")
    with Ledger(ledger, create=False) as book:
        if output is None:
            book.export(table, format, sys.stdout.buffer, versions=all_versions)
            sys.stdout.flush()
        else:
            with output.open("wb") as stream, progress("Exporting") as advance:
                book.export(table, format, stream, versions=all_versions, progress=advance)
