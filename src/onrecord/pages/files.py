"""Where pages come from: files, folders, standard input; packed with gzip or not; never more than fits in memory."""

import gzip
import io
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from onrecord.errors import PageError

LARGEST = 32 * 1024 * 1024
"""The largest page, in bytes as unpacked."""

_SUFFIXES = {".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ""}
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file with one page or many: its path as given ("-" is standard input), and its size in bytes as stored."""

    path: str
    size: int


def find(paths: Sequence[str | Path]) -> tuple[list[InputFile], list[PageError]]:
    """Return the files to read at `paths`, in order, and an error for each path that has none.

    A folder gives the files below it that have a page's suffix (.txt .text .html .htm .xhtml .jsonl .ndjson, .gz after
    any of them, or none), sorted by path; hidden files are left alone and links to folders not followed. A file that is
    named itself is taken whatever its suffix. "-" is standard input.
    """
    inputs: list[InputFile] = []
    errors: list[PageError] = []
    for given in paths:
        path = str(given)
        try:
            if path == "-":
                inputs.append(InputFile("-", 0))
            elif Path(path).is_dir():
                found = sorted(_below(path))
                if not found:
                    raise PageError(path, "holds no pages", "name a folder with text, HTML or JSON Lines files")
                inputs += [InputFile(name, Path(name).stat().st_size) for name in found]
            elif not Path(path).exists():
                raise PageError(path, "does not exist", "check the path")
            elif not Path(path).is_file():
                raise PageError(path, "is neither a file nor a folder", "save it to a file first")
            else:
                inputs.append(InputFile(path, Path(path).stat().st_size))
        except PageError as error:
            errors.append(error)
        except OSError as error:
            errors.append(_unreadable(path, error))
    return inputs, errors


def _below(folder: str) -> Iterator[str]:
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(parent, name)
            suffix = Path(name.removesuffix(".gz")).suffix.casefold()
            if not name.startswith(".") and suffix in _SUFFIXES and path.is_file():
                yield str(path)


@contextmanager
def open_input(file: InputFile) -> Iterator[IO[bytes]]:
    """Open an input file for reading while the block runs, unpacking gzip on the way.

    Raises:
        PageError: it cannot be opened. Reading on may raise what `read_limited` turns into one.
    """
    with ExitStack() as stack:
        try:
            stream = sys.stdin.buffer if file.path == "-" else stack.enter_context(Path(file.path).open("rb"))
            peeking = cast("io.BufferedReader", stream)
            packed = peeking.peek(2)[:2] == _GZIP
        except OSError as error:
            raise _unreadable(file.path, error) from error
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
        raise _unreadable(subject, error) from error
    if len(body) > LARGEST:
        reason = f"has more than {LARGEST // 1024 // 1024} MB, unpacked"
        raise PageError(subject, reason, "split it into its pages")
    return body


def _unreadable(path: str, error: OSError) -> PageError:
    return PageError(path, f"cannot be read ({error.strerror or error})", "check its permissions")
