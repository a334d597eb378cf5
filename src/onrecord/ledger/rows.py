"""What leaves the ledger: one shape of row for each table, whoever asks.

The fields are what other people's programs rely on; see docs/exports.md.
"""

from typing import Any, Literal, NotRequired, TypedDict

from onrecord.records import Medium

TABLES = ("statements", "quantities", "events", "links", "articles", "entities")
"""The tables that can be exported. Nothing reads links yet: they have no rows."""

FORMATS = ("jsonl", "csv", "parquet", "jsonld")
"""The formats of exports."""

SHOWN_MEDIA: tuple[Medium, ...] = ("speech", "writing")
"""The media of the statements that are shown unless more is asked for: what was said, not what is thought."""

SHOWN_CONFIDENCE = 0.3
"""The confidence that statements must have to be shown unless more is asked for; see docs/ledger.md for why."""


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
    """A registered entity that takes part in a statement; `role` is the one its article prints."""

    id: str
    name: str
    type: str
    country: str | None
    role: str | None


class CaptionRow(SpanRow):
    """A caption with its credit as printed and its date."""

    credit: SpanRow | None
    date: str | None


class TimeRow(TypedDict):
    """A time that an article tells of; see `onrecord.TimeExpression`."""

    span: SpanRow
    value: str
    basis: str


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
    """A figure as claimed; see `onrecord.Quantity`. `asserted_by` follows the user's judgements on its statement."""

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


class ParticipantRow(EntityRef):
    """A registered entity that takes part in an event, with the sector (PLOVER) that the article shows it in."""

    sector: str | None


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


class RoleRow(TypedDict):
    """A role as printed, and the first and last day of articles that print it; None where none has a date."""

    role: str
    first: str | None
    last: str | None


class AppearanceRow(TypedDict):
    """An entity as one article shows it; see `onrecord.Entity`."""

    article: ArticleRef
    page: PageRef
    name: str
    role: str | None
    mentions: list[SpanRow]
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


class JudgementRow(TypedDict):
    """Something the user decided, and whether it still stands; `says` depends on the kind."""

    id: str
    kind: str
    says: dict[str, Any]
    note: str | None
    made_at: str
    undone_at: str | None


class SideRow(TypedDict):
    """What a review shows of an entity."""

    id: str
    name: str
    type: str
    country: str | None
    roles: list[RoleRow]
    first: str | None
    last: str | None
    line: str | None


class FeatureRow(TypedDict):
    """Something that speaks for two entities being the same (a weight above 0), or against it; how far it holds."""

    name: str
    value: float
    weight: float


class ReviewRow(TypedDict):
    """A question to the user.

    `question` is "merge" (are `one` and `other` the same?), "name" (is whom an article calls `called`, as `one`, the
    entity `other`?) or "speaker" (did `one` say `statement`?). `certainty` is how probably the ledger's answer, as it
    stands, is right; `features` say why two are taken for the same or not.
    """

    question: str
    certainty: float
    one: SideRow
    other: SideRow | None
    called: str | None
    statement: StatementRow | None
    features: list[FeatureRow]
