"""The rows of each table that is exported.

The fields are what other people's programs rely on; see docs/exports.md.
"""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

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

    id: str
    page: PageRef
    article: ArticleRef
    kind: str
    medium: str
    act: str
    content: list[SpanRow]
    cue: SpanRow | None
    source: SpanRow | None
    speakers: list[EntityRef]
    on_behalf_of: EntityRef | None
    addressees: list[EntityRef]
    targets: list[EntityRef]
    venue: SpanRow | None
    said_on: str | None
    said_on_basis: str | None
    modality: str
    polarity: str
    nested_in: str | None
    confidence: float
    reading: NotRequired[ReadingRef]
    dismissed: NotRequired[bool]


class QuantityRow(TypedDict):
    """A quantity as claimed; see `onrecord.Quantity`. `asserted_by` follows the user's judgements on its statement."""

    id: str
    page: PageRef
    article: ArticleRef
    span: SpanRow
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counted: SpanRow | None
    hedge: SpanRow | None
    place: SpanRow | None
    as_of: str | None
    asserted_by: EntityRef | Literal["narrator"] | None
    statement: str | None
    sentence: SpanRow
    reading: NotRequired[ReadingRef]


class EventRow(TypedDict):
    """An event; see `onrecord.Event`. `asserted_by` follows the user's judgements on the statement it is told in."""

    id: str
    page: PageRef
    article: ArticleRef
    spans: list[SpanRow]
    type: str
    actors: list[ParticipantRow]
    recipients: list[ParticipantRow]
    place: SpanRow | None
    date: str | None
    modality: str
    asserted_by: EntityRef | Literal["narrator"] | None
    statement: str | None
    confidence: float
    reading: NotRequired[ReadingRef]


class ArticleRow(TypedDict):
    """An article; see `onrecord.Article`."""

    id: str
    page: PageRef
    title: LabelRow | None
    byline: LabelRow | None
    outlet: LabelRow | None
    published: str | None
    published_basis: str
    published_evidence: SpanRow | None
    paragraphs: list[SpanRow]
    headings: list[SpanRow]
    captions: list[CaptionRow]
    debris: list[SpanRow]
    times: list[TimeRow]
    reading: NotRequired[ReadingRef]


class EntityRow(TypedDict):
    """An entity of all articles: the registered one, or an unnamed source, which is one article's."""

    id: str
    name: str
    type: str
    country: str | None
    variants: list[str]
    roles: list[RoleRow]
    wikidata: str | None
    appearances: list[AppearanceRow]


LinkRow = TypedDict("LinkRow", {"kind": str, "from": str, "to": str, "confidence": str, "evidence": str})
"""How two statements belong together. Nothing reads links yet: they have no rows."""

ROWS: Mapping[str, type] = {
    "statements": StatementRow,
    "quantities": QuantityRow,
    "events": EventRow,
    "links": LinkRow,
    "articles": ArticleRow,
    "entities": EntityRow,
}
"""The shape of the rows of each table that can be exported."""

TABLES = tuple(ROWS)
"""The tables that can be exported."""

FORMATS = ("jsonl", "csv", "parquet", "jsonld")
"""The formats of exports."""


def columns(table: str, *, versions: bool) -> list[str]:
    """Return the fields of a table's rows in order; with `versions` also those of exports of all versions."""
    optional: frozenset[str] = ROWS[table].__optional_keys__  # type: ignore[attr-defined]
    return [name for name in ROWS[table].__annotations__ if versions or name not in optional]
