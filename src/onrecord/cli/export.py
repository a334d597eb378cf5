"""The command that writes whole tables: export."""

import sys
from functools import partial
from pathlib import Path
from typing import IO, Annotated, cast

import typer

from onrecord.cli.characters import escaped, visible
from onrecord.cli.ledger_file import check_other_file, open_to_read
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, one_of
from onrecord.cli.output_file import written
from onrecord.cli.render import TerminalBytes, progress
from onrecord.cli.stopping import if_stopped
from onrecord.errors import UsageError
from onrecord.ledger import FORMATS, FORMULAS, TABLES, Ledger


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
    formulas: Annotated[
        str,
        typer.Option(
            "--csv-formulas",
            parser=one_of(FORMULAS),
            metavar="escape|keep",
            help="Of csv: put an apostrophe before what a spreadsheet would compute, or keep it.",
        ),
    ] = "escape",
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Write a whole table of the ledger, every row unless --shown; --json is short for --format jsonl."""
    if json and format != "jsonl":
        raise UsageError(f"--format {format}", "is not JSON, which --json asks for", "leave one of them out")
    if output is not None:
        check_other_file(output, path)
    write = partial(Ledger.export, table=table, format=format, versions=all_versions, shown=shown, formulas=formulas)
    with open_to_read(path) as ledger:
        if output is None:
            with if_stopped(lambda: "what was printed is not complete; run the same command again"):
                write(ledger, stream=_standard_output(format))
            return
        with (
            if_stopped(lambda: f"{output} is as it was; run the same command again"),
            written(output) as stream,
            progress("Exporting") as advance,
        ):
            write(ledger, stream=stream, progress=advance)


def _standard_output(format: str) -> IO[bytes]:
    """Return where an export is printed: as it is, but to a terminal such that it shows all and obeys nothing."""
    if not sys.stdout.isatty():
        return sys.stdout.buffer
    if format == "parquet":
        raise UsageError("--format parquet", "is nothing that a terminal shows", "name a file with --output")
    return cast(IO[bytes], TerminalBytes(sys.stdout, visible if format == "csv" else escaped))
