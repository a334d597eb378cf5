"""What a person sees: tables that fit, colour where the terminal has it, progress, and plain JSON for programs."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from onrecord.ledger import Answer

out = Console(soft_wrap=False, highlight=False)
err = Console(stderr=True, highlight=False)


def print_json(value: Any) -> None:  # noqa: ANN401 -- whatever JSON can hold
    """Write `value` as one JSON document to standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def print_error(message: str) -> None:
    """Write one line to standard error, whatever is in it."""
    err.print(Text(" ".join(message.splitlines())), soft_wrap=True)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str | Text]], *, flexible: str) -> None:
    """Print a table as wide as the terminal; the column named `flexible` takes the room that is left."""
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for column in columns:
        if column == flexible:
            table.add_column(column, ratio=1, overflow="fold")
        else:
            table.add_column(column, overflow="fold", max_width=24)
    for row in rows:
        # Text, never markup: a page may contain square brackets.
        table.add_row(*(cell if isinstance(cell, Text) else Text(cell) for cell in row))
    out.print(table)


def print_answer[Row](
    found: Answer[Row],
    columns: Sequence[str],
    row: Callable[[Row], Sequence[str | Text]],
    *,
    flexible: str,
    json: bool,
) -> None:
    """Print what the ledger found as a table of `columns`, one `row` for each, or as JSON; see `print_table`."""
    if json:
        print_json(list(found))
    elif not found:
        err.print("Nothing found.")
    else:
        print_table(columns, [row(one) for one in found], flexible=flexible)
        print_rest(found.total - len(found))


def print_rest(left: int) -> None:
    """Say on standard error how many rows are not shown, if any."""
    if left > 0:
        err.print(f"... and {left:,} more: choose with --limit, or take all with --json.")


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
