"""Rows that count others."""

from typing import TypedDict


class OutletRow(TypedDict):
    """An outlet: how many articles of it there are in their current version, and how many statements in them.

    These are all statements, also those that are not shown unless asked for, but those that the user dismissed.
    """

    name: str
    articles: int
    statements: int
