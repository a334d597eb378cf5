"""The pages that wait to be read, and what became of those that did."""

import logging
import math
import secrets
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from onrecord.errors import NotFoundError, WorkerError
from onrecord.web.adding.given import Given
from onrecord.web.adding.progress import Failure, Progress
from onrecord.web.problems import RefusedError
from onrecord.web.rate import Rate

# Pages that may wait, and their bytes, which lie in memory meanwhile; pages that may come in a minute.
_MOST_WAITING, _MOST_BYTES, _PER_MINUTE = 20, 40 * 1024 * 1024, 30
# Seconds after which it is worth while to ask again whether one more may wait.
_LATER = 30
# Pages of which it is known what became of them.
_MOST_KEPT = 200

_logger = logging.getLogger("onrecord")


@dataclass(frozen=True, slots=True)
class Job:
    """A page that was given, and how far it is."""

    id: str
    name: str
    progress: Progress


class PageReader(Protocol):
    """What reads pages: a `ReadingProcess`."""

    def read(self, given: Given) -> Iterator[Progress]:
        """Read a page; raise a WorkerError where it can read no more."""
        ...

    def end(self) -> None:
        """End it."""
        ...


class Intake:
    """Takes pages, and has them read one after the other; each method may be called by any thread.

    Args:
        start: starts what reads; called when a page is first given, and again where it has ended.
    """

    def __init__(self, start: Callable[[], PageReader]) -> None:
        self._start = start
        self._reader: PageReader | None = None
        self._rate = Rate(_PER_MINUTE)
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[tuple[str, Given]] = deque()
        # Of a lock that a thread may take again.
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def add(self, given: Given) -> Job:
        """Let a page wait to be read.

        Raises:
            RefusedError: too many wait, or came within a minute; it says when to come again.
        """
        with self._changed:
            waiting = sum(len(one.body) for _, one in self._waiting)
            if len(self._waiting) >= _MOST_WAITING or (waiting and waiting + len(given.body) > _MOST_BYTES):
                raise _too_many("Too many pages wait to be read", _LATER)
            seconds = math.ceil(self._rate.wait())
            if seconds:
                raise _too_many(f"More than {_PER_MINUTE} pages came within a minute", seconds)
            job = Job(secrets.token_hex(8), given.name, Progress("waiting"))
            self._jobs[job.id] = job
            self._forget()
            self._waiting.append((job.id, given))
            if self._thread is None:
                self._thread = threading.Thread(target=self._read_all, name="onrecord-adding", daemon=True)
                self._thread.start()
            self._changed.notify()
            return job

    def job(self, id: str) -> Job:
        """Return a page that was given, as far as it is now.

        Raises:
            NotFoundError: there is none of this id, or it is over for long.
        """
        with self._changed:
            if id not in self._jobs:
                remedy = "look for its articles in the ledger, or add it again"
                raise NotFoundError(f"page {id}", "is none that was added here of late", remedy)
            return self._jobs[id]

    def close(self) -> None:
        """Read no more: what reads is ended, and what waits is not read."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify()
            if self._reader is not None:
                self._reader.end()
        if self._thread is not None:
            self._thread.join()

    def _read_all(self) -> None:
        while self._read_next():
            pass

    def _read_next(self) -> bool:
        """Wait for a page and read it; return False when the room is closed."""
        taken = self._take()
        if taken is None:
            return False
        id, given = taken
        try:
            for progress in self._started().read(given):
                self._note(id, progress)
        except Exception as error:
            if not isinstance(error, WorkerError):
                _logger.exception("reading a page that was added in the room")
            self._fail(id, error)
        return True

    def _take(self) -> tuple[str, Given] | None:
        """Wait for a page; return None when the room is closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._waiting)
            return None if self._closed else self._waiting.popleft()

    def _started(self) -> PageReader:
        with self._changed:
            if self._closed:
                raise WorkerError("reading", "the room was closed", "add it again")
            if self._reader is None:
                self._reader = self._start()
            return self._reader

    def _note(self, id: str, progress: Progress) -> None:
        with self._changed:
            self._jobs[id] = replace(self._jobs[id], progress=progress)

    def _fail(self, id: str, error: Exception) -> None:
        """Say what became of a page with which what reads has ended; the next page starts another."""
        with self._changed:
            if self._reader is not None:
                self._reader.end()
                self._reader = None
            progress = self._jobs[id].progress
            if progress.state == "linking":
                reason, remedy = f"it was read, but not linked: {_reason(error)}", "that is done with the next page"
            elif isinstance(error, WorkerError):
                reason, remedy = error.reason, error.remedy
            else:
                reason, remedy = _reason(error), "add it with `onrecord add`"
            told = Failure("the page", reason, remedy)
            self._note(id, replace(progress, state="failed", failures=(told,)))

    def _forget(self) -> None:
        """Forget the earliest pages that are over, where more are known than need be."""
        over = [id for id, job in self._jobs.items() if job.progress.is_over]
        for id in over[: max(len(self._jobs) - _MOST_KEPT, 0)]:
            del self._jobs[id]


def _reason(error: Exception) -> str:
    if isinstance(error, WorkerError):
        return error.reason
    told = error.strerror if isinstance(error, OSError) else type(error).__name__
    return f"no process can read it ({told})"


def _too_many(reason: str, seconds: int) -> RefusedError:
    return RefusedError(429, reason, f"come again in {seconds} seconds", retry_after=seconds)
