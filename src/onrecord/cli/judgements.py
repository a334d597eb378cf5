"""Commands for the user's judgements: merge, split, rename, reattribute, dismiss, confirm, reject, judgements, undo."""

from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read, open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit, limited
from onrecord.cli.render import print_judgement, print_judgements, print_undone

Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why; it is kept with the judgement.")]
EntityName = Annotated[str, typer.Argument(metavar="ENTITY", help="An entity's id, or a name of it.")]
LinkId = Annotated[str, typer.Argument(metavar="LINK", help="A link's id, or its first characters.")]
StatementId = Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement's id, or its first characters.")]


def merge(
    one: Annotated[str, typer.Argument(metavar="ENTITY", help="An entity's id, or a name of it: it stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The entity that is the same: it becomes part of it.")],
    note: Note = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide that two entities are one."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.merge(one, other, note=note), json=json)


def split(
    entity: EntityName,
    called: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Those whom articles call so; may be given again.")
    ] = None,
    in_: Annotated[
        list[str] | None, typer.Option("--in", metavar="ARTICLE", help="Those in this article; may be given again.")
    ] = None,
    note: Note = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide that some whom articles name are somebody else: they become an entity of their own."""
    with open_to_write(path) as ledger:
        made = ledger.split(entity, called=called or (), articles=in_ or (), note=note)
        print_judgement(made, json=json)


def rename(
    entity: EntityName,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name to show.")],
    note: Note = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide under which name an entity is shown."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.rename(entity, name, note=note), json=json)


def reattribute(
    statement: StatementId,
    name: Annotated[
        str, typer.Argument(metavar="NAME|ID", help="Who said it: an entity's id or name, or somebody new.")
    ],
    note: Note = None,
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Decide who made a statement."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.reattribute(statement, name, note=note), json=json)


def dismiss(statement: StatementId, note: Note = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Decide that a statement is none, and leave it out."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.dismiss(statement, note=note), json=json)


def confirm(link: LinkId, note: Note = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Decide that a link is right: it is asserted from now on."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.confirm_link(link, note=note), json=json)


def reject(link: LinkId, note: Note = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Decide that a link is wrong, and leave it out."""
    with open_to_write(path) as ledger:
        print_judgement(ledger.reject_link(link, note=note), json=json)


def judgements(limit: Limit = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """List what was decided, with time and note, and what of it was undone; with --limit the last of it."""
    with open_to_read(path) as ledger:
        made = ledger.judgements()
    print_judgements(made[-(limited(limit, whole=json) or len(made)) :], total=len(made), json=json)


def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="A judgement's id.")],
    path: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Undo a judgement: everything is as if it had not been made."""
    with open_to_write(path) as ledger:
        undone = ledger.undo(judgement)
    print_undone(undone, json=json)
