"""Commands about statements: who, said."""

from typing import Annotated

import typer

from onrecord.cli.options import (
    DEFAULT_LEDGER,
    Json,
    KindOption,
    LedgerFile,
    Limit,
    MediumOption,
    Since,
    Until,
    limited,
    media,
)
from onrecord.cli.render import print_statements
from onrecord.ledger import Ledger


def who(
    name: Annotated[str, typer.Argument(help="A speaker's name, or a part of it: whole words.")],
    since: Since = None,
    until: Until = None,
    kind: KindOption = None,
    medium: MediumOption = "said",
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show what a person or organisation said."""
    with Ledger(ledger, create=False) as book:
        found = book.statements(
            speaker=name, since=since, until=until, kind=kind, media=media(medium), limit=limited(limit, json=json)
        )
    print_statements(found, json=json)


def said(
    words: Annotated[str, typer.Argument(help='Words that were said; "a phrase" in quotes, a beginning with *.')],
    since: Since = None,
    until: Until = None,
    kind: KindOption = None,
    medium: MediumOption = "said",
    limit: Limit = None,
    ledger: LedgerFile = DEFAULT_LEDGER,
    json: Json = False,
) -> None:
    """Show who said these words."""
    with Ledger(ledger, create=False) as book:
        found = book.statements(
            words=words, since=since, until=until, kind=kind, media=media(medium), limit=limited(limit, json=json)
        )
    print_statements(found, json=json)
