"""Copies as a ledger finds them, without reading: the rows of articles without statements are put in, and linked."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import batched
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from onrecord import Ledger
from onrecord.ledger.linking import Linker
from onrecord.ledger.store import Store, articles, due, links, pages, readings, spans

_AT_ONCE = 1_000
_DAY = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)

type Text = tuple[str, date | None]
"""A title and paragraphs, a line each, and the day of publication."""


def add(path: Path, texts: Iterable[Text]) -> list[str]:
    """Put texts into a ledger, which is made if it is missing, as what a page has; return their articles' ids."""
    with Ledger(path):
        pass
    store = Store(path, create=False)
    ids: list[str] = []
    try:
        with store.read() as connection:
            number = connection.execute(select(func.max(articles.c.key))).scalar() or 0
        for some in batched(texts, _AT_ONCE):
            rows = [_rows(number + place, text, day) for place, (text, day) in enumerate(some, start=1)]
            number += len(rows)
            with store.write() as connection:
                for table in (pages, readings, articles, spans, due):
                    connection.execute(insert(table), [one for own in rows for one in own[table.name]])
            ids += [own["articles"][0]["id"] for own in rows]
    finally:
        store.close()
    return ids


@contextmanager
def linking(path: Path) -> Iterator[Callable[[], int]]:
    """Open a ledger; give what finds the copies in it and returns how many articles were compared."""
    store = Store(path, create=False)
    try:
        yield Linker(store, statements=False).link
    finally:
        store.close()


def link(path: Path) -> int:
    """Find the copies in a ledger; return how many articles were compared."""
    with linking(path) as run:
        return run()


def originals(path: Path) -> dict[str, str]:
    """Return of each article that is surely a copy the original, by their ids."""
    later, earlier = articles.alias(), articles.alias()
    chosen = (
        select(later.c.id, earlier.c.id)
        .select_from(links)
        .join(later, links.c.later_article == later.c.key)
        .join(earlier, links.c.earlier_article == earlier.c.key)
        .where(links.c.kind == "copy", links.c.asserted)
    )
    store = Store(path, create=False)
    try:
        with store.read() as connection:
            return dict(connection.execute(chosen).all())
    finally:
        store.close()


def _rows(key: int, text: str, day: date | None) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of a text, all of one key."""
    digest = hashlib.sha256(f"{key} {text}".encode()).hexdigest()
    page = {
        "key": key,
        "sha256": digest,
        "media_type": "text/plain",
        "identity": digest,
        "body": b"",
        "current": True,
    }
    reading = {
        "key": key,
        "page": key,
        "reader": "none",
        "read_at": _DAY,
        "text": b"",
        "text_sha256": digest,
        "current": True,
    }
    title, *paragraphs = text.split("\n")
    article = {
        "key": key,
        "reading": key,
        "number": 1,
        "id": f"{digest[:12]}-1",
        "title": title,
        "published": day,
        "published_basis": "metadata" if day else "unknown",
    }
    printed = [
        {"article": key, "part": "paragraph", "number": number, "start": 0, "end": len(line), "text": line}
        for number, line in enumerate(paragraphs)
    ]
    return {
        "pages": [page],
        "readings": [reading],
        "articles": [article],
        "spans": printed,
        "due": [{"article": key}],
    }
