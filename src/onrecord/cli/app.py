"""The program `onrecord` and its commands."""

from importlib import metadata
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from onrecord.cli import articles, entities, events, export, judgements, ledger, pages, quantities, review, statements
from onrecord.cli.render import out
from onrecord.errors import UsageError

_FORMERLY = {"figures": "quantities", "list": "articles"}


class _Commands(TyperGroup):
    """The commands, which still answer to what they were called before."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 -- the types of Typer's own copy of Click
        """Return the command of this name, None if there is none."""
        return super().get_command(ctx, _FORMERLY.get(cmd_name, cmd_name))


class _Command(TyperCommand):
    """A command, which takes no argument for text that is none."""

    # Names of files may be any bytes.
    _FILES = "paths"

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 -- the types of Typer's own copy of Click
        """Run the command.

        Raises:
            UsageError: an argument that is no file's name has bytes that are not UTF-8.
        """
        for name, given in ctx.params.items():
            for one in given if isinstance(given, list) and name != self._FILES else [given]:
                if isinstance(one, str):
                    _check_text(one)
        return super().invoke(ctx)


def _check_text(argument: str) -> None:
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise UsageError(argument, "is not text in UTF-8", "write it in the encoding of the terminal") from error


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
    app.command(cls=_Command)(command)
