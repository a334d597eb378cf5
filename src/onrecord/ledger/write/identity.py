"""Which page a page is: a new one, or another version of one that the ledger has.

That is told by where it was got, never by what it says of itself: else any page could take the place of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from onrecord.ledger.store import articles, pages, readings, spans, storable
from onrecord.ledger.write.same_story import Story, is_same_story
from onrecord.records import Article, Page

# Pages of one path that are compared with a new one, the newest first.
_COMPARED = 20
# What a JSON Lines file holds at a line is another page when the file is made anew.
_LINES = "application/json"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a page has in common with its other versions only, and the key of the one that is current so far."""

    name: str
    previous: int | None = None


def identify(connection: Connection, page: Page, read: Sequence[Article], url: str | None) -> Identity:
    """Return which page it is that was got at `url`, or else read from its path.

    With a url it is the one that was got there before. Without one it is the page of the same path that tells the same
    story, and where there is none a new one: two stories that were saved under one name, one after the other, are two.
    Standard input and lines of JSON Lines files have no path that says so.
    """
    if url is not None:
        known = connection.execute(select(pages.c.identity).where(pages.c.url == url).limit(1)).scalar()
        if known is not None:
            return Identity(known, connection.execute(_current(pages.c.identity == known)).scalar())
        return Identity(_unused(connection, url, page.sha256))
    if page.path is None or page.path == "-" or page.media_type == _LINES:
        return Identity(page.sha256)
    path = storable(page.path)
    found = _earlier(connection, path, read)
    if found is not None:
        return Identity(found.identity, found.key)
    return Identity(_unused(connection, path, page.sha256))


def _current(which: ColumnElement[bool]) -> Any:  # noqa: ANN401 -- a selection of pages
    return select(pages.c.key, pages.c.identity).where(which, pages.c.current)


def _unused(connection: Connection, name: str, sha256: str) -> str:
    """Return `name`, or the digest where another page has that for its identity."""
    taken = connection.execute(select(pages.c.key).where(pages.c.identity == name).limit(1)).first()
    return name if taken is None else sha256


def _earlier(connection: Connection, path: str, read: Sequence[Article]) -> Row[Any] | None:
    """Return the newest current page of a path, got at no url, that tells what the articles read there tell."""
    chosen = _current((pages.c.path == path) & pages.c.url.is_(None) & (pages.c.media_type != _LINES))
    told = Story(
        " ".join(storable(one.title.text) for one in read if one.title),
        " ".join(span.text for one in read for span in one.paragraphs),
    )
    for found in connection.execute(chosen.order_by(pages.c.key.desc()).limit(_COMPARED)).all():
        if is_same_story(told, _story(connection, found.key)):
            return found
    return None


def _story(connection: Connection, page: int) -> Story:
    """Return what the current reading of a page tells."""
    current = select(readings.c.key).where(readings.c.page == page, readings.c.current).scalar_subquery()
    titles = select(articles.c.title).where(articles.c.reading == current, articles.c.title.is_not(None))
    printed = select(spans.c.text).join(articles, spans.c.article == articles.c.key)
    printed = printed.where(articles.c.reading == current, spans.c.part == "paragraph")
    return Story(*(" ".join(connection.execute(chosen).scalars()) for chosen in (titles, printed)))
