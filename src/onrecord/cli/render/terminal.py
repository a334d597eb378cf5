"""Standard output and standard error: colour where the terminal has it, progress, and plain JSON for programs."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

out = Console(soft_wrap=False, highlight=False)
err = Console(stderr=True, highlight=False)


def print_json(value: Any) -> None:  # noqa: ANN401 -- whatever JSON can hold
    """Write `value` as one JSON document to standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_error(message: str) -> None:
    """Write one line to standard error, whatever is in it."""
    err.print(Text(" ".join(message.splitlines())), soft_wrap=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar with an estimate on standard error, if that is a terminal, while the block runs.

    Yields a function to be called with how much is done and how much there is in all.
    """
    bar = Progress(
        TextColumn(what),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total or None)
