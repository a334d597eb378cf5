"""Commands that need a library which is not installed: one line, status 2, no file."""

from pathlib import Path

import pytest

from tests.cli.running import run_in

pytestmark = pytest.mark.model

# Imported by Python before the program: in its process the libraries of the extras are not there.
_HIDING = """
import sys
for library in ("pandas", "pyarrow", "matplotlib", "fastapi"):
    sys.modules[library] = None
"""


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (("export", "statements", "--format", "parquet", "--output", "made.parquet"), "tables"),
        (("quantities", "sailors", "--plot", "made.svg"), "plots"),
        (("events", "--plot", "made.png"), "plots"),
        (("serve",), "web"),
    ],
)
def test_what_needs_an_extra_says_which(folder: Path, tmp_path: Path, arguments: tuple[str, ...], extra: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(_HIDING)
    before = sorted(folder.iterdir())
    done = run_in(folder, *arguments, PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2] / 'src'}")
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.endswith(f"run pip install 'onrecord[{extra}]'")
    assert not done.stdout
    assert sorted(folder.iterdir()) == before


def test_reading_and_asking_do_without(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(_HIDING)
    for arguments in (("add", "examples/pages/wire.txt", "--ledger", str(tmp_path / "w.ledger")), ("who", "Brenning")):
        done = run_in(folder, *arguments, PYTHONPATH=f"{tmp_path}:{Path(__file__).parents[2] / 'src'}")
        assert done.returncode == 0, done.stderr
