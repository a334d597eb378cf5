"""Commands about who is who, and for the user's word: entities, merge, split, rename, reattribute, dismiss, undo."""

import csv
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit, limited
from onrecord.cli.terminal import err, print_answer, print_json, print_table
from onrecord.errors import UsageError
from onrecord.ledger import EntityRow, JudgementRow, Ledger
from onrecord.records import EntityType

Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why; it is kept with the judgement.")]
EntityName = Annotated[str, typer.Argument(metavar="ENTITY", help="An entity's id, or a name of it.")]
StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement's id, or its first characters.")]

# Roles of an entity that are shown in a table.
_ROLES = 3


def entities(
    words: Annotated[str | None, typer.Argument(metavar="[WORDS]", help="Words of a name: whole words.")] = None,
    type: Annotated[
        EntityType | None, typer.Option("--type", help="person, organisation, state, group, document or place.")
    ] = None,
    link: Annotated[
        Path | None,
        typer.Option(metavar="FILE.csv", help="Note Wikidata ids: a table with the columns name (or id) and wikidata."),
    ] = None,
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """List the persons, organisations and states of all articles, those named most often first."""
    with Ledger(ledger, create=False) as book:
        if link is not None:
            linked = book.link(_links(link))
            err.print(f"{linked:,} linked to Wikidata.")
        found = book.entities(words, type=type, limit=limited(limit, json=json))
    print_answer(found, ["entity", "name", "type", "articles", "known as"], _row, flexible="known as", json=json)


def merge(
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="An entity's id, or a name of it: it stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The entity that is the same: it becomes part of it.")],
    note: Note = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide that two entities are one."""
    with Ledger(ledger, create=False) as book:
        _print_judgement(book.merge(one, other, note=note), json=json)


def split(
    entity: EntityName,
    called: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Those whom articles call so; may be given again.")
    ] = None,
    in_: Annotated[
        list[str] | None, typer.Option("--in", metavar="ARTICLE", help="Those in this article; may be given again.")
    ] = None,
    note: Note = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide that some whom articles name are somebody else: they become an entity of their own."""
    with Ledger(ledger, create=False) as book:
        made = book.split(entity, called=called or (), articles=in_ or (), note=note)
        _print_judgement(made, json=json)


def rename(
    entity: EntityName,
    name: Annotated[str, typer.Argument(help="The name to show.")],
    note: Note = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide under which name an entity is shown."""
    with Ledger(ledger, create=False) as book:
        _print_judgement(book.rename(entity, name, note=note), json=json)


def reattribute(
    statement: StatementId,
    name: Annotated[str, typer.Argument(help="Who said it: an entity's id or name, or somebody new.")],
    note: Note = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide who made a statement."""
    with Ledger(ledger, create=False) as book:
        _print_judgement(book.reattribute(statement, name, note=note), json=json)


def dismiss(statement: StatementId, note: Note = None, ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Decide that a statement is none, and leave it out."""
    with Ledger(ledger, create=False) as book:
        _print_judgement(book.dismiss(statement, note=note), json=json)


def judgements(ledger: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """List what was decided, with time and note, and what of it was undone."""
    with Ledger(ledger, create=False) as book:
        found = book.judgements()
    if json:
        print_json(found)
    elif not found:
        err.print("Nothing was decided yet.")
    else:
        rows: list[list[str | Text]] = [
            [one["id"], one["made_at"], "undone" if one["undone_at"] else "", told(one), one["note"] or ""]
            for one in found
        ]
        print_table(["judgement", "made", "", "what", "note"], rows, flexible="what")


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id.")],
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Undo a judgement: everything is as if it had not been made."""
    with Ledger(ledger, create=False) as book:
        undone = book.undo(judgement)
    if json:
        print_json(undone)
    else:
        err.print(Text(f"{undone['id']} undone: {told(undone)}"))


def told(judgement: JudgementRow) -> str:
    """Return what a judgement says, in words."""
    kind, says = judgement["kind"], judgement["says"]
    if kind == "merge":
        return f"{says['names'][1]} is {says['names'][0]}"
    if kind == "keep_apart":
        return f"{says['names'][1]} is not {says['names'][0]}"
    if kind == "split":
        parts = [*says["called"], *(place["article"] for place in says["articles"])]
        return f"{', '.join(parts)} of {says['name']} is somebody else: {says['other']}"
    if kind == "rename":
        return f"{says['instead_of']} is shown as {says['name']}"
    if kind == "confirm_name":
        return f"{says['called']} is {says['name']}"
    words = " ".join(says["exact"].split())
    if kind == "reattribute":
        return f"{says['name']} said: {words}"
    return f"{'not a statement' if kind == 'dismiss' else 'rightly read'}: {words}"


def _print_judgement(made: JudgementRow, *, json: bool) -> None:
    if json:
        print_json(made)
    else:
        err.print(Text(f"{made['id']}: {told(made)}. Undo it with: onrecord undo {made['id']}"))


def _row(entity: EntityRow) -> list[str | Text]:
    return [entity["id"], entity["name"], entity["type"], f"{len(entity['appearances']):,}", _known(entity)]


def _known(entity: EntityRow) -> str:
    """Return what else than its name tells who an entity is."""
    roles = [role["role"] for role in entity["roles"][:_ROLES]]
    known = [*roles, *([entity["country"]] if entity["country"] else []), *entity["variants"][:_ROLES]]
    return ", ".join(dict.fromkeys(known))


def _links(path: Path) -> dict[str, str]:
    """Read the Wikidata ids of a table, by the id or name of the entity.

    Raises:
        UsageError: it cannot be read, lacks a column, or has what is no Wikidata id.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(str(path), f"cannot be read ({error})", "give a CSV file in UTF-8") from error
    links = {}
    for line, row in enumerate(rows, start=2):
        asked, wikidata = row.get("id") or row.get("name"), (row.get("wikidata") or "").strip()
        if not asked:
            raise UsageError(f"{path}:{line}", "names no entity", "give it a column id or name")
        if not (wikidata.startswith("Q") and wikidata[1:].isdecimal()):
            raise UsageError(f"{path}:{line}", f"has {wikidata!r} for a Wikidata id", "write one as Q42")
        links[asked] = wikidata
    return links
