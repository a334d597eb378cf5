"""The rows of each table that is exported.

Other programs rely on these fields. docs/reference/exports.md is generated from here; see also `fields`.
"""

from collections.abc import Mapping
from typing import Annotated, NotRequired, TypedDict

from onrecord.ledger.rows.fields import Field, Stored
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


class StatementRow(TypedDict):
    """A statement; see `onrecord.Statement`."""

    id: Annotated[str, Stored("the id of the statement", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    kind: Annotated[str, Stored("direct, indirect or mixed")]
    medium: Annotated[str, Stored("speech, writing or thought")]
    act: Annotated[str, Stored("the speech act: assert, deny, accuse, ...")]
    content: Annotated[list[SpanRow], Field("the words said, in one or several spans")]
    cue: Annotated[SpanRow | None, Field("the words that attribute the content, such as 'said' or 'according to'")]
    source: Annotated[SpanRow | None, Field("the words that name or stand for the speaker")]
    speakers: Annotated[
        list[EntityRef],
        Field("the entities that the source stands for; empty for an unresolved pronoun and where there is no source"),
    ]
    on_behalf_of: Annotated[EntityRef | None, Field("the entity that the speakers speak for")]
    addressees: Annotated[list[EntityRef], Field("to whom it was said")]
    targets: Annotated[list[EntityRef], Field("the entities it accuses, criticises, praises, ...")]
    venue: Annotated[SpanRow | None, Field("where it was said, as printed")]
    said_on: Annotated[str | None, Stored("an ISO 8601 day or interval; see [dates](../explanation/dates.md)")]
    said_on_basis: Annotated[str | None, Stored("what `said_on` was worked out from: printed, published or context")]
    modality: Annotated[
        str, Stored("said; expected (not yet said); denied (somebody denies having said it)", default="said")
    ]
    polarity: Annotated[
        str,
        Stored(
            "negative where the speaker holds the content to be untrue or refuses it; otherwise positive",
            default="positive",
        ),
    ]
    nested_in: Annotated[str | None, Stored("the id of the statement whose content holds this one")]
    confidence: Annotated[float, Stored("the estimated probability, 0 to 1, that content and source are both right")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]
    dismissed: NotRequired[Annotated[bool, Field("with `--all-versions`: whether the user dismissed it")]]


class QuantityRow(TypedDict):
    """A quantity as claimed; see `onrecord.Quantity`."""

    id: Annotated[str, Stored("the id of the quantity", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    span: Annotated[SpanRow, Field("where it is printed")]
    value: Annotated[float | None, Stored("how much; null for a range")]
    low: Annotated[float | None, Stored("the lower end of a range")]
    high: Annotated[float | None, Stored("the upper end of a range")]
    unit: Annotated[str | None, Stored("a currency, a measure, ...; see [quantities](../explanation/quantities.md)")]
    counted: Annotated[SpanRow | None, Field("what is counted or measured")]
    hedge: Annotated[SpanRow | None, Field("words that make it less exact, such as 'about'")]
    place: Annotated[SpanRow | None, Field("the place it holds for, as printed")]
    as_of: Annotated[str | None, Stored("the time it holds for: ISO 8601")]
    as_of_basis: Annotated[
        str | None, Stored("what that date was worked out from: printed, published, said or context")
    ]
    asserted_by: Annotated[
        EntityRef | None,
        Field("the first speaker of its statement, after judgements; null where `narrated`"),
    ]
    narrated: Annotated[
        bool, Field("whether the article itself claims it: it is in no statement, or in a dismissed one")
    ]
    statement: Annotated[str | None, Field("the id of the innermost statement that holds it")]
    sentence: Annotated[SpanRow, Field("the sentence it stands in")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class EventRow(TypedDict):
    """An event; see `onrecord.Event`."""

    id: Annotated[str, Stored("the id of the event", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    spans: Annotated[list[SpanRow], Field("the words that report it")]
    type: Annotated[str, Stored("a PLOVER root code; see [events](../explanation/events.md)")]
    actors: Annotated[list[ParticipantRow], Field("who acts")]
    recipients: Annotated[list[ParticipantRow], Field("who is acted upon")]
    place: Annotated[SpanRow | None, Field("where, as printed")]
    date: Annotated[str | None, Stored("when: ISO 8601")]
    date_basis: Annotated[str | None, Stored("what that date was worked out from: printed, published, said or context")]
    modality: Annotated[str, Stored("happened, ongoing, planned, threatened, alleged or denied")]
    asserted_by: Annotated[
        EntityRef | None,
        Field("the first speaker of the statement that reports it, after judgements; null where `narrated`"),
    ]
    narrated: Annotated[
        bool,
        Field("whether the article itself reports it, not a statement; true where the act of a statement is the event"),
    ]
    statement: Annotated[str | None, Field("the id of the statement that is the event, or reports it")]
    confidence: Annotated[float, Stored("the estimated probability, 0 to 1, that the page reports such an event")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class ArticleRow(TypedDict):
    """An article; see `onrecord.Article`."""

    id: Annotated[str, Stored("the id of the article", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    title: Annotated[LabelRow | None, Field("its title")]
    byline: Annotated[LabelRow | None, Field("its authors, as printed or in the metadata")]
    outlet: Annotated[LabelRow | None, Field("its publisher, as printed or in the metadata")]
    published: Annotated[
        str | None,
        Field("when it was published: ISO 8601, a day or a time with zone; the first ten characters are the local day"),
    ]
    published_basis: Annotated[str, Field("metadata, dateline, given, inferred or unknown")]
    updated: Annotated[str | None, Field("when it was last changed, if later; written as `published` is")]
    published_evidence: Annotated[SpanRow | None, Field("where the page prints the day of publication")]
    paragraphs: Annotated[list[SpanRow], Field("the paragraphs of the story")]
    headings: Annotated[list[SpanRow], Field("headings between paragraphs")]
    captions: Annotated[list[CaptionRow], Field("captions of pictures")]
    debris: Annotated[list[SpanRow], Field("boilerplate that was set aside: widgets, repeated titles, counters, boxes")]
    times: Annotated[list[TimeRow], Field("the times it mentions")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class EntityRow(TypedDict):
    """An entity of all articles: the registered one, or an unnamed source, which is one article's."""

    id: Annotated[str, Field("the id of the entity, as in the other tables")]
    name: Annotated[str, Field("the name it is shown with; for an unnamed source its description")]
    type: Annotated[str, Field("person, organisation, state, group, document or place")]
    country: Annotated[str | None, Field("ISO 3166 alpha-3 code")]
    variants: Annotated[list[str], Field("other forms of the name that articles print")]
    roles: Annotated[list[RoleRow], Field("the roles that articles print, the first seen first")]
    wikidata: Annotated[str | None, Field("its Wikidata id, where the user has linked one")]
    appearances: Annotated[list[AppearanceRow], Field("the articles that name it")]


class EntityLine(TypedDict):
    """An entity of all articles as a list of them shows it."""

    id: Annotated[str, Field("its id, which other rows give")]
    name: Annotated[str, Field("the one it is shown with; of an unnamed source its description")]
    type: Annotated[str, Field("person, organisation, state, group, document or place")]
    country: Annotated[str | None, Field("ISO 3166 alpha-3")]
    variants: Annotated[list[str], Field("other forms that articles print, those that most of them print first")]
    roles: Annotated[list[str], Field("the roles that articles print, those that most of them print first")]
    wikidata: Annotated[str | None, Field("its Wikidata id, where that was noted")]
    appearances: Annotated[int, Field("in how many articles it appears")]


class EvidenceRow(TypedDict):
    """Words that show how two statements belong together."""

    statement: Annotated[str, Field("the id of the statement they are in")]
    span: Annotated[SpanRow, Field("the words")]


LinkRow = TypedDict(
    "LinkRow",
    {
        "id": Annotated[str, Field("the id of the link")],
        "kind": Annotated[str, Field("repeats, denies, rejects, answers, supports, contradicts, revises or copy")],
        "from": Annotated[str, Field("the id of the later or replying statement, or article of a copy")],
        "to": Annotated[str, Field("the id of the other one")],
        "confidence": Annotated[float, Field("the estimated probability, 0 to 1")],
        "asserted": Annotated[bool, Field("false where it is only a suggestion")],
        "evidence": Annotated[list[EvidenceRow], Field("the words that show it")],
        "reason": Annotated[str, Field("why, in words")],
        "rejected": NotRequired[Annotated[bool, Field("with `--all-versions`: whether the user rejected it")]],
    },
)
"""How two statements, or two articles of which one is a copy, belong together."""


class UtteranceRow(TypedDict):
    """What somebody said, once, with all that print it; each statement that repeats no earlier one begins one."""

    id: Annotated[str, Field("the id of the statement that is its earliest printing")]
    speakers: Annotated[list[EntityRef], Field("the speakers of that statement")]
    printings: Annotated[list[PrintingRow], Field("that statement, and those that repeat it, the earliest first")]
    outlets: Annotated[list[str], Field("the outlets that print it, each once, the earliest first")]


SHAPES: Mapping[str, type] = {
    "statements": StatementRow,
    "quantities": QuantityRow,
    "events": EventRow,
    "links": LinkRow,
    "utterances": UtteranceRow,
    "articles": ArticleRow,
    "entities": EntityRow,
}
"""The shape of the rows of each table that can be exported."""

TABLES = tuple(SHAPES)
"""The tables that can be exported."""

SCHEMA_VERSION = 2
"""The version of the fields: raised when one is renamed, taken away or means something else."""

FORMATS = ("jsonl", "csv", "parquet", "jsonld")
"""The formats of exports."""
