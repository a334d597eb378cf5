"""What runs in the process beside the room: pages come in, how far each is goes out."""

import logging
import os
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.ledger import Ledger
from onrecord.web.adding.given import Given
from onrecord.web.adding.progress import Failure, Progress, ReadArticle

# Whoever looks does not wait for what is read.
_NICENESS = 10

_logger = logging.getLogger("onrecord")


def read_pages(ledger: Path, pages: Connection) -> None:
    """Read each page that comes into the ledger, and tell how far it is, until nobody is there to tell."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    try:
        while True:
            given: Given = pages.recv()
            for progress in progress_of(ledger, given):
                pages.send(progress)
    except (EOFError, OSError):
        # The room has ended.
        return


def progress_of(path: Path, given: Given) -> Iterator[Progress]:
    """Read a page into the ledger at a path, and yield how far it is; the last is over."""
    yield Progress("reading")
    articles: tuple[ReadArticle, ...] = ()
    try:
        with Ledger(path, create=False) as ledger:
            held: list[str] = []
            added = ledger.add_body(
                given.body, name=given.name, published=given.published, url=given.url, link=False, held=held.append
            )
            articles = tuple(
                ReadArticle(row["id"], row["title"]["text"] if row["title"] else None)
                for digest in held
                for row in ledger.articles(page=digest)
            )
            if articles:
                yield Progress("linking", articles)
                ledger.link()
        yield Progress("done" if articles else "failed", articles, tuple(map(Failure.of, added.failures)))
    except OnrecordError as error:
        yield Progress("failed", articles, (Failure.of(error),))
    except Exception as error:
        _logger.exception("reading a page that was added in the room")
        told = Failure("the page", f"reading it broke ({type(error).__name__})", "report it together with the page")
        yield Progress("failed", articles, (told,))
