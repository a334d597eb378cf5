"""What is read does not depend on how many cores and threads there are, nor on the process that reads it."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.ledger import TABLES

pytestmark = pytest.mark.model

ONRECORD = Path(sys.executable).with_name("onrecord")


def run(*arguments: str | Path, cores: int) -> bytes:
    """Run a command on so many cores and threads, and return what it prints."""
    return subprocess.run(
        [ONRECORD, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        env=os.environ | {"OMP_NUM_THREADS": str(cores), "TOKENIZERS_PARALLELISM": str(cores > 1).lower()},
        preexec_fn=lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores]),
    ).stdout


def exported(ledger: Path, *, cores: int) -> dict[str, bytes]:
    return {
        table: run("export", table, "--format", "jsonl", "--ledger", ledger, cores=cores) for table in sorted(TABLES)
    }


@pytest.mark.skipif(
    not hasattr(os, "sched_setaffinity") or len(os.sched_getaffinity(0)) < 2, reason="needs two cores to choose from"
)
def test_one_core_two_cores_and_another_process_give_the_same_bytes(tmp_path: Path, examples: Path) -> None:
    one, two = tmp_path / "one.ledger", tmp_path / "two.ledger"
    run("add", examples, "--ledger", one, cores=1)
    run("add", examples, "--ledger", two, cores=2)
    expected = exported(one, cores=1)
    assert expected["statements"].count(b"\n") > 50
    assert exported(two, cores=2) == expected
    connection = sqlite3.connect(two, isolation_level=None)
    connection.execute("UPDATE readings SET reader = 'onrecord 0.0.1'")
    connection.close()
    run("reread", "--ledger", two, cores=2)
    assert exported(two, cores=1) == expected
