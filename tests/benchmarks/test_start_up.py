"""What a start costs is measured of a process of its own, in the folder and with the version that are asked for."""

import subprocess
from pathlib import Path

import pytest

from benchmarks.start_up import cost


@pytest.mark.model
def test_a_process_is_measured(tmp_path: Path) -> None:
    (tmp_path / "new.ledger").touch()
    # What this process has is no part of it.
    own = bytearray(b"x" * 300_000_000)
    script = "import os, sys; data = b'x' * 60_000_000; sum(range(3_000_000)); print(data[-1]); open(sys.argv[1], 'x')"
    found = cost(tmp_path, tmp_path, (script, "new.ledger"))
    assert found.cpu > 0
    assert found.wall > 0
    assert 60 < found.peak < 200 < len(own) / 1e6


@pytest.mark.model
def test_a_process_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        cost(tmp_path, tmp_path, ("raise SystemExit(3)",))
