"""The rows of each table that is exported.

The fields are what other people's programs rely on; see docs/exports.md, which is made from here, and `fields`.
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
    ReadingRef,
    RoleRow,
    SpanRow,
    TimeRow,
)


class StatementRow(TypedDict):
    """A statement; see `onrecord.Statement`."""

    id: Annotated[str, Stored("its id", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    kind: Annotated[str, Stored("direct, indirect or mixed")]
    medium: Annotated[str, Stored("speech, writing or thought")]
    act: Annotated[str, Stored("what is done by saying it: assert, deny, accuse, ...")]
    content: Annotated[list[SpanRow], Field("what was said")]
    cue: Annotated[SpanRow | None, Field("the words that say so")]
    source: Annotated[SpanRow | None, Field("whose it is, as printed there")]
    speakers: Annotated[
        list[EntityRef],
        Field("the entities that the source is; none where it is a pronoun nobody fits, or there is no source"),
    ]
    on_behalf_of: Annotated[EntityRef | None, Field("for whom they speak")]
    addressees: Annotated[list[EntityRef], Field("to whom it was said")]
    targets: Annotated[list[EntityRef], Field("whom it accuses, criticises, praises, ...")]
    venue: Annotated[SpanRow | None, Field("where it was said, as printed")]
    said_on: Annotated[str | None, Stored("when: an ISO 8601 day or interval; see [dates.md](dates.md)")]
    said_on_basis: Annotated[str | None, Stored("what that was worked out from")]
    modality: Annotated[
        str, Stored("said; expected: yet to be or would be said; denied: denied to have been said", default="said")
    ]
    polarity: Annotated[str, Stored("negative: held to be untrue, or refused; else positive", default="positive")]
    nested_in: Annotated[str | None, Stored("the id of the statement whose content holds this one")]
    confidence: Annotated[float, Stored("the estimated probability, 0 to 1, that content and source are both right")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]
    dismissed: NotRequired[Annotated[bool, Field("with `--all-versions`: whether the user dismissed it")]]


class QuantityRow(TypedDict):
    """A quantity as claimed; see `onrecord.Quantity`."""

    id: Annotated[str, Stored("its id", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    span: Annotated[SpanRow, Field("where it is printed")]
    value: Annotated[float | None, Stored("how much; null of a range")]
    low: Annotated[float | None, Stored("the least of a range")]
    high: Annotated[float | None, Stored("the most of a range")]
    unit: Annotated[str | None, Stored("a currency, a measure, ...; see [quantities.md](quantities.md)")]
    counted: Annotated[SpanRow | None, Field("what is counted or measured")]
    hedge: Annotated[SpanRow | None, Field("words that make it less exact")]
    place: Annotated[SpanRow | None, Field("where it holds, as printed")]
    as_of: Annotated[str | None, Stored("for when it holds: ISO 8601")]
    as_of_basis: Annotated[str | None, Stored("what that was worked out from: printed, published, said or context")]
    asserted_by: Annotated[
        EntityRef | None,
        Field("the first speaker of its statement, as the user has judged that; null of the narrator's"),
    ]
    narrated: Annotated[bool, Field("whether the narrator claims it: it is in no statement, or in a dismissed one")]
    statement: Annotated[str | None, Field("the id of the innermost statement that holds it")]
    sentence: Annotated[SpanRow, Field("the sentence it stands in")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class EventRow(TypedDict):
    """An event; see `onrecord.Event`."""

    id: Annotated[str, Stored("its id", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    spans: Annotated[list[SpanRow], Field("the words that tell of it")]
    type: Annotated[str, Stored("a root of PLOVER; see [events.md](events.md)")]
    actors: Annotated[list[ParticipantRow], Field("who acts")]
    recipients: Annotated[list[ParticipantRow], Field("who is acted upon")]
    place: Annotated[SpanRow | None, Field("where, as printed")]
    date: Annotated[str | None, Stored("when: ISO 8601")]
    date_basis: Annotated[str | None, Stored("what that was worked out from: printed, published, said or context")]
    modality: Annotated[str, Stored("happened, ongoing, planned, threatened, alleged or denied")]
    asserted_by: Annotated[
        EntityRef | None,
        Field("the first speaker of the statement it is told in, as the user has judged that; null of the narrator's"),
    ]
    narrated: Annotated[
        bool,
        Field(
            "whether the narrator tells of it, and nobody's statement does: so it is of what a statement itself does"
        ),
    ]
    statement: Annotated[str | None, Field("the id of the statement that is the event, or tells of it")]
    confidence: Annotated[float, Stored("the estimated probability, 0 to 1, that such an event is told of")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class ArticleRow(TypedDict):
    """An article; see `onrecord.Article`."""

    id: Annotated[str, Stored("its id", indexed=True)]
    page: Annotated[PageRef, Field("the page it is on")]
    title: Annotated[LabelRow | None, Field("its title")]
    byline: Annotated[LabelRow | None, Field("who wrote it")]
    outlet: Annotated[LabelRow | None, Field("who published it")]
    published: Annotated[str | None, Field("its day of publication: ISO 8601")]
    published_basis: Annotated[str, Field("metadata, dateline, given, inferred or unknown")]
    updated: Annotated[str | None, Field("the day of its last change, if later: ISO 8601")]
    published_evidence: Annotated[SpanRow | None, Field("where the page prints it")]
    paragraphs: Annotated[list[SpanRow], Field("the story itself")]
    headings: Annotated[list[SpanRow], Field("headings between paragraphs")]
    captions: Annotated[list[CaptionRow], Field("of pictures")]
    debris: Annotated[list[SpanRow], Field("what was set aside: widgets, repeated titles, counters, boxes")]
    times: Annotated[list[TimeRow], Field("the times it tells of")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class EntityRow(TypedDict):
    """An entity of all articles: the registered one, or an unnamed source, which is one article's."""

    id: Annotated[str, Field("its id, which other rows give")]
    name: Annotated[str, Field("the one it is shown with; of an unnamed source its description")]
    type: Annotated[str, Field("person, organisation, state, group, document or place")]
    country: Annotated[str | None, Field("ISO 3166 alpha-3")]
    variants: Annotated[list[str], Field("other forms that articles print")]
    roles: Annotated[list[RoleRow], Field("the roles that articles print, the first seen first")]
    wikidata: Annotated[str | None, Field("its Wikidata id, where that was noted")]
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
        "id": Annotated[str, Field("its id")],
        "kind": Annotated[str, Field("repeats, denies, rejects, answers, supports, contradicts, revises or copy")],
        "from": Annotated[str, Field("the id of the later or replying statement, or article of a copy")],
        "to": Annotated[str, Field("the id of the other")],
        "confidence": Annotated[float, Field("the estimated probability, 0 to 1")],
        "asserted": Annotated[bool, Field("false where it is only offered")],
        "evidence": Annotated[list[EvidenceRow], Field("the words that show it")],
        "reason": Annotated[str, Field("why, in words")],
    },
)
"""How two statements belong together. Nothing reads links yet: they have no rows."""

SHAPES: Mapping[str, type] = {
    "statements": StatementRow,
    "quantities": QuantityRow,
    "events": EventRow,
    "links": LinkRow,
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
