"""The arguments and options that several commands share."""

import math
from collections.abc import Callable, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, TypedDict, cast, get_args

import typer

from onrecord.ledger import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.vocabulary import Act, Kind, Medium


def day(text: str) -> date:
    """Return the date written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is not a date: write it as YYYY-MM-DD") from error


def probability(text: str) -> float:
    """Return the number from 0 to 1 that is written."""
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise typer.BadParameter(f"{text!r} is no number from 0 to 1")
    return number


def one_of[Choice: str](choices: Sequence[Choice]) -> Callable[[str], Choice]:
    """Return a parser that takes one of `choices`, whatever its case, and names the nearest where it is none."""

    def parse(text: str) -> Choice:
        for choice in choices:
            if choice.casefold() == text.casefold():
                return choice
        near = get_close_matches(text.casefold(), [choice.casefold() for choice in choices], n=1)
        meant = [choice for choice in choices if choice.casefold() in near]
        hint = f"Did you mean {meant[0]!r}? " if meant else ""
        raise typer.BadParameter(f"{text!r} is not known. {hint}Choose one of {', '.join(choices)}.")

    return parse


ACTS: tuple[Act, ...] = get_args(Act.__value__)
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
# More rows SQLite cannot count.
_LARGEST = 2**63 - 1
# More processes than any machine's memory holds are asked for by mistake.
_MOST_PROCESSES = 256
_MEDIA = ("said", *get_args(Medium.__value__), "all")

LedgerFile = Annotated[
    Path,
    typer.Option("--ledger", envvar="ONRECORD_LEDGER", help="The ledger's file.", metavar="FILE", show_default=True),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Csv = Annotated[
    Path | None,
    typer.Option("--csv", metavar="FILE", help="Write a flat table for spreadsheets to this file; - prints it."),
]
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
SpeakerOption = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME|ID", help="Who said it: whole words of a name, or an id."),
]
OutletOption = Annotated[
    str | None,
    typer.Option("--outlet", metavar="NAME|HOST", help="Who printed it: a name as pages print it, or their host."),
]
AboutOption = Annotated[
    str | None,
    typer.Option("--about", metavar="NAME|ID", help="Who is mentioned in it, or to or against whom it was said."),
]
ActOption = Annotated[
    Act | None,
    typer.Option("--act", parser=one_of(ACTS), metavar="ACT", help=f"One of {', '.join(ACTS)}."),
]
KindOption = Annotated[
    Kind | None,
    typer.Option("--kind", parser=one_of(KINDS), metavar="KIND", help=f"One of {', '.join(KINDS)}."),
]
MediumOption = Annotated[
    str | None,
    typer.Option(
        "--medium",
        parser=one_of(_MEDIA),
        metavar="MEDIUM",
        help="speech, writing, thought (what is believed or meant), all; said is the first two.  [default: said]",
    ),
]
Confidence = Annotated[
    float | None,
    typer.Option(
        "--confidence",
        parser=probability,
        metavar="FLOOR",
        help=f"Only what was read with at least this confidence, from 0 to 1.  [default: {SHOWN_CONFIDENCE}]",
    ),
]
All = Annotated[
    bool, typer.Option("--all", help="Every medium and any confidence, but for what --medium and --confidence say.")
]
Offered = Annotated[bool, typer.Option("--all", help="Also links that are not certain enough to be asserted.")]
Limit = Annotated[
    int | None,
    typer.Option(min=1, max=_LARGEST, help="At most so many rows. A table shows 50 by default, JSON and CSV all."),
]
Pipeline = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="An installed English spaCy pipeline for tags, trees and names, in the encoder's place."
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        min=1,
        max=_MOST_PROCESSES,
        metavar="N",
        help="How many processes read at once; what is read does not depend on it.  "
        "[default: as many as there are cores and memory for, once there is much to read]",
    ),
]
DEFAULT_LEDGER = Path("onrecord.ledger")
SHOWN = 50
"""Rows that a table shows unless told."""


class StatementFilter(TypedDict):
    """Which statements are shown; see `Ledger.statements`."""

    media: Sequence[Medium] | None
    confidence: float


def shown(medium: str | None, confidence: float | None, *, all: bool) -> StatementFilter:
    """Return which statements a user wants to see: speech and writing above the floor unless they say otherwise."""
    medium = medium or ("all" if all else "said")
    media = {"all": None, "said": SHOWN_MEDIA}.get(medium, (cast(Medium, medium),))
    if confidence is None:
        confidence = 0.0 if all else SHOWN_CONFIDENCE
    return StatementFilter(media=media, confidence=confidence)


def limited(limit: int | None, *, whole: bool) -> int | None:
    """Return how many rows to ask for: as many as were named, else all of the whole answer, else those of a table."""
    return limit if limit or whole else SHOWN
