"""The arguments and options that several commands share."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord.records import Kind, Medium


def day(text: str) -> date:
    """Return the date written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a date: write it as YYYY-MM-DD") from error


LedgerFile = Annotated[
    Path,
    typer.Option("--ledger", envvar="ONRECORD_LEDGER", help="The ledger's file.", metavar="FILE", show_default=True),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Since = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Only what was said, or else published, on or after this day."),
]
Until = Annotated[
    date | None,
    typer.Option(parser=day, metavar="DATE", help="Only what was said, or else published, on or before this day."),
]
HoldsSince = Annotated[
    date | None,
    typer.Option(
        "--since", parser=day, metavar="DATE", help="Only what holds, or else was published, on or after this day."
    ),
]
HoldsUntil = Annotated[
    date | None,
    typer.Option(
        "--until", parser=day, metavar="DATE", help="Only what holds, or else was published, on or before this day."
    ),
]
HappenedSince = Annotated[
    date | None,
    typer.Option("--since", parser=day, metavar="DATE", help="Only of this day or later; without one, as published."),
]
HappenedUntil = Annotated[
    date | None,
    typer.Option("--until", parser=day, metavar="DATE", help="Only of this day or earlier; without one, as published."),
]
KindOption = Annotated[Kind | None, typer.Option("--kind", help="direct, indirect or mixed.")]
MediumOption = Annotated[
    Literal["said", "speech", "writing", "thought", "all"],
    typer.Option("--medium", help="speech, writing, thought (what is believed or meant), all; said is the first two."),
]
Limit = Annotated[
    int | None,
    typer.Option(min=1, help="At most so many rows. Tables show 50 unless told; JSON is never cut unless told."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="An installed English spaCy pipeline for tags, trees and names, in the encoder's place."
    ),
]
DEFAULT_LEDGER = Path("onrecord.ledger")
SHOWN = 50
"""Rows that a table shows unless told."""


def media(chosen: Literal["said", "speech", "writing", "thought", "all"]) -> Sequence[Medium] | None:
    """Return the media a user chose, None for all of them."""
    if chosen == "all":
        return None
    return ("speech", "writing") if chosen == "said" else (chosen,)


def limited(limit: int | None, *, json: bool) -> int | None:
    """Return how many rows to ask for: as many as told, else all for a program and those of a table for a person."""
    return limit if limit or json else SHOWN
