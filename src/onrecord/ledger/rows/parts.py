"""What rows are made of: spans, and references to the page, article, reading and entities that a row is of."""

from typing import Annotated, NotRequired, TypedDict

from onrecord.ledger.rows.fields import Field


class SpanRow(TypedDict):
    """A stretch of the page's text."""

    start: Annotated[int, Field("Unicode code points before it; of a plain-text page, in the decoded file")]
    end: Annotated[int, Field("exclusive")]
    text: Annotated[str, Field("the characters themselves")]


class LabelRow(TypedDict):
    """A title, byline or outlet."""

    start: Annotated[int | None, Field("as of a span; null where it comes from the page's metadata")]
    end: Annotated[int | None, Field("likewise")]
    text: Annotated[str, Field("the characters themselves")]


class PageRef(TypedDict):
    """The page a row comes from."""

    sha256: Annotated[str, Field("of its bytes")]
    path: Annotated[str | None, Field("where it was read from, as given")]
    url: Annotated[str | None, Field("where it was got: the `url` of its JSON line, or `--url`; http or https")]
    canonical: Annotated[str | None, Field("the address that the page itself claims; proves nothing, decides nothing")]


class ReadingRef(TypedDict):
    """What read a row, and when; given only when all versions are asked for."""

    reader: Annotated[str, Field("the versions of onrecord, its models and libraries")]
    read_at: Annotated[str, Field("ISO 8601, UTC")]


class ArticleRef(TypedDict):
    """The article a row comes from."""

    id: Annotated[str, Field("its id")]
    title: Annotated[str | None, Field("its title")]
    published: Annotated[str | None, Field("its day of publication")]


class EntityRef(TypedDict):
    """A registered entity that takes part in a statement."""

    id: Annotated[str, Field("as in the table of entities")]
    name: Annotated[str, Field("the one it is shown with across articles")]
    type: Annotated[str, Field("person, organisation, state, group, document or place")]
    country: Annotated[str | None, Field("ISO 3166 alpha-3")]
    role: Annotated[str | None, Field("as its article prints it")]
    named: Annotated[bool, Field('false for a source that is described and not named ("two officials")')]


class ParticipantRow(EntityRef):
    """A registered entity that takes part in an event."""

    sector: Annotated[str | None, Field("the sector (PLOVER) that the article shows it in")]


class CaptionRow(SpanRow):
    """A caption with its credit as printed and its date."""

    credit: Annotated[SpanRow | None, Field("as printed")]
    date: Annotated[str | None, Field("ISO 8601")]


class TimeRow(TypedDict):
    """A time that an article tells of; see `onrecord.TimeExpression`."""

    span: Annotated[SpanRow, Field("as printed")]
    value: Annotated[str, Field("ISO 8601")]
    basis: Annotated[str, Field("printed, published, said or context; see [dates.md](dates.md)")]


class RoleRow(TypedDict):
    """A role as printed, and when; a day is None where no article that prints it has a date."""

    role: Annotated[str, Field("as printed")]
    first: Annotated[str | None, Field("the first day of publication of articles that print it")]
    last: Annotated[str | None, Field("the last")]


class AppearanceRow(TypedDict):
    """An entity as one article shows it; see `onrecord.Entity`."""

    article: Annotated[ArticleRef, Field("where")]
    page: Annotated[PageRef, Field("and on which page")]
    name: Annotated[str, Field("the fullest form the article prints")]
    role: Annotated[str | None, Field("as printed")]
    mentions: Annotated[list[SpanRow], Field("in order")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]
