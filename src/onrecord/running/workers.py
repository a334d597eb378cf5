"""The processes that read beside this one, as seen from here."""

import os
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import loky

from onrecord.errors import PageError, WorkerError
from onrecord.interrupts import interrupts_held
from onrecord.records import Article
from onrecord.running import worker

_EACH = 8
"""Articles that a worker has: the one it reads, and others, so that it never waits for this process."""


class Workers:
    """Processes that load the reader once and read whole articles.

    They load while this process goes on; until one of them is ready, none has `room`.
    """

    def __init__(self, count: int, pipeline: str | None) -> None:
        self._count, self._pipeline = count, pipeline
        self._executor = loky.ProcessPoolExecutor(count, initializer=worker.begin, initargs=(pipeline, os.getpid()))
        self._given: set[Future[bytes | None]] = set()
        with interrupts_held():
            self._ready = self._executor.submit(os.getpid)

    @property
    def room(self) -> bool:
        """Whether one of them can take an article."""
        return self._ready.done() and len(self._given) < _EACH * self._count

    def wait(self) -> None:
        """Wait until one of them is ready.

        Raises:
            WorkerError: a worker has ended before its time.
        """
        try:
            self._ready.result()
        except BrokenProcessPool as error:
            raise _ended() from error

    def read(self, article: Article) -> "Reading":
        """Give an article to one of them; where one has ended, the result says so, behind what has been done."""
        try:
            future = self._executor.submit(worker.read, self._pipeline, worker.packed(article))
        except BrokenProcessPool as error:
            future = Future()
            future.set_exception(error)
        self._given.add(future)
        future.add_done_callback(self._given.discard)
        return Reading(article, future)

    def close(self) -> None:
        """End them, whatever they are at."""
        self._executor.shutdown(wait=False, kill_workers=True)


class Reading:
    """An article that a worker reads."""

    def __init__(self, article: Article, future: "Future[bytes | None]") -> None:
        self.article, self._future = article, future

    def done(self) -> bool:
        """Say whether it has been read."""
        return self._future.done()

    def result(self) -> Article | PageError | None:
        """Wait, and return the article as it was read, or the error of its budget; None where reading it broke.

        Raises:
            WorkerError: a worker has ended before its time.
        """
        try:
            added = self._future.result()
        except BrokenProcessPool as error:
            raise _ended() from error
        return None if added is None else worker.unpacked(self.article, added)


def _ended() -> WorkerError:
    return WorkerError(
        "reading",
        "a process that read articles was killed, or ran out of memory",
        "run the same command again: it goes on where it stopped; with `--processes 1` it needs no others",
    )
