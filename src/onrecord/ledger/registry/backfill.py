"""Registering what an older ledger holds, from before there was a registry."""

from collections import defaultdict

from sqlalchemy import Connection, insert, select, update

from onrecord.ledger.registry.cache import RegistryCache
from onrecord.ledger.registry.merges_and_splits import ArticleAnchor
from onrecord.ledger.registry.registrar import Registrar
from onrecord.ledger.store import articles, doubts, entities, pages, readings, spans
from onrecord.records import Entity, Span


def register_stored(connection: Connection) -> None:
    """Find which registered entity each stored one is, reading by reading, in the order they were added."""
    connection.exec_driver_sql(_DESCRIBED)
    unregistered = select(articles.c.reading).join(entities, entities.c.article == articles.c.key)
    unregistered = unregistered.where(entities.c.registered.is_(None))
    chosen = select(readings.c.key, readings.c.current, pages.c.current.label("newest"), pages.c.identity)
    chosen = chosen.join(pages, readings.c.page == pages.c.key).where(readings.c.key.in_(unregistered))
    cache = RegistryCache()
    for reading in connection.execute(chosen.order_by(readings.c.key)).all():
        registrar = Registrar(connection, cache, None, current=reading.current and reading.newest)
        own = select(articles).where(articles.c.reading == reading.key).order_by(articles.c.number)
        for article in connection.execute(own).all():
            _register(
                connection, registrar, article.key, ArticleAnchor(reading.identity, article.number, article.title)
            )
        registrar.finish(None)


# Earlier readers did not say which sources they name and which they describe: a name's last word has a capital.
_DESCRIBED = """
    UPDATE entities SET named = 0 WHERE registered IS NULL
    AND replace(name, rtrim(name, replace(name, ' ', '')), '') GLOB '[a-z]*'
"""


def _register(connection: Connection, registrar: Registrar, article: int, place: ArticleAnchor) -> None:
    mentions: defaultdict[int, list[Span]] = defaultdict(list)
    printed = select(spans).where(spans.c.article == article, spans.c.entity.is_not(None), spans.c.part == "mention")
    for row in connection.execute(printed.order_by(spans.c.key)):
        mentions[row.entity].append(Span(row.start, row.end, row.text))
    rows = connection.execute(select(entities).where(entities.c.article == article).order_by(entities.c.number)).all()
    named = [
        Entity(
            row.id,
            row.name,
            row.type,
            country=row.country,
            role=row.role,
            mentions=tuple(mentions[row.key]),
            gender=row.gender,
            named=row.named,
        )
        for row in rows
    ]
    for row, placed in zip(rows, registrar.place(named, place), strict=True):
        values = {"matched": placed.matched, "probability": placed.probability, "registered": placed.registered}
        connection.execute(update(entities).where(entities.c.key == row.key).values(values))
        for other, probability in placed.doubts:
            connection.execute(insert(doubts).values(entity=row.key, registered=other, probability=probability))
