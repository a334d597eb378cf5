"""Writing one page with all that was read from it, in one transaction."""

import datetime
import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import zstandard
from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.sql.schema import Table

from onrecord.ledger.anchoring import page_identity
from onrecord.ledger.judged import judge
from onrecord.ledger.known import Known
from onrecord.ledger.registering import Placed, Registrar, replaced_by
from onrecord.ledger.schema import (
    articles,
    doubts,
    entities,
    pages,
    parties,
    quantities,
    readings,
    spans,
    statements,
    times,
)
from onrecord.ledger.standing import Story
from onrecord.records import Article, Entity, Label, Page, Quantity, Span, Statement

type Row = dict[str, Any]


def storable(text: str) -> str:
    """Return `text` as the database can hold it: a lone surrogate as an escape.

    Lone surrogates stand for undecodable bytes in names of files, and JSON can hold them.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def write_page(connection: Connection, page: Page, given: datetime.date | None) -> int:
    """Add a page and return its key; of the pages with its url it becomes the current version."""
    previous = None
    url = storable(page.metadata.url) if page.metadata.url else None
    if url is not None:
        current = select(pages.c.key).where(pages.c.url == url, pages.c.current)
        previous = connection.execute(current).scalar()
        connection.execute(update(pages).where(pages.c.key == previous).values(current=False))
    row = {
        "sha256": page.sha256,
        "media_type": page.media_type,
        "path": storable(page.path) if page.path is not None else None,
        "url": url,
        "fetched_at": _utc(page.fetched_at) if page.fetched_at else None,
        "given": given,
        "body": zstandard.compress(page.body),
        "previous": previous,
        "current": True,
    }
    return _insert_one(connection, pages, row)


def write_reading(
    connection: Connection, known: Known, key: int, page: Page, read: Sequence[Article], reader: str
) -> None:
    """Add what `reader` read from the page of this key; it becomes the page's current reading.

    Its entities are found among those of other articles, and the user's judgements hold for it as for earlier readings.
    """
    stored = connection.execute(select(pages.c.key, pages.c.previous, pages.c.current).where(pages.c.key == key)).one()
    replaced = replaced_by(connection, stored)
    registrar = Registrar(connection, known, replaced, counted=stored.current)
    connection.execute(update(readings).where(readings.c.page == key).values(current=False))
    text = page.text.encode("utf-8", "surrogatepass")
    row = {
        "page": key,
        "reader": reader,
        "read_at": _utc(datetime.datetime.now(datetime.UTC)).replace(microsecond=0),
        "text": zstandard.compress(text),
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "current": True,
    }
    reading = _insert_one(connection, readings, row)
    _Batch(connection, registrar).add(read, reading)
    registrar.finish(replaced)
    judge(connection, reading)


def _utc(time: datetime.datetime) -> datetime.datetime:
    """Return a time as the ledger holds it: UTC without saying so; one that names no zone is taken for UTC."""
    return time.astimezone(datetime.UTC).replace(tzinfo=None) if time.tzinfo else time


def _insert_one(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


class _Batch:
    """The rows of one reading, collected by table and inserted together; keys are given out here."""

    def __init__(self, connection: Connection, registrar: Registrar) -> None:
        self._connection = connection
        self._registrar = registrar
        self._rows: dict[Table, list[Row]] = {
            table: [] for table in (articles, entities, doubts, statements, parties, quantities, spans, times)
        }
        self._keys = {table: self._next_key(table) for table in (articles, entities, statements, quantities)}
        self._said: list[tuple[int, str]] = []
        self._counted: list[tuple[int, str]] = []

    def add(self, read: Sequence[Article], reading: int) -> None:
        """Insert the articles of a reading."""
        for article in read:
            self._article(article, reading)
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(insert(table), rows)
        if self._said:
            self._connection.exec_driver_sql("INSERT INTO said (rowid, words) VALUES (?, ?)", self._said)
        if self._counted:
            self._connection.exec_driver_sql("INSERT INTO counted (rowid, words) VALUES (?, ?)", self._counted)

    def _next_key(self, table: Table) -> Iterator[int]:
        key = self._connection.execute(select(func.max(table.c.key))).scalar() or 0
        while True:
            key += 1
            yield key

    def _article(self, article: Article, reading: int) -> None:
        key = next(self._keys[articles])
        row: Row = {"key": key, "reading": reading, "id": article.id, "number": article.number}
        for part in ("title", "byline", "outlet"):
            label = getattr(article, part)
            printed = _printed(label) if label else None
            row[part] = printed.text if printed else storable(label.text) if label else None
            self._span(key, part, 0, printed)
        row |= {"published": article.published.day, "published_basis": article.published.basis}
        self._rows[articles].append(row)
        self._span(key, "evidence", 0, article.published.evidence)
        for part, found in (
            ("paragraph", article.paragraphs),
            ("heading", article.headings),
            ("debris", article.debris),
        ):
            for number, span in enumerate(found):
                self._span(key, part, number, span)
        for number, caption in enumerate(article.captions):
            self._span(key, "caption", number, caption.span, date=caption.date)
            self._span(key, "credit", number, caption.credit)
        for number, time in enumerate(article.times):
            self._span(key, "time", number, time.span)
            self._rows[times].append({"article": key, "number": number, "value": time.value, "basis": time.basis})
        known: dict[str, int] = {}
        page = article.page
        story = Story(page_identity(page.metadata.url, page.path, page.sha256), article.number, row["title"])
        placements = self._registrar.place(article.entities, story)
        for number, (entity, placed) in enumerate(zip(article.entities, placements, strict=True)):
            known[entity.id] = self._entity(key, number, entity, placed)
        said = {
            statement.id: self._statement(key, number, statement, known, article.published.day)
            for number, statement in enumerate(article.statements)
        }
        for number, quantity in enumerate(article.quantities):
            self._quantity(key, number, quantity, said, article.published.day)

    def _entity(self, article: int, number: int, entity: Entity, placed: Placed) -> int:
        key = next(self._keys[entities])
        row: Row = {"key": key, "article": article, "id": entity.id, "number": number, "name": entity.name}
        row |= {"type": entity.type, "country": entity.country, "role": entity.role}
        row |= {"gender": entity.gender, "named": entity.named, "matched": placed.matched}
        self._rows[entities].append(row | {"probability": placed.probability, "registered": placed.registered})
        for other, probability in placed.doubts:
            self._rows[doubts].append({"entity": key, "registered": other, "probability": probability})
        for place, span in enumerate(entity.mentions):
            self._span(article, "mention", place, span, entity=key)
        return key

    def _statement(
        self, article: int, number: int, said: Statement, known: dict[str, int], published: datetime.date | None
    ) -> int:
        key = next(self._keys[statements])
        self._rows[statements].append(
            {
                "key": key,
                "article": article,
                "id": said.id,
                "number": number,
                "kind": said.kind,
                "medium": said.medium,
                "act": said.act,
                "said_on": said.said_on,
                "said_on_basis": said.said_on_basis,
                "day": _day(said.said_on, published),
                "nested_in": said.nested_in,
                "confidence": said.confidence,
            }
        )
        self._said.append((key, words_of(span.text for span in said.content)))
        for place, span in enumerate(said.content):
            self._span(article, "content", place, span, statement=key)
        for part, single in (("cue", said.cue), ("source", said.source), ("venue", said.venue)):
            self._span(article, part, 0, single, statement=key)
        behalf = (said.on_behalf_of,) if said.on_behalf_of else ()
        for part, members in (
            ("speaker", said.speakers),
            ("addressee", said.addressees),
            ("target", said.targets),
            ("on_behalf_of", behalf),
        ):
            for place, entity in enumerate(members):
                self._rows[parties].append(
                    {"statement": key, "part": part, "number": place, "entity": known[entity.id]}
                )
        return key

    def _quantity(
        self, article: int, number: int, claimed: Quantity, said: dict[str, int], published: datetime.date | None
    ) -> None:
        key = next(self._keys[quantities])
        row: Row = {"key": key, "article": article, "id": claimed.id, "number": number}
        row |= {"statement": said[claimed.statement] if claimed.statement else None}
        row |= {"value": claimed.value, "low": claimed.low, "high": claimed.high, "unit": claimed.unit}
        self._rows[quantities].append(row | {"as_of": claimed.as_of, "day": _day(claimed.as_of, published)})
        counted = claimed.counted.text if claimed.counted else None
        self._counted.append((key, words_counted(claimed.unit, counted, claimed.sentence.text)))
        for part in ("span", "counted", "hedge", "place", "sentence"):
            self._span(article, part, 0, getattr(claimed, part), quantity=key)

    def _span(
        self,
        article: int,
        part: str,
        number: int,
        span: Span | None,
        *,
        statement: int | None = None,
        entity: int | None = None,
        quantity: int | None = None,
        date: datetime.date | None = None,
    ) -> None:
        if span is not None:
            owners = {"article": article, "statement": statement, "entity": entity, "quantity": quantity}
            place = {"start": span.start, "end": span.end, "text": span.text, "date": date}
            self._rows[spans].append(owners | {"part": part, "number": number} | place)


def _printed(label: Label) -> Span | None:
    """Return where the page prints a label's own text: of "By Mara Voss" the name."""
    if label.span is None:
        return None
    at = label.span.text.find(label.text)
    if at < 0:
        return label.span
    start = label.span.start + at
    return Span(start, start + len(label.text), label.text)


def _day(time: str | None, published: datetime.date | None) -> str | None:
    """Return the beginning of an ISO 8601 time, else the day of publication, as searches compare it."""
    return time[:10] if time else published.isoformat() if published else None


def words_counted(unit: str | None, counted: str | None, sentence: str) -> str:
    """Return what the full-text index holds of a figure, a line each: its unit, what it counts, its sentence."""
    return "\n".join((unit or "", counted or "", sentence))


def words_of(contents: Iterator[str]) -> str:
    """Return the words of a statement as the full-text index holds them."""
    return "\n".join(contents)
