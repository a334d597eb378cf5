"""Where pages come from: files, standard input; packed with gzip or not; never more than fits in memory."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from onrecord.errors import PageError

LARGEST = 32 * 1024 * 1024
"""The largest page, in bytes as unpacked."""

# How much of a line that is too long is gone through for its end.
_MOST_SKIPPED = 8 * LARGEST
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file with one page or many.

    Attributes:
        path: as given; "-" is standard input, or what a program has in hand.
        size: in bytes, as stored.
        body: its bytes, where a program has them in hand; then nothing is opened.
        name: what it is called, where its path does not say; of that the end tells what it holds.
    """

    path: str
    size: int
    body: bytes | None = None
    name: str | None = None


def as_written(path: str) -> str:
    r"""Return a path as it can be stored and printed: bytes of it that are no UTF-8 as escapes ("a\udcff.txt")."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


@contextmanager
def open_input(file: InputFile) -> Iterator[IO[bytes]]:
    """Open an input file for reading while the block runs, unpacking gzip on the way.

    Raises:
        PageError: it cannot be opened. Reading on may raise what `read_limited` turns into one.
    """
    with ExitStack() as stack:
        try:
            if file.body is not None:
                stream: IO[bytes] = io.BufferedReader(io.BytesIO(file.body))
            else:
                stream = sys.stdin.buffer if file.path == "-" else stack.enter_context(Path(file.path).open("rb"))
            peeking = cast("io.BufferedReader", stream)
            packed = peeking.peek(2)[:2] == _GZIP
        except (OSError, ValueError) as error:
            raise unreadable(file.path, error) from error
        if packed:
            yield cast("IO[bytes]", stack.enter_context(gzip.open(peeking)))
        else:
            yield peeking


def read_limited(stream: IO[bytes], subject: str, *, line: bool = False) -> bytes:
    """Read all of `stream`, or one line of it, up to the largest page.

    Raises:
        PageError: there is more than that, the packed data is cut off or damaged, or reading fails.
    """
    try:
        body = stream.readline(LARGEST + 1) if line else stream.read(LARGEST + 1)
    except EOFError as error:
        raise PageError(subject, "is a gzip file that is cut off", "fetch it again") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise PageError(subject, f"is a damaged gzip file ({error})", "fetch it again") from error
    except OSError as error:
        raise unreadable(subject, error) from error
    if len(body) > LARGEST:
        reason = f"has more than {LARGEST // 1024 // 1024} MB, unpacked"
        raise PageError(subject, reason, "split it into its pages")
    return body


def skip_line(stream: IO[bytes]) -> bool:
    """Go to the end of a line that `read_limited` could not read; return False where none is near, or reading fails."""
    for _ in range(_MOST_SKIPPED // LARGEST):
        try:
            part = stream.readline(LARGEST)
        except (OSError, EOFError, zlib.error):
            return False
        if not part or part.endswith(b"\n"):
            return bool(part)
    return False


def unreadable(path: str, error: Exception) -> PageError:
    """Return the error of a file that the operating system does not give."""
    reason = (error.strerror if isinstance(error, OSError) else None) or " ".join(str(error).split())
    return PageError(as_written(path), f"cannot be read ({reason})", "check its permissions")
