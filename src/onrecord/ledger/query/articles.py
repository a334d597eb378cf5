"""Articles as rows."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Connection, select

from onrecord.ledger.query.row_selection import Chunks, row_of, selection
from onrecord.ledger.query.search import By, InOrder
from onrecord.ledger.query.spans import Parts, all_spans, first_span, span_row, spans_of
from onrecord.ledger.rows import ArticleRow, CaptionRow, LabelRow, TimeRow, iso_moment
from onrecord.ledger.store import articles, pages, readings, times, unpacked_text


def search_articles(page: str | None = None) -> InOrder:
    """Return the search for the current articles, of the page of a digest or of all, as they were read."""
    chosen = selection(articles)
    if page is not None:
        chosen = chosen.where(pages.c.sha256 == page)
    return InOrder(articles, chosen, (By("reading", articles.c.reading), By("number", articles.c.number)))


def search_latest() -> InOrder:
    """Return the search for the current articles, those of the page that was read last first."""
    by = (By("reading", articles.c.reading, descending=True), By("number", articles.c.number))
    return InOrder(articles, selection(articles), by)


def article_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[ArticleRow]:
    """Yield the articles that were fetched of a selection made by `selection(articles)`."""
    for chunk in found:
        keys = [one.key for one in chunk]
        parts = spans_of(connection, "article", keys)
        told = _times(connection, keys)
        for one in chunk:
            own = parts[one.key]
            yield row_of(
                ArticleRow,
                one,
                versions=versions,
                title=_label(one.title, own, "title"),
                byline=_label(one.byline, own, "byline"),
                outlet=_label(one.outlet, own, "outlet"),
                published=iso_moment(one.published, one.published_time),
                published_basis=one.published_basis,
                updated=iso_moment(one.updated, one.updated_time),
                published_evidence=first_span(own, "evidence"),
                paragraphs=all_spans(own, "paragraph"),
                headings=all_spans(own, "heading"),
                captions=_captions(own),
                debris=all_spans(own, "debris"),
                times=[
                    TimeRow(span=span_row(span), value=value, basis=basis)
                    for span, (value, basis) in zip(own.get("time", ()), told[one.key], strict=True)
                ],
            )


def _times(connection: Connection, keys: list[int]) -> defaultdict[int, list[tuple[str, str]]]:
    """Return what the times of the articles with these keys stand for, and on what basis, in order."""
    told: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    chosen = select(times).where(times.c.article.in_(keys)).order_by(times.c.article, times.c.number)
    for found in connection.execute(chosen):
        told[found.article].append((found.value, found.basis))
    return told


def _label(text: str | None, parts: Parts, part: str) -> LabelRow | None:
    if text is None:
        return None
    span = first_span(parts, part)
    return LabelRow(text=text, start=span["start"] if span else None, end=span["end"] if span else None)


def _captions(parts: Parts) -> list[CaptionRow]:
    credits_ = {found.number: span_row(found) for found in parts.get("credit", ())}
    return [
        CaptionRow(
            **span_row(found),
            credit=credits_.get(found.number),
            date=found.date.isoformat() if found.date else None,
        )
        for found in parts.get("caption", ())
    ]


def article_text(connection: Connection, identifier: str) -> str:
    """Return the page text that the spans of the current article of this id index."""
    chosen = selection(articles).add_columns(readings.c.text.label("blob")).where(articles.c.id == identifier)
    return unpacked_text(connection.execute(chosen).one().blob)
