"""The ledger: one SQLite file of pages and what was read from them. Nothing else in onrecord touches a database.

Inside, each part uses those before it: rows (what leaves the ledger), store (the file and its tables), outlets
(one name for each), registry (entities across articles) and query (what it answers), judgements (the user's), export,
write (from pages to rows), verify (proof that rows equal pages); `Ledger` is made of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.ledger.export import FORMULAS, write_sheet
    from onrecord.ledger.ledger import Ledger
    from onrecord.ledger.query import (
        SHOWN_CONFIDENCE,
        SHOWN_MEDIA,
        Answer,
        Appearances,
        Arguments,
        Articles,
        Copies,
        Disputes,
        Entities,
        EntityList,
        Events,
        Links,
        Outlets,
        Quantities,
        Statements,
        Stats,
        Timeline,
        Utterances,
    )
    from onrecord.ledger.rows import (
        FORMATS,
        SCHEMA_VERSION,
        TABLES,
        AppearanceRow,
        ArgumentRow,
        ArticleRef,
        ArticleRow,
        CaptionRow,
        ChangeRow,
        ClaimLinkRow,
        ClaimRow,
        CopyRow,
        CountedRow,
        DisputeRow,
        EndRow,
        EntityCount,
        EntityLine,
        EntityRef,
        EntityRow,
        EventRow,
        EvidenceRow,
        Explanation,
        FacetsRow,
        FeatureRow,
        JudgementRow,
        LabelRow,
        LinkRow,
        OutletRow,
        PageRef,
        ParticipantRow,
        PrintedRow,
        PrintingRow,
        ProfileRow,
        QuantityRow,
        ReadingRef,
        ReasonRow,
        RepeatedRow,
        ReplyCount,
        ReviewRow,
        RoleRow,
        SideRow,
        SpanRow,
        StatementRow,
        TargetCount,
        ThreadRow,
        TimelineRow,
        TimeRow,
        UtteranceRow,
        VersionRow,
        day_of,
        first_day,
        judgement_text,
        link_text,
        local_day,
        question_text,
        value_text,
        who_asserts,
    )
    from onrecord.ledger.upgrading import upgrade
    from onrecord.ledger.verify import Problem
    from onrecord.ledger.write import Added, Kept, Replaced

__all__ = [
    "FORMATS",
    "FORMULAS",
    "SCHEMA_VERSION",
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "TABLES",
    "Added",
    "Answer",
    "AppearanceRow",
    "Appearances",
    "ArgumentRow",
    "Arguments",
    "ArticleRef",
    "ArticleRow",
    "Articles",
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
    "EntityCount",
    "EntityLine",
    "EntityList",
    "EntityRef",
    "EntityRow",
    "EventRow",
    "Events",
    "EvidenceRow",
    "Explanation",
    "FacetsRow",
    "FeatureRow",
    "JudgementRow",
    "Kept",
    "LabelRow",
    "Ledger",
    "LinkRow",
    "Links",
    "OutletRow",
    "Outlets",
    "PageRef",
    "ParticipantRow",
    "PrintedRow",
    "PrintingRow",
    "Problem",
    "ProfileRow",
    "Quantities",
    "QuantityRow",
    "ReadingRef",
    "ReasonRow",
    "RepeatedRow",
    "Replaced",
    "ReplyCount",
    "ReviewRow",
    "RoleRow",
    "SideRow",
    "SpanRow",
    "StatementRow",
    "Statements",
    "Stats",
    "TargetCount",
    "ThreadRow",
    "TimeRow",
    "Timeline",
    "TimelineRow",
    "UtteranceRow",
    "Utterances",
    "VersionRow",
    "day_of",
    "first_day",
    "judgement_text",
    "link_text",
    "local_day",
    "question_text",
    "upgrade",
    "value_text",
    "who_asserts",
    "write_sheet",
]

# Where what is offered is: what is asked most often comes first, and what is not asked for is not imported.
_PLACES = ("rows", "query", "ledger", "upgrading", "verify", "write", "export")


def __getattr__(name: str) -> object:
    """Return what is offered when it is first asked for."""
    if name in __all__:
        for place in _PLACES:
            found: object = getattr(import_module(f"onrecord.ledger.{place}"), name, None)
            if found is not None:
                globals()[name] = found
                return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return what is offered."""
    return __all__
