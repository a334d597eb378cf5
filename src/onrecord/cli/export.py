"""The command that writes whole tables: export."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, one_of
from onrecord.cli.render import progress
from onrecord.errors import UsageError
from onrecord.ledger import FORMATS, TABLES


def export(
    table: Annotated[str, typer.Argument(parser=one_of(TABLES), metavar="TABLE", help=f"One of {', '.join(TABLES)}.")],
    format: Annotated[
        str, typer.Option(parser=one_of(FORMATS), metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
    ] = "jsonl",
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to, instead of standard output.")] = None,
    shown: Annotated[
        bool, typer.Option("--shown", help="Only what the commands show: speech and writing read with confidence.")
    ] = False,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Also earlier versions of pages and earlier readings.")
    ] = False,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Write a whole table of the ledger, every row unless --shown; --json is short for --format jsonl."""
    if json and format != "jsonl":
        raise UsageError(f"--format {format}", "is not JSON, which --json asks for", "leave one of them out")
    own = {path.with_name(path.name + end).resolve() for end in ("", "-wal", "-shm")}
    if output is not None and output.resolve() in own:
        raise UsageError(str(output), "is the ledger itself", "name another file")
    with open_to_read(path) as ledger:
        if output is None:
            ledger.export(table, format, sys.stdout.buffer, versions=all_versions, shown=shown)
            sys.stdout.flush()
            return
        try:
            with output.open("wb") as stream, progress("Exporting") as advance:
                ledger.export(table, format, stream, versions=all_versions, shown=shown, progress=advance)
        except OSError as error:
            raise UsageError(str(output), f"cannot be written ({error.strerror})", "name another file") from error
