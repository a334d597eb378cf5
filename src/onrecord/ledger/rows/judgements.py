"""The user's judgements, and what the user is asked."""

from typing import Any, TypedDict

from onrecord.ledger.rows.parts import RoleRow
from onrecord.ledger.rows.tables import StatementRow


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
