"""onrecord reads raw news pages and keeps a checkable public record of who said what.

`read` turns one page into its articles with their statements; `Ledger` keeps many in one file and answers
questions about them; `upgrade` brings one of an earlier version up to date. The rest are the records they speak in.
"""

from pathlib import Path

from onrecord.errors import LedgerError, OnrecordError, PageError, UsageError
from onrecord.ledger import Ledger, upgrade
from onrecord.records import (
    Article,
    Caption,
    Entity,
    Event,
    Label,
    Metadata,
    Page,
    Participant,
    Published,
    Quantity,
    Span,
    Statement,
    TimeExpression,
)

__all__ = [
    "Article",
    "Caption",
    "Entity",
    "Event",
    "Label",
    "Ledger",
    "LedgerError",
    "Metadata",
    "OnrecordError",
    "Page",
    "PageError",
    "Participant",
    "Published",
    "Quantity",
    "Span",
    "Statement",
    "TimeExpression",
    "UsageError",
    "read",
    "upgrade",
]


def read(path_or_text: str | Path) -> list[Article]:
    """Read one page: a file's path, or the text of a page itself.

    A `str` is text if it has line breaks, or spaces and no file of that name exists; otherwise it is a path, as a
    `Path` always is. A JSON Lines file gives the articles of all its lines. The encoder is loaded at the
    first call (about two seconds) and kept.

    Returns:
        The articles found, in page order, each with its `statements` and `entities`.

    Raises:
        PageError: the page cannot be read: missing, empty, binary, not English, ...
    """
    # Imported here, since the encoder takes long to import and `Ledger` does not need it to answer.
    from onrecord.page_reading import read_page  # noqa: PLC0415

    return read_page(path_or_text)
