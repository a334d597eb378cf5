"""Exactly what is public: the names of `onrecord`, and nothing that is not listed here."""

import inspect
from types import ModuleType

import onrecord

PUBLIC = [
    "Act",
    "Added",
    "Answer",
    "AppearanceRow",
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
    "DisputeRow",
    "Disputes",
    "EndRow",
    "Entities",
    "Entity",
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
    "FORMATS",
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
    "PrintingRow",
    "Problem",
    "PublicationBasis",
    "Published",
    "Quantities",
    "Quantity",
    "QuantityRow",
    "ReadingRef",
    "Reason",
    "ReasonRow",
    "ReasonedField",
    "Replaced",
    "ReviewRow",
    "RoleRow",
    "SCHEMA_VERSION",
    "SHOWN_CONFIDENCE",
    "SHOWN_MEDIA",
    "Sector",
    "SideRow",
    "Span",
    "SpanRow",
    "Statement",
    "StatementModality",
    "StatementRow",
    "Statements",
    "Stats",
    "TABLES",
    "ThreadRow",
    "TimeBasis",
    "TimeExpression",
    "TimeRow",
    "Timeline",
    "TimelineRow",
    "UsageError",
    "UtteranceRow",
    "VOCABULARIES",
    "VersionRow",
    "WorkerError",
    "read",
    "upgrade",
]

LEDGER = [
    "add",
    "add_page",
    "add_reading",
    "article",
    "article_text",
    "articles",
    "changed",
    "check",
    "close",
    "confirm",
    "confirm_link",
    "confirm_name",
    "copies",
    "dismiss",
    "dispute",
    "entities",
    "entity",
    "entity_list",
    "events",
    "explain",
    "export",
    "judgements",
    "keep_apart",
    "link",
    "link_wikidata",
    "links",
    "merge",
    "names_like",
    "outlets",
    "quantities",
    "reattribute",
    "reject_link",
    "rename",
    "reread",
    "reviews",
    "root",
    "split",
    "statement",
    "statements",
    "stats",
    "thread",
    "timeline",
    "to_pandas",
    "undo",
]


def test_exactly_these_names_are_public() -> None:
    assert sorted(onrecord.__all__) == sorted(PUBLIC)
    assert sorted(dir(onrecord)) == sorted(PUBLIC)
    found = {
        name for name, one in vars(onrecord).items() if not name.startswith("_") and not isinstance(one, ModuleType)
    }
    assert found - {"Path", "TYPE_CHECKING", "annotations", "import_module"} <= set(PUBLIC)
    assert not hasattr(onrecord, "Store")


def test_exactly_these_methods_a_ledger_has() -> None:
    assert sorted(name for name in dir(onrecord.Ledger) if not name.startswith("_")) == sorted(LEDGER)


def test_each_public_class_and_function_says_what_it_is() -> None:
    for name in PUBLIC:
        one = getattr(onrecord, name)
        if name != "LinkRow" and (inspect.isclass(one) or inspect.isfunction(one)):
            assert one.__doc__, name
    for name in LEDGER:
        assert getattr(onrecord.Ledger, name).__doc__, name
