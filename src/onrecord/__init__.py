"""onrecord reads raw news pages and keeps a checkable public record of who said what.

`read` turns one page into its articles with their statements; `Ledger` keeps many in one file and answers
questions about them; `upgrade` brings one of an earlier version up to date. The rest are what they speak in:
records (what is read), rows (what leaves a ledger), results, vocabularies and errors; see docs/reference/python.md.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import LedgerError, NotFoundError, OnrecordError, PageError, UsageError, WorkerError
    from onrecord.ledger import (
        FORMATS,
        SCHEMA_VERSION,
        SHOWN_CONFIDENCE,
        SHOWN_MEDIA,
        TABLES,
        Added,
        Answer,
        AppearanceRow,
        Appearances,
        ArgumentRow,
        Arguments,
        ArticleRef,
        ArticleRow,
        Articles,
        CaptionRow,
        ChangeRow,
        ClaimLinkRow,
        ClaimRow,
        Copies,
        CopyRow,
        CountedRow,
        DisputeRow,
        Disputes,
        EndRow,
        Entities,
        EntityCount,
        EntityLine,
        EntityList,
        EntityRef,
        EntityRow,
        EventRow,
        Events,
        EvidenceRow,
        Explanation,
        FacetsRow,
        FeatureRow,
        JudgementRow,
        Kept,
        LabelRow,
        Ledger,
        LinkRow,
        Links,
        OutletRow,
        Outlets,
        PageRef,
        ParticipantRow,
        PrintedRow,
        PrintingRow,
        Problem,
        ProfileRow,
        Quantities,
        QuantityRow,
        ReadingRef,
        ReasonRow,
        RepeatedRow,
        Replaced,
        ReplyCount,
        ReviewRow,
        RoleRow,
        SideRow,
        SpanRow,
        StatementRow,
        Statements,
        Stats,
        TargetCount,
        ThreadRow,
        Timeline,
        TimelineRow,
        TimeRow,
        UtteranceRow,
        Utterances,
        VersionRow,
        upgrade,
    )
    from onrecord.records import (
        Article,
        Block,
        Caption,
        Entity,
        Event,
        Label,
        Metadata,
        Moment,
        Page,
        Participant,
        Published,
        Quantity,
        Reason,
        Span,
        Statement,
        TimeExpression,
    )
    from onrecord.vocabulary import (
        VOCABULARIES,
        Act,
        BlockRole,
        EntityType,
        EventModality,
        EventType,
        Gender,
        Kind,
        Medium,
        Polarity,
        PublicationBasis,
        ReasonedField,
        Sector,
        StatementModality,
        TimeBasis,
    )

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "TABLES",
    "VOCABULARIES",
    "Act",
    "Added",
    "Answer",
    "AppearanceRow",
    "Appearances",
    "ArgumentRow",
    "Arguments",
    "Article",
    "ArticleRef",
    "ArticleRow",
    "Articles",
    "Block",
    "BlockRole",
    "Caption",
    "CaptionRow",
    "ChangeRow",
    "ClaimLinkRow",
    "ClaimRow",
    "Copies",
    "CopyRow",
    "CountedRow",
    "DisputeRow",
    "Disputes",
    "EndRow",
    "Entities",
    "Entity",
    "EntityCount",
    "EntityLine",
    "EntityList",
    "EntityRef",
    "EntityRow",
    "EntityType",
    "Event",
    "EventModality",
    "EventRow",
    "EventType",
    "Events",
    "EvidenceRow",
    "Explanation",
    "FacetsRow",
    "FeatureRow",
    "Gender",
    "JudgementRow",
    "Kept",
    "Kind",
    "Label",
    "LabelRow",
    "Ledger",
    "LedgerError",
    "LinkRow",
    "Links",
    "Medium",
    "Metadata",
    "Moment",
    "NotFoundError",
    "OnrecordError",
    "OutletRow",
    "Outlets",
    "Page",
    "PageError",
    "PageRef",
    "Participant",
    "ParticipantRow",
    "Polarity",
    "PrintedRow",
    "PrintingRow",
    "Problem",
    "ProfileRow",
    "PublicationBasis",
    "Published",
    "Quantities",
    "Quantity",
    "QuantityRow",
    "ReadingRef",
    "Reason",
    "ReasonRow",
    "ReasonedField",
    "RepeatedRow",
    "Replaced",
    "ReplyCount",
    "ReviewRow",
    "RoleRow",
    "Sector",
    "SideRow",
    "Span",
    "SpanRow",
    "Statement",
    "StatementModality",
    "StatementRow",
    "Statements",
    "Stats",
    "TargetCount",
    "ThreadRow",
    "TimeBasis",
    "TimeExpression",
    "TimeRow",
    "Timeline",
    "TimelineRow",
    "UsageError",
    "UtteranceRow",
    "Utterances",
    "VersionRow",
    "WorkerError",
    "read",
    "upgrade",
]


# Where the names are that are public: those that load fast come first.
_PLACES = ("errors", "records", "vocabulary", "ledger")


def __getattr__(name: str) -> object:
    """Return what is public when it is first asked for, since the ledger takes a while to load."""
    if name in __all__:
        for place in _PLACES:
            found: object = getattr(import_module(f"onrecord.{place}"), name, None)
            if found is not None:
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the names that are public."""
    return __all__


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
