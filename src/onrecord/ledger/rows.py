"""What leaves the ledger: one shape of row for each table, whoever asks.

The fields are what other people's programs rely on; see docs/exports.md.
"""

from typing import NotRequired, TypedDict

TABLES = ("statements", "quantities", "events", "links", "articles", "entities")
"""The tables that can be exported. Nothing reads quantities, events and links yet: they have no rows."""

FORMATS = ("jsonl", "csv", "parquet", "jsonld")
"""The formats of exports."""


class SpanRow(TypedDict):
    """A stretch of the page's text: code points, `end` exclusive."""

    start: int
    end: int
    text: str


class LabelRow(TypedDict):
    """A title, byline or outlet; `start` and `end` are None where it comes from the page's metadata."""

    text: str
    start: int | None
    end: int | None


class PageRef(TypedDict):
    """The page a row comes from."""

    sha256: str
    path: str | None
    url: str | None


class ReadingRef(TypedDict):
    """What read a row, and when (UTC, ISO 8601); given only when all versions are asked for."""

    reader: str
    read_at: str


class ArticleRef(TypedDict):
    """The article a row comes from."""

    id: str
    title: str | None
    published: str | None


class EntityRef(TypedDict):
    """An entity as a statement names it."""

    id: str
    name: str
    type: str
    country: str | None
    role: str | None


class CaptionRow(SpanRow):
    """A caption with its credit as printed and its date."""

    credit: SpanRow | None
    date: str | None


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
    reading: NotRequired[ReadingRef]


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
    nested_in: str | None
    confidence: float
    reading: NotRequired[ReadingRef]


class EntityRow(TypedDict):
    """An entity of an article; see `onrecord.Entity`."""

    id: str
    page: PageRef
    article: ArticleRef
    name: str
    type: str
    country: str | None
    role: str | None
    variants: list[str]
    mentions: list[SpanRow]
    reading: NotRequired[ReadingRef]
