"""How a run is stopped by a signal: in order, with a line that says what was kept."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
_SHOW_CURSOR = b"\x1b[?25h"


class Stopped(BaseException):
    """The run was told to stop; `status` is the exit status, `kept` says what is kept and how to go on."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number
        self.kept = "nothing is half done; run the same command again"


class _Told:
    """The first signal that was received, if any was."""

    stop: Stopped | None = None


def heed_signals() -> None:
    """Let SIGINT, SIGTERM and SIGHUP raise `Stopped`, but for those that whoever started the program has ignored.

    The first stops the run in order. Another SIGINT or SIGTERM ends it at once.
    """
    for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _stop)


def raise_if_stopped() -> None:
    """Raise `Stopped` if a signal was received: where one arrives, an exception may be lost."""
    if _Told.stop is not None:
        raise _Told.stop


def stopped() -> Stopped | None:
    """Return how the run was told to stop, None if it was not."""
    return _Told.stop


@contextmanager
def if_stopped(kept: Callable[[], str]) -> Iterator[None]:
    """Have `kept` say what is kept and how to go on, if the block is stopped."""
    try:
        yield
    except BaseException as error:
        # A process that reads beside this one may have been told too, and its end be seen first.
        stop = _Told.stop
        if stop is None:
            raise
        stop.kept = kept()
        if error is stop:
            raise
        raise stop from error


def _stop(number: int, _: FrameType | None) -> None:
    if _Told.stop is None:
        _Told.stop = Stopped(number)
        raise _Told.stop
    if number in {signal.SIGINT, signal.SIGTERM}:
        if sys.__stderr__ is not None and sys.__stderr__.isatty():
            os.write(sys.__stderr__.fileno(), _SHOW_CURSOR)
        os._exit(128 + number)
