"""What is found wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy.exc import InvalidRequestError
from zstandard import ZstdError

# What looking at rows that were altered may end in: a value of another type, no such row, a damaged blob.
_ALTERED = (ValueError, TypeError, LookupError, AttributeError, InvalidRequestError, ZstdError)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: the page, the row of it, and what is wrong."""

    page: str
    row: str
    reason: str


def guarded(page: str, row: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield `problems`; where looking for them breaks, since what they are looked for in was altered, that is one."""
    try:
        yield from problems
    except _ALTERED as error:
        yield Problem(page, row, f"cannot be looked through ({type(error).__name__}: {error})")
