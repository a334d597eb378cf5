"""The user's judgements, and what the user is asked."""

from typing import Any, TypedDict

from onrecord.ledger.rows.parts import ArticleRef, RoleRow
from onrecord.ledger.rows.tables import LinkRow, StatementRow


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


class EndRow(TypedDict):
    """What a review shows of an end of a link: an article, and the statement with the line that it stands in.

    Of a copy the end is the article itself.
    """

    article: ArticleRef
    statement: StatementRow | None
    line: str | None


class ReviewRow(TypedDict):
    """A question to the user.

    `question` is "merge" (are `one` and `other` the same?), "name" (is whom an article calls `called`, as `one`, the
    entity `other`?), "speaker" (did `one` say `statement`?) or "link" (do `ends`, the later first, belong together as
    `link` says?). `certainty` is how probably the ledger's answer, as it stands, is right: of a link, that it is not
    asserted. `features` say why two are taken for the same or not, the `reason` of `link` why there may be one.
    """

    question: str
    certainty: float
    one: SideRow | None
    other: SideRow | None
    called: str | None
    statement: StatementRow | None
    features: list[FeatureRow]
    link: LinkRow | None
    ends: list[EndRow]
