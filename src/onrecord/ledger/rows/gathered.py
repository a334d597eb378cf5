"""Rows that gather others: what answers to a question about several give."""

from typing import TypedDict

from onrecord.ledger.rows.parts import ArticleRef, PageRef
from onrecord.ledger.rows.tables import EventRow, LinkRow, QuantityRow, StatementRow


class CopyRow(TypedDict):
    """An article that others are copies of, or one of these copies.

    `link` is the one between the copy and the earliest article; that one itself has none.
    """

    article: ArticleRef
    page: PageRef
    outlet: str | None
    link: LinkRow | None


class PrintedRow(TypedDict):
    """Of a statement, the id of the earliest printing of what it says, which may be its own, and who printed it."""

    first: str
    outlet: str | None


class ThreadRow(TypedDict):
    """A statement in an argument, with those that reply to it or belong to it, in the order of their days.

    `link` is how it belongs to the one that it stands under; the topmost has one only where what it belongs to is left
    out. `printings` is how many statements print it, `outlets` who does; `left_out` how many more belong to it than
    `replies` has.
    """

    statement: StatementRow
    link: LinkRow | None
    printings: int
    outlets: list[str]
    replies: list["ThreadRow"]
    left_out: int


class ArgumentRow(TypedDict):
    """A link between two statements, with both of them."""

    link: LinkRow
    later: StatementRow
    earlier: StatementRow


class ClaimLinkRow(TypedDict):
    """That a claim of a figure revises, contradicts, denies, rejects or supports another: `to` is the id of that.

    `id` is that of the link between the two statements.
    """

    id: str
    kind: str
    to: str
    confidence: float
    asserted: bool


class ClaimRow(TypedDict):
    """A claim of a figure in dispute, by its earliest printing.

    `day` is when it was said, or else published; `printings` how many articles print it, `outlets` who does;
    `links` how it stands to the other claims.
    """

    quantity: QuantityRow
    day: str | None
    printings: int
    outlets: list[str]
    links: list[ClaimLinkRow]


class DisputeRow(TypedDict):
    """A figure in dispute: the unit, what is counted, as first printed, and the claims by day."""

    unit: str | None
    counted: str | None
    claims: list[ClaimRow]


class ChangeRow(TypedDict):
    """A claim that came or went between two versions of a page, or is told otherwise in the later one.

    `kind` is came, went or changed; `before` and `after` are the statements, None where there is none. Of a changed one
    `what` has some of words, number, hedge and speaker, and `by` says whose change it is: the speaker's ("speaker", and
    then `reason` says by what that is seen) or the outlet's ("outlet").
    """

    kind: str
    before: StatementRow | None
    after: StatementRow | None
    what: list[str]
    by: str | None
    reason: str | None


class VersionRow(TypedDict):
    """A version of a page, when it was read, and what changed since the version before it."""

    page: PageRef
    before: PageRef
    read_at: str
    changes: list[ChangeRow]


class TimelineRow(TypedDict):
    """A statement or an event (the other is None) by its day, which is None where nothing tells it.

    Of a statement `printings` is how many print it, and `outlets` who does.
    """

    day: str | None
    statement: StatementRow | None
    event: EventRow | None
    printings: int
    outlets: list[str]
