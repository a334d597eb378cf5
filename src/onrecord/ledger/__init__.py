"""The ledger: schema, writing, asking, checking and exporting. Nothing else in onrecord touches a database."""

from onrecord.ledger.checking import Problem
from onrecord.ledger.ledger import Ledger, Statements, Stats
from onrecord.ledger.rows import ArticleRow, EntityRow, SpanRow, StatementRow

TABLES = ("statements", "quantities", "events", "links", "articles", "entities")
"""The tables that can be exported. Nothing reads quantities, events and links yet: they have no rows."""

FORMATS = ("jsonl", "csv", "parquet", "jsonld")
"""The formats of exports."""

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
