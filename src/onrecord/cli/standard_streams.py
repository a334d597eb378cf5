"""The three standard streams, made such that no text and no way of closing them breaks the program."""

import io
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TextIO, cast

from onrecord.cli.characters import visible

# What a stream that was closed is opened as: input that is at its end, output that cannot be written, a place to
# complain to nobody. It also keeps the ledger's file from becoming a standard stream.
_CLOSED: Mapping[int, int] = {0: os.O_RDONLY, 1: os.O_RDONLY, 2: os.O_WRONLY}


class _Errors(io.TextIOBase):
    """Standard error: what is written passes through `change`, and where it cannot be written nothing comes of that.

    Whether a run succeeds does not depend on whether anybody can be told.

    Attributes:
        opened: where it is written to; what `sys.stderr` is at the time, if None.
    """

    def __init__(self, change: Callable[[str], str], opened: TextIO | None = None) -> None:
        super().__init__()
        self._change, self.opened = change, opened

    @property
    def _stream(self) -> TextIO:
        # What Rich puts in the place of `sys.stderr` while it draws a bar gives to a console what belongs to this.
        return self.opened or cast(TextIO, getattr(sys.stderr, "rich_proxied_file", sys.stderr))

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """The encoding of standard error."""
        return self._stream.encoding

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def isatty(self) -> bool:
        """Say whether it is a terminal."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """Return the number of its file."""
        return self._stream.fileno()

    def write(self, text: str) -> int:
        """Write a text."""
        with suppress(OSError):
            self._stream.write(self._change(text))
        return len(text)

    def flush(self) -> None:
        """Write what was kept back."""
        with suppress(OSError):
            self._stream.flush()


errors = _Errors(str)
"""Standard error for what is visible already, but for its colours: `render` writes to it."""


def prepare_streams() -> None:
    """Open what is closed, replace what an encoding does not have, and make all that is complained visible."""
    for number, mode in _CLOSED.items():
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free, which is this one.
            os.open(os.devnull, mode)
    sys.stdin = sys.stdin or _opened(0, "r")
    sys.stdout = sys.stdout or _opened(1, "w")
    stderr = sys.stderr or _opened(2, "w")
    for stream in (sys.stdin, sys.stdout, stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    errors.opened = stderr
    # Others do not ask `render`: the parser of arguments, libraries that warn.
    sys.stderr = cast(TextIO, _Errors(visible, stderr))


def _opened(number: int, mode: str) -> TextIO:
    return cast(TextIO, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def abandon_output() -> None:
    """Write no more to standard output, also not what was kept back, when the interpreter ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
