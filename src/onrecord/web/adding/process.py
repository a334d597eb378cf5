"""The process that reads, as seen from the room."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import WorkerError
from onrecord.interrupts import interrupts_held
from onrecord.web.adding.given import Given
from onrecord.web.adding.progress import Progress
from onrecord.web.adding.reading import read_pages

SECONDS = 300.0
"""How long reading a page may take, and linking it; the longest page of news takes some seconds."""


class ReadingProcess:
    """A process that reads pages into the ledger at a path, one at a time; it ends with this one.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, ledger: Path, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        # A fork would share the connections of the room, of which some may just be written by another thread.
        spawning = multiprocessing.get_context("spawn")
        self._pages, theirs = spawning.Pipe()
        self._process = spawning.Process(target=read_pages, args=(ledger, theirs), name="onrecord-reading", daemon=True)
        with interrupts_held():
            self._process.start()
        theirs.close()

    def read(self, given: Given) -> Iterator[Progress]:
        """Read a page, and yield how far it is; the last is over.

        Raises:
            WorkerError: the process has ended before its time, or took too long and was ended.
        """
        try:
            self._pages.send(given)
            while True:
                if not self._pages.poll(self._seconds):
                    raise _error(
                        f"it took longer than {self._seconds / 60:.0f} minutes",
                        "split it into its pages, or add it with `onrecord add`, which waits",
                    )
                progress: Progress = self._pages.recv()
                yield progress
                if progress.is_over:
                    return
        except (EOFError, OSError) as error:
            raise _error(
                "the process that read it was ended, or ran out of memory",
                "add it again; if that ends it again, split it into its pages",
            ) from error

    def end(self) -> None:
        """End it, whatever it is at; what it has not committed is not in the ledger."""
        self._process.kill()
        self._process.join()


def _error(reason: str, remedy: str) -> WorkerError:
    return WorkerError("the page", reason, remedy)
