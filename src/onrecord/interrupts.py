"""Ctrl-C, which a terminal sends to every process that was started from it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let the processes that the block starts inherit that Ctrl-C is not theirs: this one ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # It would let them through again, were it started in between.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
