"""Commands about statements: statements, and its short forms who and said."""

from functools import partial
from typing import Annotated

import typer

from onrecord.cli.ledger_file import open_to_read
from onrecord.cli.options import (
    DEFAULT_LEDGER,
    AboutOption,
    ActOption,
    All,
    Confidence,
    Csv,
    Json,
    KindOption,
    LedgerFile,
    Limit,
    MediumOption,
    OutletOption,
    Since,
    SpeakerOption,
    Until,
    limited,
    shown,
)
from onrecord.cli.render import print_hidden, print_statements, suggest_names
from onrecord.cli.sheet_file import check_csv, write_csv

_WORDS = 'Words that were said; "a phrase" in quotes, a beginning with *.'

_DEFAULT = shown(None, None, all=False)


def statements(
    words: Annotated[str | None, typer.Argument(metavar="WORDS", help=_WORDS)] = None,
    speaker: SpeakerOption = None,
    act: ActOption = None,
    kind: KindOption = None,
    medium: MediumOption = None,
    since: Since = None,
    until: Until = None,
    outlet: OutletOption = None,
    about: AboutOption = None,
    confidence: Confidence = None,
    all: All = False,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Show who said what: everything, or what fits all that is asked for."""
    asked = shown(medium, confidence, all=all)
    check_csv(csv, path, json=json)
    with open_to_read(path) as ledger:
        ask = partial(
            ledger.statements,
            speaker=speaker,
            words=words,
            act=act,
            kind=kind,
            since=since,
            until=until,
            outlet=outlet,
            about=about,
        )
        found = ask(limit=limited(limit, whole=json or csv is not None), **asked)
        if csv is not None:
            write_csv(found, csv)
        else:
            print_statements(found, json=json)
        # Where there are very many, counting all of them would take longer than the answer.
        if asked == _DEFAULT and not json and found.all_counted:
            print_hidden(ask(media=None, confidence=0, limit=1).total - found.at_least)
        if not found:
            for name in filter(None, (speaker, about)):
                suggest_names(ledger, name)


def who(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="Who said it: whole words of a name, or an id.")],
    act: ActOption = None,
    kind: KindOption = None,
    medium: MediumOption = None,
    since: Since = None,
    until: Until = None,
    outlet: OutletOption = None,
    about: AboutOption = None,
    confidence: Confidence = None,
    all: All = False,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Show what a person or organisation said: short for statements --speaker NAME."""
    statements(None, name, act, kind, medium, since, until, outlet, about, confidence, all, limit, path, csv, json)


def said(
    words: Annotated[str, typer.Argument(metavar="WORDS", help=_WORDS)],
    speaker: SpeakerOption = None,
    act: ActOption = None,
    kind: KindOption = None,
    medium: MediumOption = None,
    since: Since = None,
    until: Until = None,
    outlet: OutletOption = None,
    about: AboutOption = None,
    confidence: Confidence = None,
    all: All = False,
    limit: Limit = None,
    path: LedgerFile = DEFAULT_LEDGER,
    csv: Csv = None,
    json: Json = False,
) -> None:
    """Show who said these words: short for statements WORDS."""
    statements(words, speaker, act, kind, medium, since, until, outlet, about, confidence, all, limit, path, csv, json)
