"""Commands that read pages into the ledger: add, reread."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.ledger_file import open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Pipeline, Processes, day
from onrecord.cli.render import err, print_error, print_json, progress

if TYPE_CHECKING:
    from onrecord.ledger import Added


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help='Files, folders, or "-" for standard input.')],
    published: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="When pages that print no date of their own were published."),
    ] = None,
    follow_links: Annotated[
        bool, typer.Option("--follow-links", help="Also read what links below a folder lead to outside of it.")
    ] = False,
    pipeline: Pipeline = None,
    processes: Processes = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Read pages into the ledger; pages that are there already are left as they are."""
    with open_to_write(path, create=True) as ledger, progress("Reading") as advance:
        added = ledger.add(
            paths,
            published=published,
            follow_links=follow_links,
            pipeline=pipeline,
            processes=processes,
            progress=advance,
            failed=_tell,
        )
    _report(added, json=json)


def reread(
    pipeline: Pipeline = None, processes: Processes = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False
) -> None:
    """Read every stored page again with this version; what was read before is kept beside it."""
    with open_to_write(path) as ledger, progress("Rereading") as advance:
        added = ledger.reread(pipeline=pipeline, processes=processes, progress=advance, failed=_tell)
    _report(added, json=json)


def _tell(error: Exception) -> None:
    print_error(str(error))


def _report(added: Added, *, json: bool) -> None:
    """Say what was done, and exit with 1 if a page failed."""
    for link in added.left_out:
        print_error(str(link))
    if json:
        failures = [{"page": e.subject, "reason": e.reason, "remedy": e.remedy} for e in added.failures]
        counts = {"pages": added.pages, "articles": added.articles, "statements": added.statements}
        print_json(counts | {"unchanged": added.unchanged, "failed": failures})
    else:
        parts = [
            _count(added.pages, "page") + " read",
            _count(added.articles, "article"),
            _count(added.statements, "statement"),
        ]
        if added.unchanged:
            parts.append(f"{added.unchanged:,} unchanged")
        if added.failures:
            parts.append(f"{len(added.failures):,} failed")
        err.print(", ".join(parts))
    if added.failures:
        raise typer.Exit(1)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
