"""What was found, written to a file that a spreadsheet opens."""

import sys
from pathlib import Path
from typing import IO, cast

from onrecord.cli.characters import visible
from onrecord.cli.ledger_file import check_other_file
from onrecord.cli.output_file import written
from onrecord.cli.render import TerminalBytes, print_error
from onrecord.errors import UsageError
from onrecord.ledger import Events, Quantities, Statements


def check_csv(csv: Path | None, ledger: Path, *, json: bool) -> None:
    """Do nothing unless --csv cannot be done as it is asked for.

    Raises:
        UsageError: --json is asked for too, or the file is the ledger.
    """
    if csv is not None:
        if json:
            raise UsageError("--csv", "is another format than --json", "leave one of them out")
        check_other_file(csv, ledger)


def write_csv(found: Statements | Quantities | Events, path: Path) -> None:
    """Write what was found to the file at `path`, whole or not at all, or to standard output if it is "-".

    Raises:
        UsageError: it cannot be written.
    """
    # Imported here, since what writes exports takes long to import and most answers are printed.
    from onrecord.ledger import write_sheet  # noqa: PLC0415

    if str(path) == "-":
        plain = not sys.stdout.isatty()
        write_sheet(found, sys.stdout.buffer if plain else cast(IO[bytes], TerminalBytes(sys.stdout, visible)))
        return
    with written(path) as stream:
        write_sheet(found, stream)
    print_error(f"{len(found):,} rows written to {path}.")
