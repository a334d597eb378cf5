"""The program `onrecord`: its commands, and how it ends."""

import os
import sys
from importlib import metadata
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from onrecord.cli import articles, entities, events, export, judgements, ledger, pages, quantities, review, statements
from onrecord.cli.render import out, print_error
from onrecord.errors import OnrecordError, UsageError

_FORMERLY = {"figures": "quantities", "list": "articles"}


class _Commands(TyperGroup):
    """The commands, which still answer to what they were called before."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 -- the types of Typer's own copy of Click
        """Return the command of this name, None if there is none."""
        return super().get_command(ctx, _FORMERLY.get(cmd_name, cmd_name))


app = typer.Typer(
    cls=_Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:
    if asked:
        out.print(f"onrecord {metadata.version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news pages and keep a checkable record of who said what."""


for command in (
    pages.add,
    statements.statements,
    statements.who,
    statements.said,
    quantities.quantities,
    events.events,
    articles.show,
    articles.articles,
    entities.entities,
    ledger.stats,
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
    ledger.upgrade,
):
    app.command()(command)


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
