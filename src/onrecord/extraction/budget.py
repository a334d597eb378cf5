"""What the reading of one article may cost: limits counted in the article itself, and a clock as the last guard.

A limit is the same on every machine: what is over it here is over it anywhere. The clock is for what no limit foresees;
it depends on the machine, so its pages are tried again by the next run. It counts the
processor's time, so that a busy machine gives an article no less than an idle one.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from spacy.tokens import Doc

from onrecord.errors import PageError

PIECES = 400_000
"""Word pieces that the encoder reads. A million characters of news have 290,000; of loose signs each is one."""

EVENTS = 3_000
"""Words for events that are typed. A million characters of news have some 550,
the densest article three in 1,000."""

STATEMENTS = 10_000
"""Statements that the rules or the network find. A million characters of news have 5,000."""

SECONDS = 120.0
"""Of a processor, for one article. A million characters of news take a third of it."""

# Key of `doc.user_data`.
_BUDGET = "onrecord.budget"
_SPLIT = "split it into pages of its parts, or leave it out"


class Budget:
    """What is left of one article's time, and whom the errors name.

    Args:
        subject: the page, as errors name it.
        seconds: of a processor, for how long it may be read; what it waits for others does not count.
    """

    def __init__(self, subject: str, seconds: float = SECONDS) -> None:
        self._subject, self._seconds = subject, seconds
        self._spent = 0.0
        self._since: float | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of this thread from here to the end of the `with`."""
        self._since = time.thread_time()
        try:
            yield
        finally:
            self._spent += time.thread_time() - self._since
            self._since = None

    def check(self) -> None:
        """Say nothing while there is time.

        Raises:
            PageError: the time is over.
        """
        if self._since is not None and self._spent + time.thread_time() - self._since > self._seconds:
            reason = f"took longer than {self._seconds:.0f} seconds of a processor to read here"
            raise PageError(self._subject, reason, "run the same command again, on a faster machine, or split the page")

    def allow(self, count: int, limit: int, what: str) -> None:
        """Say nothing as long as an article has no more than `limit` of something.

        Raises:
            PageError: it has more.
        """
        if count > limit:
            raise PageError(
                self._subject, f"has {count:,} {what}, more than the {limit:,} that are read at once", _SPLIT
            )


def give_budget(doc: Doc, budget: Budget) -> None:
    """Let whoever has the document ask for its budget."""
    doc.user_data[_BUDGET] = budget


def budget_of(doc: Doc) -> Budget:
    """Return the budget of a document; one without has all that there is."""
    budget: Budget | None = doc.user_data.get(_BUDGET)
    if budget is None:
        budget = doc.user_data[_BUDGET] = Budget("text")
    return budget
