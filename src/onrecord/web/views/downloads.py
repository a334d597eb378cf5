"""What a view shows, all of it, as a file in the formats of exports."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal

from fastapi import APIRouter
from starlette.responses import Response, StreamingResponse

from onrecord.ledger import Answer, Ledger
from onrecord.vocabulary import EventType
from onrecord.web.asking import AskedLedger
from onrecord.web.queries import parse_query
from onrecord.web.streaming import streamed

router = APIRouter(prefix="/download")

type Format = Literal["csv", "jsonl", "parquet", "jsonld"]
type _Ask = Callable[[int, str | None], Answer[Any]]

_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "jsonl": "application/jsonl; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
    "jsonld": "application/ld+json; charset=utf-8",
}
# Rows asked for at once: a hundred at first, so that the answer begins soon, then more each time, to a thousand. Each
# such question has a transaction of its own, so that a slow reader holds up nobody.
_FIRST, _AT_ONCE = 100, 1_000


@router.get("/statements.{format}")
def statements(ledger: AskedLedger, format: Format, q: str = "", id: str = "") -> Response:
    """Return the statements that fit what is asked in the query language, or the one of an id."""
    if id:
        return _file(ledger, "statements", format, iter([ledger.statement(id)]))
    asked = parse_query(q).arguments()
    return _file(
        ledger, "statements", format, _all(lambda limit, after: ledger.statements(**asked, limit=limit, after=after))
    )


@router.get("/quantities.{format}")
def quantities(
    ledger: AskedLedger, format: Format, words: str, since: date | None = None, until: date | None = None
) -> Response:
    """Return the quantities that have all the words."""

    def ask(limit: int, after: str | None) -> Answer[Any]:
        return ledger.quantities(words, since=since, until=until, limit=limit, after=after)

    return _file(ledger, "quantities", format, _all(ask))


@router.get("/events.{format}")
def events(
    ledger: AskedLedger,
    format: Format,
    actor: str | None = None,
    recipient: str | None = None,
    type: EventType | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Response:
    """Return the events that fit everything given."""

    def ask(limit: int, after: str | None) -> Answer[Any]:
        return ledger.events(
            actor=actor, recipient=recipient, type=type, since=since, until=until, limit=limit, after=after
        )

    return _file(ledger, "events", format, _all(ask))


@router.get("/links.{format}")
def links(ledger: AskedLedger, format: Format, statement: str, offered: bool = False) -> Response:
    """Return how a statement belongs to others."""
    return _file(
        ledger,
        "links",
        format,
        _all(lambda limit, after: ledger.links(statement, offered=offered, limit=limit, after=after)),
    )


@router.get("/articles.{format}")
def articles(ledger: AskedLedger, format: Format) -> Response:
    """Return the articles, the last that were added first."""
    return _file(ledger, "articles", format, _all(lambda limit, after: ledger.latest(limit=limit, after=after)))


@router.get("/arguments.{format}")
def arguments(ledger: AskedLedger, format: Format) -> Response:
    """Return the links between statements that are certain, the newest first."""
    found = _all(lambda limit, after: ledger.arguments(limit=limit, after=after))
    return _file(ledger, "links", format, (one["link"] for one in found))


@router.get("/utterances.{format}")
def altered(ledger: AskedLedger, format: Format) -> Response:
    """Return the utterances that are quoted in other words, the newest first."""
    return _file(ledger, "utterances", format, _all(lambda limit, after: ledger.altered(limit=limit, after=after)))


def _all(ask: _Ask) -> Iterator[Mapping[str, Any]]:
    """Yield all rows of an answer, some at a time."""
    after, size = None, _FIRST
    while True:
        found = ask(size, after)
        yield from found
        after, size = found.next, min(size * 2, _AT_ONCE)
        if after is None:
            return


def _file(ledger: Ledger, table: str, format: Format, rows: Iterator[Mapping[str, Any]]) -> Response:
    """Return rows as a file.

    Raises:
        UsageError: they cannot be asked for, or not be written in this format.
    """
    body = streamed(lambda stream: ledger.export_rows(table, format, rows, stream))
    headers = {"Content-Disposition": f'attachment; filename="onrecord-{table}.{format}"'}
    return StreamingResponse(body, media_type=_TYPES[format], headers=headers)
