"""The rows of a page and of a reading of it."""

import datetime
import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.sql.schema import Table

from onrecord.ledger.digests import append_reading
from onrecord.ledger.judgements import apply_to_links, apply_to_reading
from onrecord.ledger.outlets import carry_reading
from onrecord.ledger.registry import Registrar, RegistryCache, involve_reading
from onrecord.ledger.store import articles, packed, pages, readings, storable, text_bytes
from onrecord.ledger.write.identity import identify
from onrecord.ledger.write.reading_rows import ReadingRows
from onrecord.ledger.write.report import Replaced
from onrecord.records import Article, Page
from onrecord.web_address import web_address

_MAKE_DUE = "INSERT OR IGNORE INTO due (article) SELECT key FROM articles WHERE reading IN (?, ?)"


def write_page(connection: Connection, page: Page, read: Sequence[Article], given: datetime.date | None) -> int:
    """Add a page, of which these articles were read, and return its key; it becomes the current version."""
    url = web_address(page.metadata.url)
    identity = identify(connection, page, read, url)
    connection.execute(update(pages).where(pages.c.key == identity.previous).values(current=False))
    row = {
        "sha256": page.sha256,
        "media_type": page.media_type,
        "path": storable(page.path) if page.path is not None else None,
        "url": url,
        "canonical": web_address(page.metadata.canonical),
        "identity": identity.name,
        "fetched_at": _utc(page.fetched_at) if page.fetched_at else None,
        "given": given,
        "body": packed(page.body),
        "previous": identity.previous,
        "current": True,
    }
    return _insert_one(connection, pages, row)


def replaced_by(connection: Connection, key: int) -> Replaced | None:
    """Return the version whose place the page of this key has taken, None if it took none."""
    earlier = pages.alias()
    chosen = (
        select(pages.c.path, pages.c.url, earlier.c.sha256, readings.c.key, readings.c.read_at)
        .join(earlier, pages.c.previous == earlier.c.key)
        .join(readings, (readings.c.page == earlier.c.key) & readings.c.current)
        .where(pages.c.key == key)
    )
    found = connection.execute(chosen).first()
    if found is None:
        return None
    titles = select(articles.c.title).where(articles.c.reading == found.key, articles.c.title.is_not(None))
    title = connection.execute(titles.order_by(articles.c.number).limit(1)).scalar()
    return Replaced(found.url if found.path in {None, "-"} else found.path, found.sha256, title, found.read_at.date())


def write_reading(
    connection: Connection, cache: RegistryCache, key: int, page: Page, read: Sequence[Article], reader: str
) -> None:
    """Add what `reader` read from the page of this key; it becomes the page's current reading.

    Its entities are found among those of other articles, and the user's judgements hold for it as for earlier readings.
    """
    stored = connection.execute(
        select(pages.c.key, pages.c.previous, pages.c.current, pages.c.identity).where(pages.c.key == key)
    ).one()
    replaced = _reading_replaced(connection, stored)
    registrar = Registrar(connection, cache, replaced, current=stored.current)
    connection.execute(update(readings).where(readings.c.page == key).values(current=False))
    text = text_bytes(page.text)
    row = {
        "page": key,
        "reader": reader,
        "read_at": _utc(datetime.datetime.now(datetime.UTC)).replace(microsecond=0),
        "text": packed(text),
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "current": True,
    }
    reading = _insert_one(connection, readings, row)
    ReadingRows(connection, registrar, stored.identity).add(read, reading)
    # To be linked: what is new, and what was found with the reading that is replaced.
    connection.exec_driver_sql(_MAKE_DUE, (reading, replaced))
    registrar.finish(replaced)
    involve_reading(connection, reading)
    carry_reading(connection, reading, replaced, current=stored.current)
    append_reading(connection, reading)
    apply_to_reading(connection, reading)
    apply_to_links(connection, stored.identity)


def _reading_replaced(connection: Connection, page: Any) -> int | None:  # noqa: ANN401 -- a row of `pages`
    """Return the current reading that a new reading of a page replaces: of the page, or of the version before it."""
    for key in (page.key, page.previous if page.current else None):
        chosen = select(readings.c.key).where(readings.c.page == key, readings.c.current)
        found: int | None = connection.execute(chosen).scalar()
        if found is not None:
            return found
    return None


def _utc(time: datetime.datetime) -> datetime.datetime:
    """Return a time as the ledger holds it: UTC without saying so; one that names no zone is taken for UTC."""
    return time.astimezone(datetime.UTC).replace(tzinfo=None) if time.tzinfo else time


def _insert_one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    key = connection.execute(insert(table).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])
