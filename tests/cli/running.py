"""Running the program in a process of its own."""

import contextlib
import os
import pty
import select
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path

from onrecord.cli.render import err, out

ONRECORD = str(Path(sys.executable).with_name("onrecord"))

_LONGEST = 60
"""Seconds that a command may take on a terminal."""

_QUIET = 0.3
"""Seconds in which nothing reaches a terminal that waits for a key."""

type Done = subprocess.CompletedProcess[str]
type Run = Callable[..., Done]


def run_in(
    folder: Path, *arguments: str, text: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ONRECORD, *arguments],
        cwd=folder,
        input=text,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def on_terminal(
    folder: Path, *arguments: str, typed: tuple[bytes, bytes] | None = None, **environment: str
) -> tuple[bytes, int]:
    """Run the program on a terminal of its own, in a copy of this process, since it has loaded what is slow to load.

    `typed` is what is awaited, and what is then typed. Return what reached the terminal, and the exit status.
    """
    from onrecord.cli import main
    from onrecord.cli.ending import run  # noqa: F401 -- loaded before the copies are made

    with warnings.catch_warnings(action="ignore"):
        child, terminal = pty.fork()
    if child == 0:
        try:
            signal.alarm(_LONGEST)
            # A run in the background has it ignored, and the program heeds that.
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.chdir(folder)
            os.environ.update({"TERM": "xterm-256color", "COLUMNS": "100"} | environment)
            sys.argv = ["onrecord", *arguments]
            sys.stdin, sys.stdout, sys.stderr = (
                open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
                for number, mode in ((0, "r"), (1, "w"), (2, "w"))
            )
            for console in (out, err):
                console._color_system = console._detect_color_system()
            main()
        except SystemExit as ended:
            sys.stdout.flush()
            os._exit(ended.code if isinstance(ended.code, int) else 1)
        finally:
            os._exit(99)
    reached = b""
    # At the end of the last process that has the terminal, reading it fails.
    with contextlib.suppress(OSError):
        while True:
            # What is typed before a key is waited for is lost: it is typed until something comes of it.
            if typed and typed[0] in reached and not select.select([terminal], [], [], _QUIET)[0]:
                os.write(terminal, typed[1])
            part = os.read(terminal, 65536)
            if not part:
                break
            reached += part
    os.close(terminal)
    return reached, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
