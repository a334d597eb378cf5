"""What rows are made of: spans, and references to the page, article, reading and entities that a row is of."""

from typing import NotRequired, TypedDict


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


class ParticipantRow(EntityRef):
    """A registered entity that takes part in an event, with the sector (PLOVER) that the article shows it in."""

    sector: str | None


class CaptionRow(SpanRow):
    """A caption with its credit as printed and its date."""

    credit: SpanRow | None
    date: str | None


class TimeRow(TypedDict):
    """A time that an article tells of; see `onrecord.TimeExpression`."""

    span: SpanRow
    value: str
    basis: str


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
