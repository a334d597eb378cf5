"""The real command, run in a process of its own that has already loaded what it needs, or in a fresh one."""

import os
import signal
import sys
import time
from pathlib import Path
from typing import NoReturn

from tests.cli.running import ONRECORD


def preload() -> None:
    """Load what commands load late, so that what is forked from here starts to work at once."""
    import onrecord.cli
    from onrecord.entity_linking import Profile, compare
    from onrecord.extraction import load_reader
    from onrecord.pages import cut, from_text

    assert onrecord.cli.__all__
    for kind in ("person", "organisation"):
        compare(Profile(kind, ("Harbour Weil",)), Profile(kind, ("Harbours Weill",)))
    load_reader()
    cut(from_text("Mayor Mara Voss said on Monday, March 3, 2025, that the bridge was closed. " * 9))


class Command:
    """`onrecord` with these arguments, running in `folder`; its output goes to a file there.

    Args:
        folder: where it runs.
        arguments: of the command.
        fresh: whether as a program that starts from nothing, or forked from this process, which has loaded all.
    """

    def __init__(self, folder: Path, *arguments: str, fresh: bool = False) -> None:
        self._output = folder / "output.txt"
        self._status: int | None = None
        self.pid = os.fork()
        if self.pid == 0:
            _become(folder, self._output, arguments, fresh=fresh)

    def kill(self, sign: signal.Signals) -> None:
        """Send a signal, if it has not ended."""
        if not self.has_ended():
            os.kill(self.pid, sign)

    def wait(self) -> int:
        """Wait until it has ended; return its exit status, negative for a signal.

        Raises:
            TimeoutError: it has not ended within two minutes; it is killed then.
        """
        deadline = time.monotonic() + 120
        while not self.has_ended():
            if time.monotonic() > deadline:
                self.kill(signal.SIGKILL)
                os.waitpid(self.pid, 0)
                raise TimeoutError(f"hangs: {self.output()}")
            time.sleep(0.002)
        assert self._status is not None
        return self._status

    def has_ended(self) -> bool:
        """Say whether it has ended."""
        if self._status is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status is not None

    def output(self) -> str:
        """Return what it has said."""
        return self._output.read_text(encoding="utf-8", errors="replace")


def _become(folder: Path, output: Path, arguments: tuple[str, ...], *, fresh: bool) -> NoReturn:
    """Be the command, in a process just forked."""
    status = 1
    try:
        os.chdir(folder)
        to = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(to, 1)
        os.dup2(to, 2)
        if fresh:
            os.execv(ONRECORD, [ONRECORD, *arguments])
        sys.argv = ["onrecord", *arguments]
        from onrecord.cli import main

        try:
            main()
            status = 0
        except SystemExit as error:
            status = error.code if isinstance(error.code, int) else int(error.code is not None)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(status)
