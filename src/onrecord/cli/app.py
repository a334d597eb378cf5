"""The program `onrecord`: its commands, and how it ends."""

import os
import sys

import typer

from onrecord.cli import articles, entities, events, export, judgements, ledger, pages, quantities, review, statements
from onrecord.cli.render import print_error
from onrecord.errors import OnrecordError, UsageError

app = typer.Typer(
    help="Read news pages and keep a checkable record of who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    pages.add,
    statements.who,
    statements.said,
    quantities.figures,
    events.events,
    articles.show,
    articles.list_,
    ledger.stats,
    entities.entities,
    judgements.merge,
    judgements.split,
    judgements.rename,
    judgements.reattribute,
    judgements.dismiss,
    review.review,
    judgements.judgements,
    judgements.undo,
    export.export,
    ledger.check,
    pages.reread,
):
    app.command(name=command.__name__.rstrip("_"))(command)


def main() -> None:
    """Run the command line; exit with 0 when all was done, 1 when something failed, 2 for wrong usage."""
    try:
        app()
    except UsageError as error:
        print_error(str(error))
        sys.exit(2)
    except OnrecordError as error:
        print_error(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has had enough; say nothing more, also not while the interpreter closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
