"""Commands that read pages into the ledger: add, reread."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.ledger_file import open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Pipeline, Processes, day
from onrecord.cli.render import err, print_error, print_json, progress
from onrecord.cli.stopping import if_stopped

if TYPE_CHECKING:
    from onrecord.ledger import Added, Kept, Ledger

# Of so few pages each is told of, of more only those with less story than this, and so many of them.
_FEW, _HALF, _MOST_TOLD = 3, 0.5, 10


def add(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help='Files, folders, or "-" for standard input.')],
    published: Annotated[
        date | None,
        typer.Option(parser=day, metavar="DATE", help="When pages that print no date of their own were published."),
    ] = None,
    url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Where the page was got, of one page: what is read from there later is newer."
        ),
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
    with open_to_write(path, create=True) as ledger, _counted_if_stopped(ledger):
        with progress("Reading") as advance:
            added = ledger.add(
                paths,
                published=published,
                url=url,
                follow_links=follow_links,
                pipeline=pipeline,
                processes=processes,
                link=False,
                progress=advance,
                failed=_tell,
            )
        with progress("Linking") as advance:
            ledger.link(progress=advance)
    _report(added, json=json)


def reread(
    pipeline: Pipeline = None, processes: Processes = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False
) -> None:
    """Read every stored page again with this version; what was read before is kept beside it."""
    with open_to_write(path) as ledger, _counted_if_stopped(ledger), progress("Rereading") as advance:
        added = ledger.reread(pipeline=pipeline, processes=processes, progress=advance, failed=_tell)
    _report(added, json=json)


def _counted_if_stopped(ledger: Ledger) -> AbstractContextManager[None]:
    """Say how many pages the ledger has, if the run is stopped."""
    return if_stopped(lambda: f"{_are(ledger.stats()['pages'])} in the ledger; run the same command again to go on")


def _tell(error: Exception) -> None:
    print_error(str(error))


def _report(added: Added, *, json: bool) -> None:
    """Say what was done, and exit with 1 if a page failed."""
    for one in added.replaced:
        title = f" ({one.title})" if one.title else ""
        print_error(f"{one.page}: replaces the version read on {one.read_on}{title}, which is kept")
    for link in added.left_out:
        print_error(str(link))
    if json:
        failures = [{"page": e.subject, "reason": e.reason, "remedy": e.remedy} for e in added.failures]
        counts = {"pages": added.pages, "articles": added.articles, "statements": added.statements}
        replaced = [
            {"page": one.page, "sha256": one.sha256, "title": one.title, "read_on": one.read_on.isoformat()}
            for one in added.replaced
        ]
        kept = [asdict(one) for one in added.kept]
        print_json(counts | {"unchanged": added.unchanged, "replaced": replaced, "failed": failures, "kept": kept})
    else:
        parts = [
            _count(added.pages, "page") + " read",
            _count(added.articles, "article"),
            _count(added.statements, "statement"),
        ]
        if added.replaced:
            parts.append(f"{len(added.replaced):,} replaced")
        if added.unchanged:
            parts.append(f"{added.unchanged:,} unchanged")
        if added.failures:
            parts.append(f"{len(added.failures):,} failed")
        err.print(", ".join(parts))
        _tell_kept(added.kept)
    if added.failures:
        raise typer.Exit(1)


def _tell_kept(kept: list[Kept]) -> None:
    """Say how much of the prose of pages is story: of each of a few pages, of many where it is under half."""
    few = len(kept) <= _FEW
    told = kept if few else [one for one in kept if one.story < _HALF]
    for one in told[:_MOST_TOLD]:
        shares = f"{one.story:.0%} of the prose is story, {one.debris:.0%} debris, {one.unread:.0%} unread"
        doubt = "; less than half: see `onrecord show ARTICLE --debris`" if one.story < _HALF else ""
        print_error(f"{one.page}: {shares} ({one.extractor}){doubt}")
    if len(told) > _MOST_TOLD:
        print_error(f"... and {len(told) - _MOST_TOLD:,} more of which less than half of the prose is story (--json)")
    elif not few and not told:
        print_error("of each page more than half of the prose is story (--json has the shares)")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _are(pages: int) -> str:
    return _count(pages, "page") + (" is" if pages == 1 else " are")
