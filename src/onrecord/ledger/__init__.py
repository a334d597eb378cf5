"""The ledger: one SQLite file of pages and what was read from them. Nothing else in onrecord touches a database.

Inside, each part uses those before it: rows (what leaves the ledger), store (the file and its tables), registry
(entities across articles) and query (what it answers), judgements (the user's), export, write (from pages to rows),
verify (proof that rows equal pages); `Ledger` is made of them.
"""

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.query import SHOWN_CONFIDENCE, SHOWN_MEDIA, Answer, Entities, Events, Quantities, Statements, Stats
from onrecord.ledger.rows import (
    FORMATS,
    SCHEMA_VERSION,
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
    first_day,
)
from onrecord.ledger.upgrading import upgrade
from onrecord.ledger.verify import Problem
from onrecord.ledger.write import Added

__all__ = [
    "FORMATS",
    "SCHEMA_VERSION",
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "TABLES",
    "Added",
    "Answer",
    "ArticleRow",
    "Entities",
    "EntityRow",
    "EventRow",
    "Events",
    "JudgementRow",
    "Ledger",
    "ParticipantRow",
    "Problem",
    "Quantities",
    "QuantityRow",
    "ReviewRow",
    "SideRow",
    "SpanRow",
    "StatementRow",
    "Statements",
    "Stats",
    "first_day",
    "upgrade",
]
