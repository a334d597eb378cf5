"""The program `onrecord` and its commands."""

from functools import partial
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from onrecord.errors import UsageError

COMMANDS = {
    "add": ("pages", "Read pages into the ledger; pages that are there already are left as they are."),
    "statements": ("statements", "Show who said what: everything, or what fits all that is asked for."),
    "who": ("statements", "Show what a person or organisation said: short for statements --speaker NAME."),
    "said": ("statements", "Show who said these words: short for statements WORDS."),
    "quantities": (
        "quantities",
        "Show what quantities are told of something, over time: how many, who says so, and where it is printed.",
    ),
    "dispute": (
        "quantities",
        "Show figures on which not all agree: who says how many and when, and who revised or contradicted whom.",
    ),
    "events": (
        "events",
        "Show who did what to whom, when, whether it happened or is only said to have, and where it is printed.",
    ),
    "show": (
        "articles",
        "Show a statement with its place on the page, an article with its statements coloured by speaker, "
        "or an entity.",
    ),
    "timeline": (
        "timelines",
        "Show what somebody said and did, or what was said of something, day by day; each statement once.",
    ),
    "thread": (
        "links",
        "Show the argument that a statement is part of, as a tree over time: what it replies to, what replies to that.",
    ),
    "copies": (
        "links",
        "Show of which article one is a copy, and all other copies of that: who printed the same text, and when.",
    ),
    "changed": (
        "versions",
        "Show which claims came, went or changed between the versions of a page, and whether the speaker changed them.",
    ),
    "articles": ("articles", "List the articles in the ledger."),
    "entities": (
        "entities",
        "List the persons, organisations and states of all articles, those named most often first.",
    ),
    "stats": ("ledger", "Count what is in the ledger."),
    "serve": (
        "serving",
        "Open the reading room: the ledger in a browser, to read, follow, search and correct, with a JSON API.",
    ),
    "merge": ("judgements", "Decide that two entities are one."),
    "split": (
        "judgements",
        "Decide that some whom articles name are somebody else: they become an entity of their own.",
    ),
    "rename": ("judgements", "Decide under which name an entity is shown."),
    "reattribute": ("judgements", "Decide who made a statement."),
    "dismiss": ("judgements", "Decide that a statement is none, and leave it out."),
    "confirm": ("judgements", "Decide that a link is right: it is asserted from now on."),
    "reject": ("judgements", "Decide that a link is wrong, and leave it out."),
    "review": (
        "review",
        "Ask about what is least certain, one key for an answer; with --json, print the questions instead.",
    ),
    "judgements": (
        "judgements",
        "List what was decided, with time and note, and what of it was undone; with --limit the last of it.",
    ),
    "undo": ("judgements", "Undo a judgement: everything is as if it had not been made."),
    "export": (
        "export",
        "Write a whole table of the ledger, every row unless --shown; --json is short for --format jsonl.",
    ),
    "check": (
        "ledger",
        "Prove that every row is as it was written and equals its page; print the root; exit with 1 if one does not.",
    ),
    "link": (
        "links",
        "Find how what is said belongs together, in the articles for which that was not done yet.",
    ),
    "reread": ("pages", "Read every stored page again with this version; what was read before is kept beside it."),
    "upgrade": ("ledger", "Bring a ledger of an older version up to date, and keep a copy of it as it was beside it."),
}
"""In which module each command is, and its first line of help: to list them, none is loaded."""

_FORMERLY = {"figures": "quantities", "list": "articles"}
_typer = partial(typer.Typer, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


class _Commands(TyperGroup):
    """The commands, each loaded when it is run; they still answer to what they were called before."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 -- what Typer gives to a group
        super().__init__(**given)
        for name, (_, line) in COMMANDS.items():
            self.add_command(_Listed(name, help=line))

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


class _Listed(TyperCommand):
    """A command as it is listed, which loads itself to be run."""

    def make_context(self, info_name: Any, args: Any, parent: Any = None, **extra: Any) -> Any:  # noqa: ANN401
        """Return the context of the command itself."""
        assert self.name is not None
        return load(self.name).make_context(info_name, args, parent=parent, **extra)


def load(name: str) -> Any:  # noqa: ANN401 -- a command of Typer's own copy of Click
    """Return one of `COMMANDS`, with its arguments and options."""
    alone = _typer()
    alone.command(name, cls=_Command)(getattr(import_module(f"onrecord.cli.{COMMANDS[name][0]}"), name))
    return typer.main.get_command(alone)


app = _typer(cls=_Commands, no_args_is_help=True)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib import metadata  # noqa: PLC0415 -- takes long to import

        typer.echo(f"onrecord {metadata.version('onrecord')}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read news pages and keep a checkable record of who said what."""
