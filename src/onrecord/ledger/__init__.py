"""The ledger: schema, writing, asking, checking and exporting. Nothing else in onrecord touches a database."""

from onrecord.ledger.answers import Statements, Stats
from onrecord.ledger.checking import Problem
from onrecord.ledger.ledger import Ledger
from onrecord.ledger.rows import FORMATS, TABLES, ArticleRow, EntityRow, SpanRow, StatementRow

__all__ = [
    "FORMATS",
    "TABLES",
    "ArticleRow",
    "EntityRow",
    "Ledger",
    "Problem",
    "SpanRow",
    "StatementRow",
    "Statements",
    "Stats",
]
