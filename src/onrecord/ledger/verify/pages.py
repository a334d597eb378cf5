"""Pages: their bytes, the texts of their readings, and every span into these."""

import hashlib
from collections.abc import Iterator

import zstandard
from sqlalchemy import Connection, select

from onrecord.ledger.store import articles, events, pages, quantities, readings, spans, statements, unpacked
from onrecord.ledger.verify.problem import Problem


def verify_pages(connection: Connection) -> Iterator[list[Problem]]:
    """Yield the problems of each page in turn: its bytes, the text of its readings, and every span into them."""
    chosen = select(pages.c.key, pages.c.sha256, pages.c.path, pages.c.body).order_by(pages.c.key)
    for page in connection.execution_options(yield_per=50).execute(chosen):
        yield list(_page(connection, page.key, page.sha256, page.path or page.sha256[:12], page.body))


def _page(connection: Connection, key: int, sha256: str, name: str, body: bytes) -> Iterator[Problem]:
    content = _undamaged(body)
    if content is None or hashlib.sha256(content).hexdigest() != sha256:
        yield Problem(name, "page", "its stored bytes are not those of its sha256")
    for reading in connection.execute(select(readings).where(readings.c.page == key).order_by(readings.c.key)):
        stored = _undamaged(reading.text)
        if stored is None or hashlib.sha256(stored).hexdigest() != reading.text_sha256:
            yield Problem(name, f"reading {reading.key}", "its stored text is not the one it was read from")
        if stored is not None:
            yield from _spans(connection, reading.key, name, stored.decode("utf-8", "replace"))


def _spans(connection: Connection, reading: int, name: str, text: str) -> Iterator[Problem]:
    """Yield the problems of every span of a reading of `text`, and of the titles, bylines and outlets printed there."""
    chosen = (
        select(
            spans,
            articles.c.id.label("article_id"),
            articles.c.title,
            articles.c.byline,
            articles.c.outlet,
            statements.c.id.label("statement_id"),
            quantities.c.id.label("quantity_id"),
            events.c.id.label("event_id"),
        )
        .join(articles, spans.c.article == articles.c.key)
        .outerjoin(statements, spans.c.statement == statements.c.key)
        .outerjoin(quantities, spans.c.quantity == quantities.c.key)
        .outerjoin(events, spans.c.event == events.c.key)
        .where(articles.c.reading == reading)
    )
    for span in connection.execute(chosen):
        row = f"article {span.article_id}"
        for kind in ("statement", "quantity", "event"):
            identifier = getattr(span, f"{kind}_id")
            row = f"{kind} {identifier}" if identifier else row
        if text[span.start : span.end] != span.text or not 0 <= span.start < span.end:
            yield Problem(name, row, f"{span.part} at {span.start}-{span.end} is not what the page says there")
        elif span.part in {"title", "byline", "outlet"} and getattr(span, span.part) != span.text:
            yield Problem(name, row, f"its {span.part} is not what the page says at {span.start}-{span.end}")


def _undamaged(blob: bytes) -> bytes | None:
    try:
        return unpacked(blob)
    except zstandard.ZstdError:
        return None
