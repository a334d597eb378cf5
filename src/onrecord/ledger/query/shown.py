"""Which statements are shown unless more is asked for, by the command line and Python alike."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Select

from onrecord.ledger.store import statements
from onrecord.vocabulary import Medium

SHOWN_MEDIA: tuple[Medium, ...] = ("speech", "writing")
"""The media of the statements that are shown unless more is asked for: what was said, not what is thought."""

SHOWN_CONFIDENCE = 0.4
"""The confidence that statements must have to be shown unless more is asked for; see docs/explanation/ledger.md."""


def of_media_and_confidence(
    chosen: Select[Any],
    media: Collection[Medium] | None = SHOWN_MEDIA,
    confidence: float = SHOWN_CONFIDENCE,
) -> Select[Any]:
    """Return the part of a selection of statements that is in one of these media, and at least so certain."""
    if media is not None:
        chosen = chosen.where(statements.c.medium.in_(media))
    return chosen.where(statements.c.confidence >= confidence)
