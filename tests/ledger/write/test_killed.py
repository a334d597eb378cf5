"""Killed at any moment, the ledger opens, checks, and is completed by running the same again."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.model
def test_twenty_kills_of_the_real_command_lose_nothing() -> None:
    # A process of its own, since it forks the commands that it kills.
    done = subprocess.run(
        [sys.executable, "-m", "tests.kills", "--kills", "20", "--seed", "20"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    # The moments must have hit the work itself, or nothing was shown.
    assert sum(map(int, re.findall(r"([0-9]+) within", done.stdout))) >= 2
