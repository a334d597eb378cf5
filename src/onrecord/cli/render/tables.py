"""Tables as wide as the terminal."""

from collections.abc import Callable, Sequence

from rich.table import Table

from onrecord.cli.render.terminal import err, out, print_json
from onrecord.cli.render.text import Text
from onrecord.ledger import Answer

# Characters of the longest id or time.
_WHOLE = 20


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str | Text]], *, flexible: str) -> None:
    """Print a table as wide as the terminal; the column named `flexible` takes the room that is left."""
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for place, column in enumerate(columns):
        if column == flexible:
            table.add_column(column, ratio=1, overflow="fold")
        else:
            # An id, a day or a time is never broken, so that it can be copied.
            cells = [str(row[place]) for row in rows]
            whole = all(len(cell) <= _WHOLE and " " not in cell for cell in cells)
            table.add_column(column, overflow="fold", max_width=24, no_wrap=whole)
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
        print_rest(found.at_least - len(found), all_counted=found.all_counted)


def print_rest(left: int, *, all_counted: bool = True) -> None:
    """Say on standard error how many rows are not shown, if any."""
    if left > 0:
        more = f"{left:,}" if all_counted else f"at least {left:,}"
        err.print(f"... and {more} more: choose with --limit, or take all with --json.")
