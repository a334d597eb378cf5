"""What leaves the ledger: one shape of row for each table, whoever asks.

parts (what rows are made of), tables (the rows of each table that is exported), judgements (the user's judgements, and
questions to the user), days (days out of the times that rows tell of).
"""

from onrecord.ledger.rows.days import first_day
from onrecord.ledger.rows.judgements import FeatureRow, JudgementRow, ReviewRow, SideRow
from onrecord.ledger.rows.parts import (
    AppearanceRow,
    ArticleRef,
    CaptionRow,
    EntityRef,
    LabelRow,
    PageRef,
    ParticipantRow,
    ReadingRef,
    RoleRow,
    SpanRow,
    TimeRow,
)
from onrecord.ledger.rows.tables import (
    FORMATS,
    TABLES,
    ArticleRow,
    EntityRow,
    EventRow,
    QuantityRow,
    StatementRow,
    columns,
)

__all__ = [
    "FORMATS",
    "TABLES",
    "AppearanceRow",
    "ArticleRef",
    "ArticleRow",
    "CaptionRow",
    "EntityRef",
    "EntityRow",
    "EventRow",
    "FeatureRow",
    "JudgementRow",
    "LabelRow",
    "PageRef",
    "ParticipantRow",
    "QuantityRow",
    "ReadingRef",
    "ReviewRow",
    "RoleRow",
    "SideRow",
    "SpanRow",
    "StatementRow",
    "TimeRow",
    "columns",
    "first_day",
]
