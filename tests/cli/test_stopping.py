"""Signals stop the program in order: one line says what is kept, and the status is that of the signal."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord import Ledger
from tests.cli.hostile import make_hostile_ledger
from tests.cli.running import ONRECORD, on_terminal

STORY = "Mayor Ines Kolberg said on Monday that the levy would stay. The farmers of Velmora met in Ostrel. " * 30
NUMBERS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.mark.model
@pytest.mark.parametrize("number", NUMBERS)
def test_a_run_that_is_stopped_says_what_is_kept(tmp_path: Path, number: signal.Signals) -> None:
    with (tmp_path / "many.jsonl").open("w") as stream:
        for count in range(400):
            stream.write(json.dumps({"url": f"https://herald.example/{count}", "text": f"{count}. {STORY}"}) + "\n")
    # In the background SIGINT may be ignored, which would be inherited.
    command = ["env", "--default-signal=INT,TERM,HUP", ONRECORD, "add", "many.jsonl"]
    started = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not (tmp_path / "onrecord.ledger-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    started.send_signal(number)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 128 + number
    [line] = said.splitlines()
    with Ledger(tmp_path / "onrecord.ledger") as ledger:
        kept = ledger.stats()["pages"]
        assert list(ledger.check()) == []
    counted = "1 page is" if kept == 1 else f"{kept} pages are"
    assert line == f"stopped; {counted} in the ledger; run the same command again to go on"


def test_a_review_that_is_broken_off_says_that_answers_are_kept(tmp_path: Path) -> None:
    make_hostile_ledger(tmp_path / "onrecord.ledger", "A")
    reached, status = on_terminal(tmp_path, "review", typed=(b"[q] quit", b"\x03"))
    assert (status, b"the answers that were given are kept" in reached) == (130, True)


@pytest.mark.model
def test_the_library_installs_no_handlers() -> None:
    asked = "import signal; import onrecord, onrecord.cli; onrecord.Ledger; print(signal.getsignal(signal.SIGTERM))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(signal.SIG_DFL)


@pytest.mark.model
def test_nothing_slow_is_loaded_before_signals_are_heeded() -> None:
    asked = "import sys; from onrecord.cli import main; print([m for m in ('sqlalchemy', 'rich') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "[]"
