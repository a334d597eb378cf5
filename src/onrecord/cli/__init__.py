"""The command line: thin, it asks the Ledger and shapes what comes back."""

import os
import sys

import typer

from onrecord.cli import asking, judging, keeping, recording, reviewing
from onrecord.cli.terminal import print_error
from onrecord.errors import OnrecordError, UsageError

app = typer.Typer(
    help="Read news pages and keep a checkable record of who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    recording.add,
    asking.who,
    asking.said,
    asking.figures,
    asking.events,
    asking.show,
    asking.list_,
    asking.stats,
    judging.entities,
    judging.merge,
    judging.split,
    judging.rename,
    judging.reattribute,
    judging.dismiss,
    reviewing.review,
    judging.judgements,
    judging.undo,
    keeping.export,
    keeping.check,
    recording.reread,
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
