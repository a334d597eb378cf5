"""What a request may ask for: query parameters, with the names that the arguments have in Python."""

import re
from datetime import date
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from onrecord.ledger import SHOWN_CONFIDENCE, SHOWN_MEDIA
from onrecord.vocabulary import Medium

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

MOST = 500
"""The most rows of one answer."""


def _day(written: object) -> date:
    """Return the day that is written as YYYY-MM-DD, and as nothing else."""
    if isinstance(written, str) and _DAY.fullmatch(written):
        return date.fromisoformat(written)
    raise ValueError("write a day as YYYY-MM-DD")


Day = Annotated[date, BeforeValidator(_day)]
"""A day."""


class Asked(BaseModel):
    """What is asked for; a parameter that there is not is refused, so that no slip of the pen goes unseen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Paged(Asked):
    """Some of the rows that fit: so many, behind those that were given before."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="at most so many rows")] = 50
    cursor: Annotated[
        str | None, Field(description="the `next` of an answer to the same question: the rows behind those of it")
    ] = None


class Dated(Asked):
    """Rows of some days."""

    since: Annotated[Day | None, Field(description="the first day, as YYYY-MM-DD")] = None
    until: Annotated[Day | None, Field(description="the last day, likewise")] = None


class Shown(Asked):
    """Statements that are shown, unless more or less is asked for."""

    medium: Annotated[
        list[Medium], Field(description="only these; what is thought is not shown unless it is asked for")
    ] = list(SHOWN_MEDIA)
    confidence: Annotated[float, Field(ge=0, le=1, description="the least confidence")] = SHOWN_CONFIDENCE


class Offered(Asked):
    """Links, or what is made of them."""

    offered: Annotated[bool, Field(description="also links that are not certain enough to be asserted")] = False
