"""The room as the program serves it, in a process of its own."""

import re
import shutil
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from tests.cli.running import ONRECORD, run_in

pytestmark = pytest.mark.model


@pytest.fixture
def folder(tmp_path: Path, empty: Path) -> Path:
    """A folder with an empty ledger."""
    shutil.copy(empty, tmp_path / "onrecord.ledger")
    return tmp_path


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], IO[str]]]:
    """Serve what is in a folder while the block lasts; yield the process and what it tells."""
    with subprocess.Popen(
        [ONRECORD, "serve", "--port", "0", *options], cwd=folder, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        try:
            yield process, process.stderr
        finally:
            process.terminate()
            process.wait(timeout=20)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_answers_until_it_is_told_to_stop(folder: Path, stop: signal.Signals) -> None:
    with serving(folder) as (process, told):
        found = re.search(r"http://127\.0\.0\.1:\d+", told.readline())
        assert found
        with urllib.request.urlopen(found[0]) as answer:
            assert b"onrecord" in answer.read()
        process.send_signal(stop)
        assert process.wait(timeout=20) == 0
        assert not told.read()


def test_where_others_reach_it_a_token_is_made_and_told(folder: Path) -> None:
    with serving(folder, "--host", "0.0.0.0") as (_, told):
        told.readline()
        assert re.search(r"/sign-in with the token [\w-]{20,}\n", told.readline())


def test_a_token_that_can_be_guessed_is_not_taken(folder: Path) -> None:
    done = run_in(folder, "serve", "--port", "0", "--token", "blue-heron")
    assert done.returncode == 2
    assert "can be guessed" in done.stderr


def test_a_room_that_is_read_only_has_none(folder: Path) -> None:
    with serving(folder, "--host", "0.0.0.0", "--read-only") as (process, told):
        assert "token" not in told.readline()
        process.terminate()
        assert not told.read()


def test_a_port_that_is_taken_is_told_with_a_remedy(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run_in(folder, "serve", "--port", port)
    assert done.returncode == 2
    assert f"127.0.0.1:{port}: cannot be listened at" in done.stderr
    assert "--port" in done.stderr


def test_what_is_only_read_has_to_be_there(tmp_path: Path) -> None:
    done = run_in(tmp_path, "serve", "--read-only", "--port", "0")
    assert done.returncode == 1
    assert not list(tmp_path.iterdir())


def test_a_room_begins_with_an_empty_ledger(tmp_path: Path) -> None:
    with serving(tmp_path) as (_, told):
        told.readline()
        assert (tmp_path / "onrecord.ledger").exists()
