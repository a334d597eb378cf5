"""Counts of what a ledger holds, as a person reads them."""

from onrecord.cli.render.tables import print_table
from onrecord.ledger import Stats


def print_counts(counted: Stats) -> None:
    """Print the counts as a table, a line each."""
    rows = [[name.replace("_", " "), _plain(value)] for name, value in counted.items()]
    print_table(["what", "in the ledger"], rows, flexible="in the ledger")


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(count)}" for name, count in value.items())
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)
