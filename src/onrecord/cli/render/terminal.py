"""Standard output and standard error: colour where the terminal has it, progress, and plain JSON for programs.

Whatever is printed here has no character that a terminal obeys, wherever it comes from; see `visible`.
"""

import codecs
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook, RenderResult
from rich.segment import Segment

from onrecord.cli import stopping
from onrecord.cli.characters import escaped, one_line, visible
from onrecord.cli.render.text import Text
from onrecord.cli.standard_streams import errors


class _Visible:
    """Something to print, of which only visible characters are."""

    def __init__(self, printed: ConsoleRenderable) -> None:
        self._printed = printed

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self._printed, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


class _OnlyVisible(RenderHook):
    """What a console asks for each thing it prints, so that no caller can forget it."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """Return what is printed in the place of each."""
        return [_Visible(one) for one in renderables]


def _console(file: TextIO | None = None) -> Console:
    # Nothing a page holds is markup, or the name of an emoji.
    console = Console(file=file, highlight=False, markup=False, emoji=False)
    console.push_render_hook(_OnlyVisible())
    return console


out = _console()
err = _console(cast(TextIO, errors))


def print_json(value: Any) -> None:  # noqa: ANN401 -- whatever JSON can hold
    """Write `value` as one JSON document to standard output.

    Characters that a terminal would obey, or that its encoding does not have, are escapes: the value is the same.
    """
    encoder = json.JSONEncoder(ensure_ascii=not _holds_unicode(sys.stdout), indent=2)
    for part in encoder.iterencode(value):
        sys.stdout.write(escaped(part))
    sys.stdout.write("\n")


def _holds_unicode(stream: TextIO) -> bool:
    encoding: str | None = getattr(stream, "encoding", None)
    return encoding is None or codecs.lookup(encoding).name.startswith("utf")


class TerminalBytes(io.RawIOBase):
    """A terminal, to write an export to, which is bytes in UTF-8; each text passes through `change` first."""

    def __init__(self, terminal: TextIO, change: Callable[[str], str]) -> None:
        super().__init__()
        self._terminal, self._change = terminal, change
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        """Say that it can be written."""
        return True

    def write(self, data: Any) -> int:  # noqa: ANN401 -- any bytes
        """Write bytes, and return how many these were."""
        self._terminal.write(self._change(self._decoder.decode(bytes(data))))
        return len(data)


def print_error(message: str) -> None:
    """Write one line to standard error, whatever is in it."""
    err.print(Text(one_line(message)), soft_wrap=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar with an estimate on standard error, if that is a terminal, while the block runs.

    Yields a function to be called with how much is done and how much there is in all.
    """
    # Imported here, since only commands that take long need it.
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    bar = Progress(
        TextColumn(what),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=err,
        transient=True,
        disable=not err.is_terminal,
    )
    with bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int) -> None:
            stopping.raise_if_stopped()
            bar.update(task, completed=done, total=total or None)

        yield advance
