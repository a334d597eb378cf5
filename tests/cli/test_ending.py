"""How the program ends when something happens that should not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.cli import ending
from tests.cli.running import on_terminal


def raising(error: BaseException) -> Callable[..., None]:
    def app(**_: object) -> None:
        raise error

    return app


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (ValueError("\x1b[2J"), 70, "unexpected ValueError at onrecord.cli.ending:"),
        (RecursionError(), 70, "please report it"),
        (MemoryError(), 1, "memory is full"),
        (OSError(28, "No space left on device"), 1, "standard output: cannot be used (No space left on device)"),
        (FileNotFoundError(2, "No such file or directory"), 1, "the current folder: cannot be used"),
        (PermissionError(13, "Permission denied", "a.ledger"), 1, "a.ledger: cannot be used (Permission denied)"),
    ],
    ids=repr,
)
def test_what_should_not_happen_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    monkeypatch.setattr(ending, "app", raising(error))
    reached, ended = on_terminal(tmp_path, COLUMNS="300")
    assert ended == status
    [line] = reached.decode().splitlines()
    assert said in line
    assert "\x1b" not in line


def test_a_reader_that_has_had_enough_is_told_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "app", raising(BrokenPipeError()))
    assert on_terminal(tmp_path) == (b"", 1)


def test_the_traceback_is_there_for_who_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ending, "app", raising(ValueError("\x1b[2J")))
    reached, _ = on_terminal(tmp_path, ONRECORD_DEBUG="1")
    assert b"Traceback" in reached
    assert b"\x1b[2J" not in reached
