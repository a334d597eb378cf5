"""What runs in the process beside the room: pages come in, how far each is goes out."""

import logging
import os
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from onrecord.errors import OnrecordError, UsageError
from onrecord.ledger import Ledger
from onrecord.web.adding.given import Given
from onrecord.web.adding.progress import Failure, Progress, ReadArticle

# Whoever looks does not wait for what is read.
_NICENESS = 10

# Failures that are told of one file: nobody reads more, and the room keeps them; and those at which it is given up,
# since a file of a few bytes may unpack to millions of lines.
_TOLD, _MOST_FAILURES = 100, 1_000

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
                given.body,
                name=given.name,
                published=given.published,
                url=given.url,
                link=False,
                failed=_Failing(),
                held=held.append,
            )
            articles = tuple(
                ReadArticle(row["id"], row["title"]["text"] if row["title"] else None)
                for digest in held
                for row in ledger.articles(page=digest)
            )
            if articles:
                yield Progress("linking", articles)
                ledger.link()
        yield Progress("done" if articles else "failed", articles, _told(added.failures))
    except OnrecordError as error:
        yield Progress("failed", articles, (Failure.of(error),))
    except Exception as error:
        _logger.exception("reading a page that was added in the room")
        told = Failure("the page", f"reading it broke ({type(error).__name__})", "report it together with the page")
        yield Progress("failed", articles, (told,))


class _Failing:
    """Is called with each failure, and raises a UsageError where there are too many."""

    def __init__(self) -> None:
        self._number = 0

    def __call__(self, error: OnrecordError) -> None:
        self._number += 1
        if self._number > _MOST_FAILURES:
            reason = f"has more than {_MOST_FAILURES:,} lines that could not be added; the rest was not read"
            raise UsageError("the file", reason, "mend it, or add it with `onrecord add`, which tells all")


def _told(failures: Sequence[OnrecordError]) -> tuple[Failure, ...]:
    """Return what could not be added, as it is told."""
    told = tuple(map(Failure.of, failures[:_TOLD]))
    left = len(failures) - len(told)
    more = Failure(f"{left:,} more", "could not be added either", "add the file with `onrecord add`, which tells all")
    return (*told, more) if left else told
