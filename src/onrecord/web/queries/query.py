"""What a person asks for, as it is understood."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from typing import TypedDict, get_args

from onrecord.ledger import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.vocabulary import Act, Kind, Medium

MEDIA: tuple[Medium, ...] = get_args(Medium.__value__)
"""All media, in the order in which they are written."""


class StatementArguments(TypedDict):
    """What `Ledger.statements` takes of a query."""

    words: str | None
    speaker: str | None
    act: Act | None
    kind: Kind | None
    media: Collection[Medium] | None
    confidence: float
    since: datetime.date | None
    until: datetime.date | None
    article: str | None
    outlet: str | None
    about: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Statements that fit everything given; what is None is not asked for. See `Ledger.statements`.

    Attributes:
        words: words and "phrases", each with one blank before the next.
        medium: any of them; None for those that are shown by default; in the order of `MEDIA`.
        confidence: the least; None for what is shown by default.
    """

    words: str | None = None
    speaker: str | None = None
    about: str | None = None
    act: Act | None = None
    kind: Kind | None = None
    medium: tuple[Medium, ...] | None = None
    outlet: str | None = None
    article: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    confidence: float | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, which every statement fits that is shown by default."""
        return self == Query()

    def arguments(self) -> StatementArguments:
        """Return it as the arguments of `Ledger.statements`."""
        return StatementArguments(
            words=self.words,
            speaker=self.speaker,
            act=self.act,
            kind=self.kind,
            media=SHOWN_MEDIA if self.medium is None else None if self.medium == MEDIA else self.medium,
            confidence=SHOWN_CONFIDENCE if self.confidence is None else self.confidence,
            since=self.since,
            until=self.until,
            article=self.article,
            outlet=self.outlet,
            about=self.about,
        )
