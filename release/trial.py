"""The program as a stranger has it: the wheel alone, in an environment of its own, and what is first asked of it."""

import time
from pathlib import Path

from release.environment import Environment
from release.errors import ReleaseError

_NAME = "Halla Brenning"
"""Somebody whom the example pages quote."""

_LACKING = (
    (("export", "statements", "--format", "parquet", "--output", "statements.parquet"), "tables"),
    (("quantities", "sailors", "--plot", "sailors.svg"), "plots"),
    (("events", "--plot", "events.png"), "plots"),
)


def seconds_to_first_answer(environment: Environment, page: Path, folder: Path) -> float:
    """Add one page to a new ledger, ask who said something, and return how long both commands took together.

    Raises:
        ReleaseError: a command fails, or the answer is not the page's.
    """
    begun = time.perf_counter()
    environment.onrecord("add", page, "--ledger", "first.ledger", folder=folder)
    answer = environment.onrecord("who", "Brenning", "--ledger", "first.ledger", folder=folder)
    taken = time.perf_counter() - begun
    _expect(_NAME, answer.stdout)
    return taken


def try_alone(environment: Environment, pages: Path, folder: Path) -> None:
    """Add the example pages, ask, check and export, where none of the extras is installed.

    Raises:
        ReleaseError: a command fails, or what asks for an extra does not say which, or leaves a file.
    """
    environment.onrecord("--version", folder=folder)
    environment.onrecord("add", pages, folder=folder)
    _expect(_NAME, environment.onrecord("who", "Brenning", folder=folder).stdout)
    environment.onrecord("check", folder=folder)
    for format in ("jsonl", "csv", "jsonld"):
        output = folder / f"statements.{format}"
        environment.onrecord("export", "statements", "--format", format, "--output", output, folder=folder)
        _expect(_NAME, output.read_text(encoding="utf-8"))
    _expect("pip install 'onrecord[web]'", environment.onrecord("serve", folder=folder, status=2).stderr)
    for arguments, extra in _LACKING:
        done = environment.onrecord(*arguments, folder=folder, status=2)
        _expect(f"pip install 'onrecord[{extra}]'", done.stderr)
        if (folder / arguments[-1]).exists():
            raise ReleaseError(f"onrecord {' '.join(arguments)} left {arguments[-1]}")


def try_extras(environment: Environment, folder: Path) -> None:
    """Run what asks for an extra, where all are installed and `try_alone` has made a ledger.

    Raises:
        ReleaseError: a command fails, or writes no file.
    """
    for arguments, _ in _LACKING:
        environment.onrecord(*arguments, folder=folder)
        if not (folder / arguments[-1]).stat().st_size:
            raise ReleaseError(f"onrecord {' '.join(arguments)} wrote nothing")


def _expect(words: str, printed: str) -> None:
    if words not in printed:
        raise ReleaseError(f"no {words!r} in what was printed:\n{printed[:2_000]}")
