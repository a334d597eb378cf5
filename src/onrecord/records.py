"""The records that flow through onrecord: Page -> Article -> statements.

All are frozen. A field that came from a page carries its `Span`, and for every span of a record
`page.text[span.start:span.end] == span.text` holds; `onrecord check` proves it for a whole ledger.
"""

import datetime
from dataclasses import dataclass, field

from onrecord.vocabulary import (
    Act,
    BlockRole,
    EntityType,
    EventModality,
    EventType,
    Gender,
    Kind,
    Medium,
    Polarity,
    PublicationBasis,
    ReasonedField,
    Sector,
    StatementModality,
    TimeBasis,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a page's text: Unicode code points, `end` exclusive, and the characters themselves."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line or block element of a page's text, with what its markup says it is ("text" where nothing does).

    `emphasised` tells whether all of it is set in bold or italics, `quotation` in which block quotation of the page it
    stands, counted from 1; 0 for none.
    """

    start: int
    end: int
    role: BlockRole = "text"
    emphasised: bool = False
    quotation: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was published or changed: its local day and, where that is known with its zone, the time.

    Both are as they are declared: no zone is ever turned into another. A time without a zone is not kept.
    """

    day: datetime.date
    time: datetime.time | None = None

    def isoformat(self) -> str:
        """Return the moment as ISO 8601, a day or a time with zone; its first ten characters are the day."""
        return self.day.isoformat() + (f"T{self.time.isoformat()}" if self.time else "")

    def is_after(self, other: "Moment") -> bool:
        """Say whether it is later than another: by the instant where both have a time, else by the day."""
        if self.time is None or other.time is None:
            return self.day > other.day
        return self._instant() > other._instant()

    def is_same_instant(self, other: "Moment") -> bool:
        """Say whether it is the same instant as another, in whatever zones they are told."""
        return self.time is not None and other.time is not None and self._instant() == other._instant()

    def _instant(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day, self.time or datetime.time())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What accompanies a page without standing in its text: HTML meta elements, the fields of a JSON line.

    `url` is where it was got, as who got it says: the `url` of a JSON line, or the one given. `canonical` is what the
    page itself says its address is (a canonical link, `og:url`), which is only a claim: any page may name any address.
    Both have http or https, or are None.
    """

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    url: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched, and the text read from it.

    `body` is the page's bytes (of a gzip file: what it unpacks to; of a JSON Lines file: one line), `sha256` the
    hex digest of `body`: the same bytes are one page. `text` is the decoded text, or, for HTML and JSON, the text
    extracted from it; all spans index `text`, which nothing edits. `blocks` cover the non-blank parts of `text` in
    order. `path` is where the page was read from, as given (with `#line` for JSON Lines), "-" for standard
    input, None for text passed from Python. `extractor` is what told the story from the rest: "lines", the form of the
    lines of plain text; "trafilatura, precise", or "recall" or "baseline" where that found nothing; else "markup".
    """

    sha256: str
    media_type: str
    body: bytes
    text: str
    blocks: tuple[Block, ...]
    path: str | None = None
    metadata: Metadata = Metadata()
    fetched_at: datetime.datetime | None = None
    extractor: str = "lines"

    def span(self, start: int, end: int) -> Span:
        """Return the span of `text` from `start` to `end` (code points, exclusive)."""
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Label:
    """A title, byline or outlet: its text, and where the page prints it (`span` is None for metadata)."""

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's caption, kept once however often the page repeats it, with its credit and date as printed."""

    span: Span
    credit: Span | None = None
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, on what basis, and the evidence on the page.

    `day` is the local day, None when unknown; `time` the time of day with its zone, where the page declares it.
    """

    day: datetime.date | None = None
    basis: PublicationBasis = "unknown"
    evidence: Span | None = None
    time: datetime.time | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what is named or speaks in an article.

    `name` is the fullest form the article prints (an unnamed source keeps its description), `variants` the other
    forms, `mentions` their places in order. `country` is ISO 3166 alpha-3, `role` a title or office as printed.
    `named` is False for a source that is described and not named ("two officials").
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    role: str | None = None
    variants: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    gender: Gender | None = None
    named: bool = True


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of a statement is as it is: a score or a rule that gave it, or a rule that put it right.

    `by` names the score ("score/source") or the rule ("repair/agent"); `score` is the probability, 0 to 1, that goes
    with it, None where there is none. `other` is what else was considered, None where `by` is what was taken.
    """

    field: ReasonedField
    by: str
    score: float | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution relation: what was said (`content`), the words that say so (`cue`), whose it is (`source`).

    `speakers` are the entities the source resolves to: several for a joint statement, none for an unnamed or
    unresolved one. `said_on` is an ISO 8601 date or interval. `nested_in` is the id of the statement whose content
    holds this one. `modality` tells whether it was said at all: "expected" is what is yet to be or would be said,
    "denied" what somebody denies to have said. `polarity` is "negative" where the speaker holds the content to be
    untrue, or will have none of it. `confidence` is the estimated probability, 0 to 1, that content and speakers are
    both right. `reasons` tell of each field why it is so; they are in no export, and none where nobody kept them.
    """

    id: str
    kind: Kind
    medium: Medium
    act: Act
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speakers: tuple[Entity, ...]
    confidence: float
    on_behalf_of: Entity | None = None
    addressees: tuple[Entity, ...] = ()
    targets: tuple[Entity, ...] = ()
    venue: Span | None = None
    said_on: str | None = None
    said_on_basis: TimeBasis | None = None
    nested_in: str | None = None
    modality: StatementModality = "said"
    polarity: Polarity = "positive"
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A printed time and the calendar time it stands for.

    `value` is ISO 8601: a day, a month ("2024-11"), a year, or an interval ("2024-11-04/2024-11-10"). `basis` says what
    it was worked out from: "printed" (complete as it stands), "published" (the article's day), "said" (the day on which
    the words around it were spoken), "context" (another time of the text).
    """

    span: Span
    value: str
    basis: TimeBasis


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as claimed: `value`, or a range from `low` to `high` (either may be open, None), of what, by whom.

    `unit` is a currency (ISO 4217), a measure ("kilometers", "months"), "years old" of an age, "share" of a part of the
    whole, which is 1 (80 % is 0.8), and None where things are counted. `counted` is what is counted or measured.
    `statement` is the id of the innermost statement that holds the quantity and `asserted_by` its (first) speaker, None
    if that is unknown; a quantity in no statement is the narrator's
    (`narrated`). `as_of` is ISO 8601 and `as_of_basis` what it
    was worked out from, as in `TimeExpression`. `sentence` is the one it stands in.
    """

    id: str
    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    counted: Span | None
    hedge: Span | None
    place: Span | None
    as_of: str | None
    as_of_basis: TimeBasis | None
    asserted_by: Entity | None
    narrated: bool
    statement: str | None
    sentence: Span


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who acts or is acted upon in an event, with the sector (PLOVER) that the article shows them in."""

    entity: Entity
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom: an event of the PLOVER ontology, and whether it happened or is only said to.

    `type` is one of the 16 roots. `spans` are the words that tell of it: of a verbal event, which is the statement
    `statement` itself, its cue. Another event told in a statement's content has that `statement`, and `asserted_by` is
    its (first) speaker, None if that is unknown; what no statement tells is the
    narrator's (`narrated`). `date` is ISO 8601 and
    `date_basis` what it was worked out from, as in `TimeExpression`. `confidence` is the estimated probability, 0 to 1,
    that such an event is told of.
    """

    id: str
    type: EventType
    spans: tuple[Span, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Span | None
    date: str | None
    date_basis: TimeBasis | None
    modality: EventModality
    asserted_by: Entity | None
    narrated: bool
    statement: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """One story of a page, cut out of it; `statements` and `entities` are filled by reading it.

    `updated` is when it was last changed, where the page tells a time or day later than that of publication.

    `paragraphs`, `headings`, `captions` and `debris` are disjoint and in page order; with the title they account
    for every non-blank character between the article's first and last. `debris` is what was set aside: widgets,
    repeated titles and captions, counters, boxes.
    """

    id: str
    page: Page = field(repr=False)
    number: int
    title: Label | None = None
    byline: Label | None = None
    outlet: Label | None = None
    published: Published = Published()
    updated: Moment | None = None
    paragraphs: tuple[Span, ...] = ()
    headings: tuple[Span, ...] = ()
    captions: tuple[Caption, ...] = ()
    debris: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
