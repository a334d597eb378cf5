"""What is written to a file, sent while it is written: memory stays the same however much there is."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import IO

# Bytes sent at once. What is written waits in a pipe, of which the system keeps as many, until somebody takes it.
_SENT = 64 * 1024


def streamed(write: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    """Yield what `write` writes to the file it is called with, in a thread of its own, a part at a time.

    What breaks it is raised behind what was written before; where that is nothing, here and now. If nobody wants the
    rest, the next that is written raises a BrokenPipeError in `write`.
    """
    parts = _parts(write)
    first = next(parts, b"")
    return _chained(first, parts)


def _chained(first: bytes, parts: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from parts


def _parts(write: Callable[[IO[bytes]], None]) -> Iterator[bytes]:
    read_end, write_end = os.pipe()
    broken: list[BaseException] = []

    def run() -> None:
        try:
            # Where nobody reads any more, closing it cannot write what is left either.
            with suppress(BrokenPipeError), os.fdopen(write_end, "wb", _SENT) as stream:
                write(stream)
        except BaseException as error:
            broken.append(error)

    with os.fdopen(read_end, "rb", 0) as taken:
        writing = threading.Thread(target=run, name="onrecord-streaming", daemon=True)
        writing.start()
        # The last is kept back until it is known whether all was written.
        last = b""
        while part := taken.read(_SENT):
            if last:
                yield last
            last = part
        writing.join()
    if broken:
        raise broken[0]
    yield last
