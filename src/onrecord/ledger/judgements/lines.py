"""The line of a page in which something stands, as questions show it."""

from sqlalchemy import Connection, select

from onrecord.ledger.store import articles, readings, spans, unpacked_text

# Characters shown before and after.
_AROUND = 90

_SPANS = (
    select(spans.c.start, spans.c.end, readings.c.text)
    .join(articles, spans.c.article == articles.c.key)
    .join(readings, articles.c.reading == readings.c.key)
)


def line_of(connection: Connection, appearance: int) -> str | None:
    """Return the text around the first mention of an appearance."""
    chosen = _SPANS.where(spans.c.entity == appearance, spans.c.part == "mention").order_by(spans.c.number).limit(1)
    found = connection.execute(chosen).first()
    return _line(found.text, found.start, found.end) if found else None


def line_saying(connection: Connection, statement: int) -> str | None:
    """Return the text in which a statement stands with its cue and source."""
    found = connection.execute(_SPANS.where(spans.c.statement == statement)).all()
    return _line(found[0].text, min(one.start for one in found), max(one.end for one in found))


def _line(blob: bytes, start: int, end: int) -> str:
    """Return a stretch of a page with what stands around it in its paragraph, on one line."""
    page = unpacked_text(blob)
    before, after = page[max(start - _AROUND, 0) : start].split("\n")[-1], page[end : end + _AROUND].split("\n")[0]
    return " ".join((before + page[start:end] + after).split())
