"""Cursors: short strings that say how far an answer has come, by which the same question goes on behind it."""

import datetime
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Collection
from hashlib import sha256

from onrecord.errors import UsageError
from onrecord.ledger.query.search import Place
from onrecord.ledger.rows import iso_day

# Characters of a digest by which a cursor of another question is told.
_DIGEST = 8
# Longer than the cursor of any row, and larger than any number in one.
_LONGEST, _MOST = 500, 2**63


class Question:
    """What is asked, by which its cursors are told from those of other questions.

    Args:
        name: which question.
        asked: what of: all that decides which rows are found; not how many are wanted at once.
    """

    def __init__(self, name: str, **asked: object) -> None:
        plain = {part: _plain(value) for part, value in asked.items() if value is not None}
        self._text = json.dumps([name, plain], sort_keys=True)

    def cursor(self, place: Place) -> str:
        """Return the cursor behind a place in the answer: characters of base64, as they may stand in a URL."""
        told = json.dumps([self._digest(place), *place], separators=(",", ":"))
        return urlsafe_b64encode(told.encode("ascii")).decode("ascii").rstrip("=")

    def place(self, cursor: str) -> Place:
        """Return the place that a cursor of this question stands for.

        Raises:
            UsageError: it is none, or one of another question.
        """
        try:
            if len(cursor) > _LONGEST:
                raise ValueError
            whole = cursor + "=" * (-len(cursor) % 4)
            told = json.loads(urlsafe_b64decode(whole.encode("ascii")).decode("ascii"))
            _, *place = told
            # Also of a text that would be read likewise there is but one cursor.
            if not all(map(_is_value, place)) or self.cursor(tuple(place)) != cursor:
                raise ValueError
        except (ValueError, Error, TypeError, RecursionError) as error:
            raise no_cursor(cursor) from error
        return tuple(place)

    def _digest(self, place: Collection[object]) -> str:
        return sha256(json.dumps([self._text, *place]).encode()).hexdigest()[:_DIGEST]


def no_cursor(cursor: str) -> UsageError:
    """Return the error of what is no cursor of the question that it is given with."""
    reason = "is not where an answer to this question ended"
    return UsageError(f"cursor {cursor[:_LONGEST]!r}", reason, "ask the same again with the `next` of its answer")


def _is_value(value: object) -> bool:
    """Say whether a database may be asked for a value as one that it gave."""
    if isinstance(value, int):
        return abs(value) < _MOST
    return value is None or (isinstance(value, str) and value.isascii())


def _plain(value: object) -> object:
    """Return what was asked as JSON has it, the same for what means the same."""
    if isinstance(value, datetime.date):
        return iso_day(value)
    if isinstance(value, Collection) and not isinstance(value, str):
        return sorted(set(map(str, value)))
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
