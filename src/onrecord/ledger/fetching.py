"""From database rows to the rows of `rows`, chunk by chunk: one function for each table, whoever asks."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, select
from sqlalchemy.engine import Row

from onrecord.ledger.rows import (
    ArticleRef,
    ArticleRow,
    CaptionRow,
    EntityRef,
    LabelRow,
    PageRef,
    ReadingRef,
    SpanRow,
    StatementRow,
    TimeRow,
)
from onrecord.ledger.schema import (
    articles,
    entities,
    events,
    judged,
    pages,
    parties,
    readings,
    registry,
    spans,
    statements,
    times,
)

# Rows built at a time: memory stays the same however large the ledger is.
_CHUNK = 400

# The spans that are an article's own, and none of what was read from it.
_OWN = and_(*(spans.c[owner].is_(None) for owner in ("statement", "entity", "quantity", "event")))

type Found = Row[Any]
type Parts = dict[str, list[Found]]


def selection(table: Table, *, versions: bool = False) -> Select[Any]:
    """Return the selection of a table's rows with what every row tells of its article, page and reading.

    Only the current reading of the current version of each page, and no statement that the user dismissed, nor an event
    told in one, unless `versions`; in the order of the pages.
    """
    chosen = select(
        table,
        articles.c.id.label("article_id"),
        articles.c.title.label("article_title"),
        articles.c.published.label("article_published"),
        pages.c.sha256,
        pages.c.path,
        pages.c.url,
        readings.c.reader,
        readings.c.read_at,
    ).select_from(table)
    if table is not articles:
        chosen = chosen.join(articles, table.c.article == articles.c.key)
    chosen = chosen.join(readings, articles.c.reading == readings.c.key).join(pages, readings.c.page == pages.c.key)
    if not versions:
        chosen = chosen.where(readings.c.current, pages.c.current)
        dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
        if table is statements:
            chosen = chosen.where(statements.c.key.not_in(dismissed))
        elif table is events:
            chosen = chosen.where(events.c.statement.is_(None) | events.c.statement.not_in(dismissed))
    return chosen


def in_page_order(chosen: Select[Any], table: Table) -> Select[Any]:
    """Return a selection ordered as the pages were added, and on each as it is printed."""
    order: list[ColumnElement[Any]] = [pages.c.key, readings.c.key, articles.c.number]
    if table is not articles:
        order.append(table.c.number)
    return chosen.order_by(*order)


def statement_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[StatementRow]:
    """Yield the statements of a selection made by `selection(statements)`."""
    for chunk in chunks(connection, chosen):
        keys = [found.key for found in chunk]
        parts = parts_of(connection, spans.c.statement, keys)
        who = parties_of(connection, keys)
        dismissed = dismissed_of(connection, keys) if versions else frozenset[int]()
        for found in chunk:
            own, members = parts[found.key], who[found.key]
            row = StatementRow(
                id=found.id,
                page=page_ref(found),
                article=article_ref(found),
                kind=found.kind,
                medium=found.medium,
                act=found.act,
                content=all_printed(own, "content"),
                cue=printed(own, "cue"),
                source=printed(own, "source"),
                speakers=members["speaker"],
                on_behalf_of=next(iter(members["on_behalf_of"]), None),
                addressees=members["addressee"],
                targets=members["target"],
                venue=printed(own, "venue"),
                said_on=found.said_on,
                said_on_basis=found.said_on_basis,
                modality=found.modality,
                polarity=found.polarity,
                nested_in=found.nested_in,
                confidence=found.confidence,
            )
            if versions:
                row["reading"] = reading_ref(found)
                row["dismissed"] = found.key in dismissed
            yield row


def article_rows(connection: Connection, chosen: Select[Any], *, versions: bool = False) -> Iterator[ArticleRow]:
    """Yield the articles of a selection made by `selection(articles)`."""
    for chunk in chunks(connection, chosen):
        keys = [found.key for found in chunk]
        parts = parts_of(connection, spans.c.article, keys, _OWN)
        told = _times(connection, keys)
        for found in chunk:
            own = parts[found.key]
            row = ArticleRow(
                id=found.id,
                page=page_ref(found),
                title=_label(found.title, own, "title"),
                byline=_label(found.byline, own, "byline"),
                outlet=_label(found.outlet, own, "outlet"),
                published=found.published.isoformat() if found.published else None,
                published_basis=found.published_basis,
                published_evidence=printed(own, "evidence"),
                paragraphs=all_printed(own, "paragraph"),
                headings=all_printed(own, "heading"),
                captions=_captions(own),
                debris=all_printed(own, "debris"),
                times=[
                    TimeRow(span=span_row(printed), value=value, basis=basis)
                    for printed, (value, basis) in zip(own.get("time", ()), told[found.key], strict=True)
                ],
            )
            if versions:
                row["reading"] = reading_ref(found)
            yield row


def chunks(connection: Connection, chosen: Select[Any]) -> Iterator[Sequence[Found]]:
    """Yield the rows of a selection, some hundreds at a time."""
    yield from connection.execution_options(yield_per=_CHUNK).execute(chosen).partitions()


def parts_of(
    connection: Connection, owner: ColumnElement[Any], keys: list[int], condition: ColumnElement[bool] | None = None
) -> defaultdict[int, Parts]:
    """Return the spans of the owners with these keys, by owner and part, in order."""
    chosen = select(owner.label("owner"), spans).where(owner.in_(keys)).order_by(spans.c.key)
    if condition is not None:
        chosen = chosen.where(condition)
    parts: defaultdict[int, Parts] = defaultdict(dict)
    for found in connection.execute(chosen):
        parts[found.owner].setdefault(found.part, []).append(found)
    return parts


def dismissed_of(connection: Connection, keys: list[int]) -> frozenset[int]:
    """Return which of the statements with these keys the user dismissed."""
    chosen = select(judged.c.statement).where(judged.c.kind == "dismiss", judged.c.statement.in_(keys))
    return frozenset(connection.execute(chosen).scalars())


def _times(connection: Connection, keys: list[int]) -> defaultdict[int, list[tuple[str, str]]]:
    """Return what the times of the articles with these keys stand for, and on what basis, in order."""
    told: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    chosen = select(times).where(times.c.article.in_(keys)).order_by(times.c.article, times.c.number)
    for found in connection.execute(chosen):
        told[found.article].append((found.value, found.basis))
    return told


type _Members = defaultdict[str, list[EntityRef]]


def parties_of(connection: Connection, keys: list[int]) -> defaultdict[int, _Members]:
    """Return who takes part in the statements with these keys, as registered entities; their speakers as judged."""
    make: Callable[[], _Members] = lambda: defaultdict(list)  # noqa: E731
    who: defaultdict[int, _Members] = defaultdict(make)
    root, given = registry.alias("root"), _given(connection, keys)
    chosen = (
        select(parties.c.statement, parties.c.part, root, entities.c.country.label("own_country"), entities.c.role)
        .join(entities, parties.c.entity == entities.c.key)
        .join(registry, entities.c.registered == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(parties.c.statement.in_(keys))
        .order_by(parties.c.statement, parties.c.number)
    )
    for found in connection.execute(chosen):
        if found.part == "speaker" and found.statement in given:
            continue
        country = found.country or found.own_country
        member = EntityRef(id=found.id, name=found.name, type=found.type, country=country, role=found.role)
        who[found.statement][found.part].append(member)
    for statement, speaker in given.items():
        who[statement]["speaker"].append(speaker)
    return who


def _given(connection: Connection, keys: list[int]) -> dict[int, EntityRef]:
    """Return whom the user named as the speakers of statements, with a role that the article prints of them."""
    root, other = registry.alias("root"), registry.alias("other")
    role = (
        select(entities.c.role)
        .join(other, entities.c.registered == other.c.key)
        .where(entities.c.article == statements.c.article, other.c.root == root.c.key, entities.c.role.is_not(None))
        .limit(1)
        .scalar_subquery()
    )
    chosen = (
        select(judged.c.statement, root, role.label("role"))
        .join(statements, judged.c.statement == statements.c.key)
        .join(registry, judged.c.speaker == registry.c.key)
        .join(root, registry.c.root == root.c.key)
        .where(judged.c.kind == "reattribute", judged.c.statement.in_(keys))
    )
    return {
        found.statement: EntityRef(
            id=found.id, name=found.name, type=found.type, country=found.country, role=found.role
        )
        for found in connection.execute(chosen)
    }


def page_ref(found: Found) -> PageRef:
    """Return the page that a row comes from."""
    return PageRef(sha256=found.sha256, path=found.path, url=found.url)


def article_ref(found: Found) -> ArticleRef:
    """Return the article that a row comes from."""
    day = found.article_published
    return ArticleRef(id=found.article_id, title=found.article_title, published=day.isoformat() if day else None)


def reading_ref(found: Found) -> ReadingRef:
    """Return what read a row, and when."""
    return ReadingRef(reader=found.reader, read_at=found.read_at.isoformat() + "Z")


def span_row(found: Found) -> SpanRow:
    """Return a row of `spans`, or one with its columns, as it is given out."""
    return SpanRow(start=found.start, end=found.end, text=found.text)


def all_printed(parts: Parts, part: str) -> list[SpanRow]:
    """Return the spans of a part, in order."""
    return [span_row(found) for found in parts.get(part, ())]


def printed(parts: Parts, part: str) -> SpanRow | None:
    """Return the first span of a part, None where there is none."""
    return next(iter(all_printed(parts, part)), None)


def _label(text: str | None, parts: Parts, part: str) -> LabelRow | None:
    if text is None:
        return None
    span = printed(parts, part)
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
