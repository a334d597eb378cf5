"""Lists of rows as they are answered: some at once, and where the others are."""

import re
from collections.abc import Sequence
from typing import Annotated, TypedDict

from fastapi import Depends
from pydantic import Field
from starlette.requests import Request
from starlette.responses import Response

from onrecord.errors import UsageError
from onrecord.ledger import Answer
from onrecord.web.api.asked import Paged

# How many rows come before: no more than anybody goes through.
_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)


class Items[Row](TypedDict):
    """Rows that fit what is asked for: as many as are wanted at once, and how to get those behind them."""

    items: Annotated[list[Row], Field(description="the rows, in order")]
    next: Annotated[
        str | None, Field(description="the `cursor` with which the same question goes on; null behind the last row")
    ]
    at_least: Annotated[
        int, Field(description="how many rows fit, of those behind the cursor: as far as they were counted")
    ]
    all_counted: Annotated[bool, Field(description="whether that is how many there are")]


class Listing:
    """How an answer lists rows: what is next stands in it, and in its header `Link`."""

    def __init__(self, request: Request, response: Response) -> None:
        self._request = request
        self._response = response

    def answer[Row](self, found: Answer[Row]) -> Items[Row]:
        """Return what a ledger found as it is answered."""
        return self._items(list(found), found.next, found.at_least, all_counted=found.all_counted)

    def part[Row](self, rows: Answer[Row], asked: Paged) -> Items[Row]:
        """Return a part of rows that a ledger gives from the first on, where the cursor is how many come before.

        Args:
            rows: the rows, as far as the part goes or further.
            asked: which part.
        """
        start, end = before(asked), before(asked) + asked.limit
        more = str(end) if rows.at_least > end else None
        return self._items(list(rows[start:end]), more, max(rows.at_least - start, 0), all_counted=rows.all_counted)

    def first[Row](self, rows: Sequence[Row], asked: Paged) -> Items[Row]:
        """Return the first of the rows behind `before(asked)`, of which there is one more than wanted, or else all."""
        more = len(rows) > asked.limit
        next = str(before(asked) + asked.limit) if more else None
        return self._items(list(rows[: asked.limit]), next, len(rows), all_counted=not more)

    def _items[Row](self, rows: list[Row], next: str | None, at_least: int, *, all_counted: bool) -> Items[Row]:
        if next is not None:
            there = self._request.url.include_query_params(cursor=next)
            self._response.headers["Link"] = f'<{there.path}?{there.query}>; rel="next"'
        return Items(items=rows, next=next, at_least=at_least, all_counted=all_counted)


def before(asked: Paged) -> int:
    """Return how many rows come before the part that is asked for, by a cursor that `Listing.part` gave.

    Raises:
        UsageError: the cursor is none.
    """
    if asked.cursor is None:
        return 0
    if not _NUMBER.fullmatch(asked.cursor):
        reason = "is not where an answer to this question ended"
        raise UsageError(f"cursor {asked.cursor!r}", reason, "ask the same again with the `next` of its answer")
    return int(asked.cursor)


type AskedListing = Annotated[Listing, Depends()]
"""How an answer lists rows, as an argument of what answers a request."""
