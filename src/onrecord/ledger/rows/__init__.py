"""What leaves the ledger: one shape of row for each table, whoever asks.

tables (the rows of each table that is exported), parts (what they are made of), fields (what a field is, and what comes
from that), gathered (rows that answers make of several), counted (rows that count others), judgements (the user's
judgements, and questions to the user), link_ids, days (days out of the times that rows tell of), ranks (by which rows
are in the order of time), reasons (why a statement is read as it is), in_words (what
rows say, for a person).
"""

from onrecord.ledger.rows.conformity import conforming
from onrecord.ledger.rows.counted import OutletRow
from onrecord.ledger.rows.days import first_day, iso_day, iso_moment, local_day
from onrecord.ledger.rows.fields import Field, FieldOf, Stored, columns, fields_of, in_order, stored_values
from onrecord.ledger.rows.gathered import (
    ChangeRow,
    ClaimLinkRow,
    ClaimRow,
    CopyRow,
    DisputeRow,
    ThreadRow,
    TimelineRow,
    VersionRow,
)
from onrecord.ledger.rows.in_words import day_of, judgement_text, question_text, value_text, who_asserts
from onrecord.ledger.rows.judgements import EndRow, FeatureRow, JudgementRow, ReviewRow, SideRow
from onrecord.ledger.rows.link_ids import link_id
from onrecord.ledger.rows.parts import (
    AppearanceRow,
    ArticleRef,
    CaptionRow,
    EntityRef,
    LabelRow,
    PageRef,
    ParticipantRow,
    PrintingRow,
    ReadingRef,
    RoleRow,
    SpanRow,
    TimeRow,
)
from onrecord.ledger.rows.ranks import (
    NEWEST_FIRST,
    OLDEST_FIRST,
    key_at,
    newest_first,
    oldest_first,
    ranks_newest_first,
    ranks_oldest_first,
)
from onrecord.ledger.rows.reasons import Explanation, ReasonRow, packed, unpacked
from onrecord.ledger.rows.tables import (
    FORMATS,
    SCHEMA_VERSION,
    SHAPES,
    TABLES,
    ArticleRow,
    EntityLine,
    EntityRow,
    EventRow,
    EvidenceRow,
    LinkRow,
    QuantityRow,
    StatementRow,
    UtteranceRow,
)

__all__ = [
    "FORMATS",
    "NEWEST_FIRST",
    "OLDEST_FIRST",
    "SCHEMA_VERSION",
    "SHAPES",
    "TABLES",
    "AppearanceRow",
    "ArticleRef",
    "ArticleRow",
    "CaptionRow",
    "ChangeRow",
    "ClaimLinkRow",
    "ClaimRow",
    "CopyRow",
    "DisputeRow",
    "EndRow",
    "EntityLine",
    "EntityRef",
    "EntityRow",
    "EventRow",
    "EvidenceRow",
    "Explanation",
    "FeatureRow",
    "Field",
    "FieldOf",
    "JudgementRow",
    "LabelRow",
    "LinkRow",
    "OutletRow",
    "PageRef",
    "ParticipantRow",
    "PrintingRow",
    "QuantityRow",
    "ReadingRef",
    "ReasonRow",
    "ReviewRow",
    "RoleRow",
    "SideRow",
    "SpanRow",
    "StatementRow",
    "Stored",
    "ThreadRow",
    "TimeRow",
    "TimelineRow",
    "UtteranceRow",
    "VersionRow",
    "columns",
    "conforming",
    "day_of",
    "fields_of",
    "first_day",
    "in_order",
    "iso_day",
    "iso_moment",
    "judgement_text",
    "key_at",
    "link_id",
    "local_day",
    "newest_first",
    "oldest_first",
    "packed",
    "question_text",
    "ranks_newest_first",
    "ranks_oldest_first",
    "stored_values",
    "unpacked",
    "value_text",
    "who_asserts",
]
