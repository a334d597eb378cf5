"""What rows are made of: spans, and references to the page, article, reading and entities that a row is of."""

from typing import Annotated, NotRequired, TypedDict

from onrecord.ledger.rows.fields import Field


class SpanRow(TypedDict):
    """A stretch of the page's text."""

    start: Annotated[int, Field("offset of its first character, in Unicode code points, in the page's text")]
    end: Annotated[int, Field("offset behind its last character")]
    text: Annotated[str, Field("the characters themselves")]


class LabelRow(TypedDict):
    """A title, byline or outlet."""

    start: Annotated[int | None, Field("as in a span; null where the text comes from the page's metadata")]
    end: Annotated[int | None, Field("as in a span; null likewise")]
    text: Annotated[str, Field("the characters themselves")]


class PageRef(TypedDict):
    """The page a row comes from."""

    sha256: Annotated[str, Field("SHA-256 of its bytes")]
    path: Annotated[str | None, Field("where it was read from, as given")]
    url: Annotated[str | None, Field("where it was fetched: the `url` of its JSON line, or `--url`; http or https")]
    canonical: Annotated[
        str | None, Field("the address that the page claims for itself; it is not verified and not used")
    ]


class ReadingRef(TypedDict):
    """What read a row, and when; given only when all versions are asked for."""

    reader: Annotated[str, Field("the versions of onrecord, its models and libraries that read the row")]
    read_at: Annotated[str, Field("when: ISO 8601, UTC")]


class ArticleRef(TypedDict):
    """The article a row comes from."""

    id: Annotated[str, Field("the id of the article")]
    title: Annotated[str | None, Field("its title")]
    published: Annotated[str | None, Field("when it was published, as in the table of articles")]


class EntityRef(TypedDict):
    """A registered entity that takes part in a statement."""

    id: Annotated[str, Field("its id in the table of entities")]
    name: Annotated[str, Field("the name it is shown with in all articles")]
    type: Annotated[str, Field("person, organisation, state, group, document or place")]
    country: Annotated[str | None, Field("ISO 3166 alpha-3 code")]
    role: Annotated[str | None, Field("the role that this article prints")]
    named: Annotated[bool, Field('false for a source that is described and not named ("two officials")')]


class ParticipantRow(EntityRef):
    """A registered entity that takes part in an event."""

    sector: Annotated[str | None, Field("its PLOVER sector in this article, such as GOV or MIL")]


class CaptionRow(SpanRow):
    """A caption with its credit as printed and its date."""

    credit: Annotated[SpanRow | None, Field("the credit, as printed")]
    date: Annotated[str | None, Field("its date: ISO 8601")]


class TimeRow(TypedDict):
    """A time that an article tells of; see `onrecord.TimeExpression`."""

    span: Annotated[SpanRow, Field("the time as printed")]
    value: Annotated[str, Field("its value: ISO 8601")]
    basis: Annotated[str, Field("printed, published, said or context; see [dates](../explanation/dates.md)")]


class RoleRow(TypedDict):
    """A role as printed, and when; a day is None where no article that prints it has a date."""

    role: Annotated[str, Field("the role as printed")]
    first: Annotated[str | None, Field("the first day of publication of articles that print it")]
    last: Annotated[str | None, Field("the last day of publication of those articles")]


class AppearanceRow(TypedDict):
    """An entity as one article shows it; see `onrecord.Entity`."""

    article: Annotated[ArticleRef, Field("the article")]
    page: Annotated[PageRef, Field("the page of the article")]
    name: Annotated[str, Field("the fullest form the article prints")]
    role: Annotated[str | None, Field("the role as printed")]
    mentions: Annotated[list[SpanRow], Field("all mentions, in the order of the text")]
    reading: NotRequired[Annotated[ReadingRef, Field("with `--all-versions`")]]


class PrintingRow(TypedDict):
    """A statement as one of the printings of an utterance."""

    statement: Annotated[str, Field("the id of the statement")]
    article: Annotated[ArticleRef, Field("the article it is in")]
    outlet: Annotated[str | None, Field("the outlet, under one name: as printed, else the host of the page's `url`")]
    published: Annotated[str | None, Field("when the article was published")]
    kind: Annotated[str, Field("direct, indirect or mixed")]
    text: Annotated[str, Field("the words, their spans joined by ` ... `")]
    difference: Annotated[
        str | None,
        Field(
            "none, punctuation, elision, word or meaning: how a direct one differs from the earliest direct one; null "
            "of that one, and of others"
        ),
    ]
