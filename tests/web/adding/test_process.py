import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Ledger, WorkerError
from onrecord.web.adding import Given, ReadingProcess

pytestmark = pytest.mark.model

PAGE = b'March 9, 2025\n\nThe bridge is shut\n\n"The bridge is shut," said Lin Jader, the mayor of Port Vela.\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Ledger(tmp_path / "a.ledger"):
        return tmp_path / "a.ledger"


@pytest.fixture
def process(path: Path) -> Iterator[ReadingProcess]:
    started = ReadingProcess(path)
    yield started
    started.end()


def pid_of(process: ReadingProcess) -> int:
    pid = process._process.pid
    assert pid is not None
    return pid


def test_pages_are_read_into_the_ledger(process: ReadingProcess, path: Path) -> None:
    told = list(process.read(Given(PAGE)))
    assert [one.state for one in told] == ["reading", "linking", "done"]
    with Ledger(path) as ledger:
        [statement] = ledger.statements(speaker="Jader")
    assert [article.id for article in told[-1].articles] == [statement["article"]["id"]]
    assert [one.state for one in process.read(Given(b"\x00" * 80))] == ["reading", "failed"]


def test_one_that_is_killed_says_so(process: ReadingProcess) -> None:
    reading = process.read(Given(PAGE))
    assert next(reading).state == "reading"
    os.kill(pid_of(process), signal.SIGKILL)
    with pytest.raises(WorkerError, match="was ended"):
        list(reading)


def test_one_that_takes_too_long_says_so(path: Path) -> None:
    process = ReadingProcess(path, seconds=0.01)
    with pytest.raises(WorkerError, match="took longer"):
        list(process.read(Given(PAGE)))
    process.end()


def test_it_is_not_interrupted_and_ends_with_whoever_reads_from_it(process: ReadingProcess) -> None:
    list(process.read(Given(b"\x00" * 80)))
    os.kill(pid_of(process), signal.SIGINT)
    assert list(process.read(Given(b"\x00" * 80)))[-1].state == "failed"
    process._pages.close()
    process._process.join(10)
    assert process._process.exitcode == 0


def test_ended_it_is_gone(process: ReadingProcess) -> None:
    process.end()
    with pytest.raises(ProcessLookupError):
        os.kill(pid_of(process), 0)
