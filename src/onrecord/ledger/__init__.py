"""The ledger: schema, writing, asking, checking and exporting. Nothing else in onrecord touches a database."""

from onrecord.ledger.answers import Entities, Events, Figures, Statements, Stats
from onrecord.ledger.checking import Problem
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.opening import upgrade
from onrecord.ledger.rows import (
    FORMATS,
    SHOWN_CONFIDENCE,
    SHOWN_MEDIA,
    TABLES,
    ArticleRow,
    EntityRow,
    EventRow,
    JudgementRow,
    ParticipantRow,
    QuantityRow,
    ReviewRow,
    SideRow,
    SpanRow,
    StatementRow,
)

__all__ = [
    "FORMATS",
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "TABLES",
    "ArticleRow",
    "Entities",
    "EntityRow",
    "EventRow",
    "Events",
    "Figures",
    "JudgementRow",
    "Ledger",
    "ParticipantRow",
    "Problem",
    "QuantityRow",
    "ReviewRow",
    "SideRow",
    "SpanRow",
    "StatementRow",
    "Statements",
    "Stats",
    "upgrade",
]
