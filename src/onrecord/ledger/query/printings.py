"""The printings of what was said: statements that repeat an earlier one, and how their words differ."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from onrecord.ledger.outlets import outlet_name
from onrecord.ledger.query.given_keys import GIVEN, given, unindexed
from onrecord.ledger.query.row_selection import Chunks, FetchedRow, article_ref, selection
from onrecord.ledger.query.spans import all_spans, spans_of
from onrecord.ledger.query.statement_entities import entities_of_statements
from onrecord.ledger.rows import PrintedRow, PrintingRow, UtteranceRow, conforming, iso_moment
from onrecord.ledger.store import articles, judged, links, pages, readings, statements


def is_first_printing() -> ColumnElement[bool]:
    """Return the condition that a statement repeats no earlier one, for certain, that the user did not dismiss."""
    return ~exists(_repeats(links.c.key).where(links.c.later == statements.c.key).correlate(statements))


def repeating() -> Select[Any]:
    """Return the selection of the statements, each once, that repeat an earlier one, for certain, as linking knows it.

    Linking knows current statements alone. One that the user dismissed is none of them.
    """
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    return _repeats(links.c.later).where(links.c.later.not_in(dismissed)).distinct()


def utterance_selection(*, versions: bool = False) -> Select[Any]:
    """Return the selection of the statements that are the earliest printing of an utterance.

    Linking knows current statements alone, so that `versions` makes no difference.
    """
    return _with_outlet(selection(statements).where(is_first_printing()))


def utterance_rows(connection: Connection, found: Chunks, *, versions: bool = False) -> Iterator[UtteranceRow]:
    """Yield the utterances whose earliest printings were fetched of a selection made by `utterance_selection`."""
    for chunk in found:
        who = entities_of_statements(connection, [one.key for one in chunk])
        printed = _printings(connection, chunk)
        for one in chunk:
            printings = printed[one.key]
            row = UtteranceRow(
                id=one.id,
                speakers=who[one.key]["speaker"],
                printings=printings,
                outlets=outlet_names(one["outlet"] for one in printings),
            )
            yield conforming(UtteranceRow, row)


def outlet_names(outlets: Iterable[str | None]) -> list[str]:
    """Return the outlets of some printings, each once, in their order; of some none is known."""
    return list(dict.fromkeys(outlet for outlet in outlets if outlet))


def outlets_printing(connection: Connection, keys: Collection[int]) -> dict[int, list[str | None]]:
    """Return of each printing of the statements with these keys, which are earliest printings, the outlet, in order."""
    chosen = _with_outlet(selection(statements)).where(statements.c.key.in_(GIVEN))
    return {
        key: [outlet_name(one.article_outlet, one.url) for one in group]
        for key, group in _groups(connection, connection.execute(chosen, given(keys)).all()).items()
    }


def printed(connection: Connection, ids: Collection[str]) -> dict[str, PrintedRow]:
    """Return of each statement with these ids its earliest printing, and its outlet."""
    found = connection.execute(_with_outlet(selection(statements)).where(statements.c.id.in_(ids))).all()
    repeats = _repeats(links.c.later, links.c.earlier).where(links.c.later.in_([one.key for one in found]))
    first = {one.later: one.earlier for one in connection.execute(repeats.order_by(links.c.id.desc()))}
    named = select(statements.c.key, statements.c.id).where(statements.c.key.in_(set(first.values())))
    names = {one.key: one.id for one in connection.execute(named)}
    return {
        one.id: PrintedRow(
            first=names[first[one.key]] if one.key in first else one.id,
            outlet=outlet_name(one.article_outlet, one.url),
        )
        for one in found
    }


def repeated_most(connection: Connection, keys: Collection[int], number: int) -> list[int]:
    """Return which of the statements with these keys most others repeat, at most so many, the most repeated first."""
    chosen = _repeats(links.c.earlier).where(links.c.earlier.in_(GIVEN)).group_by(links.c.earlier)
    chosen = chosen.order_by(func.count().desc(), links.c.earlier).limit(number)
    return list(connection.execute(chosen, given(keys)).scalars())


def first_printing(connection: Connection, key: int) -> int:
    """Return the key of the earliest printing of a statement: its own if it repeats none for certain."""
    chosen = _repeats(links.c.earlier).where(links.c.later == key).order_by(links.c.id).limit(1)
    found: int | None = connection.execute(chosen).scalar()
    return key if found is None else found


def _repeats(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return the selection of links to an earlier printing, which is certain, is current, and was not dismissed."""
    dismissed = select(judged.c.statement).where(judged.c.kind == "dismiss")
    article, reading, page = articles.alias(), readings.alias(), pages.alias()
    chosen = select(*columns).join(article, links.c.earlier_article == article.c.key)
    chosen = chosen.join(reading, article.c.reading == reading.c.key).join(page, reading.c.page == page.c.key)
    # Found by an end of the link, of which there are few, never by the kind.
    repeats = unindexed(links.c.kind) == "repeats"
    chosen = chosen.where(repeats, unindexed(links.c.asserted), links.c.earlier.not_in(dismissed))
    return chosen.where(reading.c.current, page.c.current)


def _with_outlet(chosen: Select[Any]) -> Select[Any]:
    return chosen.add_columns(articles.c.outlet.label("article_outlet"))


def _groups(connection: Connection, first: Sequence[FetchedRow]) -> dict[int, list[FetchedRow]]:
    """Return some statements, each with those that repeat it, by their keys."""
    repeats = _repeats(links.c.later, links.c.earlier).where(links.c.earlier.in_(GIVEN)).subquery()
    later = _with_outlet(selection(statements)).join(repeats, repeats.c.later == statements.c.key)
    order = (articles.c.published.is_(None), articles.c.published, articles.c.id, statements.c.number)
    by_first: defaultdict[int, list[FetchedRow]] = defaultdict(list)
    for one in first:
        by_first[one.key].append(one)
    chosen = later.add_columns(repeats.c.earlier.label("first")).order_by(*order)
    for one in connection.execute(chosen, given(one.key for one in first)):
        by_first[one.first].append(one)
    return by_first


def _printings(connection: Connection, first: Sequence[FetchedRow]) -> dict[int, list[PrintingRow]]:
    """Return all printings of some statements, by their keys."""
    by_first = _groups(connection, first)
    every = [one.key for group in by_first.values() for one in group]
    texts = {
        key: " ... ".join(" ".join(span["text"].split()) for span in all_spans(parts, "content"))
        for key, parts in spans_of(connection, "statement", every).items()
    }
    return {key: list(_rows(group, texts)) for key, group in by_first.items()}


def _rows(group: Sequence[FetchedRow], texts: dict[int, str]) -> Iterator[PrintingRow]:
    quoted: int | None = next((one.key for one in group if one.kind == "direct"), None)
    for one in group:
        difference = None
        if quoted is not None and one.kind == "direct" and one.key != quoted:
            difference = _difference(texts[quoted], texts[one.key])
        row = PrintingRow(
            statement=one.id,
            article=article_ref(one),
            outlet=outlet_name(one.article_outlet, one.url),
            published=iso_moment(one.article_published, one.article_published_time),
            kind=one.kind,
            text=texts[one.key],
            difference=difference,
        )
        yield row


def _difference(one: str, other: str) -> str:
    # Imported here, since most questions need nothing of linking.
    from onrecord.linking import compare_wording  # noqa: PLC0415

    return compare_wording(one, other).difference
