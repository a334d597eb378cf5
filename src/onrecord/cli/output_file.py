"""Files that commands write: whole, or not at all."""

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from onrecord.errors import UsageError

# What lies here is no file that could be written anew and put in its place, but stands for one that is open.
_DEVICES = ("/dev/", "/proc/")


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to write, which is at `path` once the block has ended, and not at all if it breaks.

    Until then what was there stays. What is there and no file (a device, a pipe) is written as it is.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        with path.open("wb") if _is_written_in_place(path) else _written_beside(Path(os.path.realpath(path))) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError(str(path), f"cannot be written ({error.strerror})", "name another file") from error


def _is_written_in_place(path: Path) -> bool:
    if str(path.absolute()).startswith(_DEVICES):
        return True
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    return not stat.S_ISREG(there.st_mode)


@contextmanager
def _written_beside(path: Path) -> Iterator[IO[bytes]]:
    """Write a file beside `path`, and put it there at the end, with the permissions of the one it replaces."""
    beside = path.with_name(f".onrecord-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as stream:
            if path.exists():
                _check_writable(path)
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
            yield stream
            stream.flush()
            # A disk that is full may say so only now.
            os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _check_writable(path: Path) -> None:
    """Raise what opening it would: a file that may not be written is not replaced either."""
    with path.open("ab"):
        pass
