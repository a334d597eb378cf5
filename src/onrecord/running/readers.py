"""Articles in, articles read out, in order: by this process alone, or with others where there are many."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from onrecord.errors import PageError, UsageError, WorkerError
from onrecord.extraction import Reader, load_reader
from onrecord.records import Article
from onrecord.running.processes import count_processes
from onrecord.running.workers import Reading, Workers

type Outcome = Article | Exception
"""An article that has been read, or what broke the reading of it."""

_BATCH = 150_000
"""Characters that one process reads together: enough to keep the encoder busy, little enough to lose."""

_MANY = 2 * _BATCH
"""Characters after which other processes are started. Fewer are read by threads before those have loaded."""

_AHEAD = 16
"""For each process, how many articles may be under way: who comes behind a long one need not wait for it."""


class Readers:
    """This process's reader and, once there is much to read, those of other processes, which end with `close`.

    Whoever reads an article, what is read is the same.

    Args:
        pipeline: an installed spaCy pipeline in the encoder's place; see `load_reader`.
        processes: how many may read, this one among them; None for as many as there are cores and memory for.
    """

    def __init__(self, pipeline: str | None = None, processes: int | None = None) -> None:
        self._pipeline, self._asked = pipeline, processes
        self._reader: Reader = load_reader(pipeline)
        self._workers: Workers | None = None

    @property
    def version(self) -> str:
        """What does the reading; see `Reader`."""
        return self._reader.version

    def read(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield each of `articles` as it was read, or what broke the reading of it, in order.

        Raises:
            WorkerError: another process that read has ended before its time.
        """
        rest = iter(articles)
        seen = 0
        while self._workers is None and (batch := _batch(rest)):
            if seen >= _MANY:
                self.start()
            if self._workers is None:
                yield from self._alone(batch)
                seen += _BATCH
            else:
                rest = chain(batch, rest)
        if self._workers is not None:
            yield from self._shared(rest, self._workers)

    def start(self, *, wait: bool = False) -> None:
        """Start the other processes, if there are to be any and they are not there yet.

        `read` does so once there is much to read. With `wait` the first of them has loaded when this returns.
        """
        if self._workers is None and self._processes > 1:
            try:
                self._workers = Workers(self._processes - 1, self._pipeline)
            except (OSError, NotImplementedError):
                # Where processes cannot share anything, as in some sandboxes, this one reads alone.
                self._processes = 1
        if self._workers is not None and wait:
            self._workers.wait()

    def close(self) -> None:
        """End the other processes."""
        if self._workers is not None:
            self._workers.close()
            self._workers = None

    @cached_property
    def _processes(self) -> int:
        if multiprocessing.current_process().daemon:
            # One of a pool, which may start no others.
            return 1
        return count_processes() if self._asked is None else self._asked

    def _shared(self, articles: Iterable[Article], workers: Workers) -> Iterator[Outcome]:
        """Read with `workers`; an article that they have no room for is read here."""
        pending: deque[Reading | Outcome] = deque()
        for article in articles:
            while pending and (_done(pending[0]) or len(pending) >= _AHEAD * self._processes):
                yield self._outcome(pending.popleft())
            pending.append(self._handed_over(article, workers) if workers.room else self._read_here(article))
        while pending:
            self._relieve(pending)
            yield self._outcome(pending.popleft())

    def _relieve(self, pending: deque[Reading | Outcome]) -> None:
        """Where the next article is waited for, read the last of those that wait for a worker here."""
        waiting = [(place, one) for place, one in enumerate(pending) if isinstance(one, Reading) and not one.done()]
        if len(waiting) > 1 and waiting[0][0] == 0:
            place, last = waiting[-1]
            pending[place] = self._read_here(last.article)

    def _alone(self, articles: Sequence[Article]) -> Iterator[Outcome]:
        """Read with this process's threads; what breaks in the middle of several is read again one by one.

        A page over its budget is not: what breaks it is known.
        """
        done = 0
        while done < len(articles):
            try:
                for article in self._reader.read(articles[done:]):
                    yield article
                    done += 1
            except PageError as error:
                yield error
                done += 1
            except UsageError:
                raise
            except Exception:
                yield from map(self._read_here, articles[done:])
                return

    def _read_here(self, article: Article) -> Outcome:
        try:
            [read] = self._reader.read([article])
        except UsageError:
            raise
        except Exception as error:
            return error
        return read

    def _handed_over(self, article: Article, workers: Workers) -> Reading | Outcome:
        try:
            return workers.read(article)
        except Exception:
            # What cannot be packed may still be read.
            return self._read_here(article)

    def _outcome(self, pending: Reading | Outcome) -> Outcome:
        if not isinstance(pending, Reading):
            return pending
        try:
            read = pending.result()
        except WorkerError:
            raise
        except Exception:
            read = None
        # What broke in a worker is read here again, for the error as it is.
        return read or self._read_here(pending.article)


def _done(pending: Reading | Outcome) -> bool:
    return not isinstance(pending, Reading) or pending.done()


def _batch(articles: Iterator[Article]) -> list[Article]:
    """Take the next articles, until there are enough characters."""
    batch: list[Article] = []
    size = 0
    for article in articles:
        batch.append(article)
        size += sum(len(paragraph.text) for paragraph in article.paragraphs)
        if size >= _BATCH:
            break
    return batch
