"""Commands about the ledger as a whole: stats, check."""

import typer

from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile
from onrecord.cli.render import err, print_counts, print_error, print_json, progress
from onrecord.ledger import Ledger


def stats(ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Count what is in the ledger."""
    with Ledger(ledger, create=False) as book:
        counted = book.stats()
    if json:
        print_json(counted)
    else:
        print_counts(counted)


def check(ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Prove that every row of the ledger still equals the stored pages; exit with 1 if one does not."""
    with Ledger(ledger, create=False) as book, progress("Checking") as advance:
        problems = list(book.check(progress=advance))
    if json:
        print_json({"problems": [{"page": p.page, "row": p.row, "reason": p.reason} for p in problems]})
    else:
        for problem in problems:
            print_error(f"{problem.page}: {problem.row}: {problem.reason}")
        err.print(f"{len(problems):,} problems." if problems else "Every row equals its page.")
    if problems:
        raise typer.Exit(1)
