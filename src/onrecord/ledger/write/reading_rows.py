"""The rows of what was read from one page."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.sql.schema import Table

from onrecord.folding import fold
from onrecord.ledger.registry import ArticleAnchor, Placement, Registrar
from onrecord.ledger.rows import (
    ArticleRow,
    EventRow,
    QuantityRow,
    StatementRow,
    first_day,
    newest_first,
    oldest_first,
    packed,
    stored_values,
)
from onrecord.ledger.store import (
    articles,
    doubts,
    entities,
    events,
    participants,
    parties,
    quantities,
    spans,
    statements,
    storable,
    times,
)
from onrecord.records import Article, Entity, Event, Label, Quantity, Span, Statement

type Row = dict[str, Any]


class ReadingRows:
    """The rows of one reading, collected by table and inserted together; keys are given out here."""

    def __init__(self, connection: Connection, registrar: Registrar, identity: str) -> None:
        self._connection, self._identity = connection, identity
        self._registrar = registrar
        self._rows: dict[Table, list[Row]] = {
            table: []
            for table in (
                articles, entities, doubts, statements, parties, quantities, events, participants, spans, times,
            )
        }  # fmt: skip
        self._keys = {table: self._next_key(table) for table in (articles, entities, statements, quantities, events)}
        self._said: list[tuple[int, str]] = []
        self._counted: list[tuple[int, str]] = []
        self._titled: list[tuple[int, str]] = []

    def add(self, read: Sequence[Article], reading: int) -> None:
        """Insert the articles of a reading."""
        for article in read:
            self._article(article, reading)
        for table, rows in self._rows.items():
            if rows:
                self._connection.execute(insert(table), rows)
        for index, column, found in (
            ("said", "words", self._said),
            ("counted", "words", self._counted),
            ("titled", "title", self._titled),
        ):
            if found:
                # In the order of their numbers an index takes them at once.
                self._connection.exec_driver_sql(f"INSERT INTO {index} (rowid, {column}) VALUES (?, ?)", sorted(found))

    def _next_key(self, table: Table) -> Iterator[int]:
        key = self._connection.execute(select(func.max(table.c.key))).scalar() or 0
        while True:
            key += 1
            yield key

    def _article(self, article: Article, reading: int) -> None:
        key = next(self._keys[articles])
        row: Row = {"key": key, "reading": reading, "number": article.number} | stored_values(ArticleRow, article)
        for part in ("title", "byline", "outlet"):
            label = getattr(article, part)
            printed = _printed(label) if label else None
            row[part] = printed.text if printed else storable(label.text) if label else None
            self._span(key, part, 0, printed)
        published, updated = article.published, article.updated
        row |= {"published": published.day, "published_time": _iso(published.time), "published_basis": published.basis}
        row |= {"updated": updated.day if updated else None, "updated_time": _iso(updated.time) if updated else None}
        self._rows[articles].append(row)
        if row["title"] is not None:
            self._titled.append((key, fold(row["title"])))
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
        place = ArticleAnchor(self._identity, article.number, row["title"])
        placements = self._registrar.place(article.entities, place)
        for number, (entity, placed) in enumerate(zip(article.entities, placements, strict=True)):
            known[entity.id] = self._entity(key, number, entity, placed)
        said = {
            statement.id: self._statement(key, number, statement, known, article.published.day)
            for number, statement in enumerate(article.statements)
        }
        for number, quantity in enumerate(article.quantities):
            self._quantity(key, number, quantity, said, article.published.day)
        for number, event in enumerate(article.events):
            told = {"statement": event.statement, "asserting": _asserted_in(event, article.statements)}
            within = {part: said[identifier] if identifier else None for part, identifier in told.items()}
            self._event(key, number, event, within, known, article.published.day)

    def _entity(self, article: int, number: int, entity: Entity, placed: Placement) -> int:
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
        row: Row = {"key": key, "article": article, "number": number, "day": _day(said.said_on, published)}
        row["reasons"] = packed(said.reasons)
        self._rows[statements].append(row | stored_values(StatementRow, said))
        self._said.append((newest_first(row["day"], key), "\n".join(span.text for span in said.content)))
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
        row: Row = {"key": key, "article": article, "number": number, "day": _day(claimed.as_of, published)}
        row["statement"] = said[claimed.statement] if claimed.statement else None
        self._rows[quantities].append(row | stored_values(QuantityRow, claimed))
        counted = claimed.counted.text if claimed.counted else None
        words = "\n".join((claimed.unit or "", counted or "", claimed.sentence.text))
        self._counted.append((oldest_first(row["day"], key), words))
        for part in ("span", "counted", "hedge", "place", "sentence"):
            self._span(article, part, 0, getattr(claimed, part), quantity=key)

    def _event(
        self,
        article: int,
        number: int,
        told: Event,
        within: Row,
        known: dict[str, int],
        published: datetime.date | None,
    ) -> None:
        key = next(self._keys[events])
        row: Row = {"key": key, "article": article, "number": number, "day": _day(told.date, published)}
        self._rows[events].append(row | within | stored_values(EventRow, told))
        for part, members in (("actor", told.actors), ("recipient", told.recipients)):
            for place, member in enumerate(members):
                self._rows[participants].append(
                    {
                        "event": key,
                        "part": part,
                        "number": place,
                        "entity": known[member.entity.id],
                        "sector": member.sector,
                    }
                )
        for place, span in enumerate(told.spans):
            self._span(article, "span", place, span, event=key)
        self._span(article, "place", 0, told.place, event=key)

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
        event: int | None = None,
        date: datetime.date | None = None,
    ) -> None:
        if span is not None:
            owners = {
                "article": article,
                "statement": statement,
                "entity": entity,
                "quantity": quantity,
                "event": event,
            }
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


def _iso(time: datetime.time | None) -> str | None:
    return time.isoformat() if time else None


def _day(time: str | None, published: datetime.date | None) -> str | None:
    """Return the first day of an ISO 8601 time, else the day of publication, as searches compare it."""
    day = first_day(time) or published
    return day.isoformat() if day else None


def _asserted_in(event: Event, statements: Sequence[Statement]) -> str | None:
    """Return the id of the statement whose speaker asserts an event, None if the narrator does.

    An event that is a statement itself, its cue, is told by whoever tells of that statement.
    """
    if event.narrated or event.statement is None:
        return None
    own = next(one for one in statements if one.id == event.statement)
    return own.nested_in if event.spans == (own.cue,) else own.id
