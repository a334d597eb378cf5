"""Interpreters that run are found, stand-ins that run nothing are not."""

import sys
from pathlib import Path

import pytest

from release.interpreters import interpreter

pytestmark = pytest.mark.model

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on its PATH but a folder, in which programs may be laid."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return tmp_path


def _lay(place: Path, script: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def test_an_interpreter_is_where_it_says_that_it_is(bare: Path) -> None:
    _lay(bare / f"python{VERSION}", f'exec {sys.executable} "$@"')
    assert interpreter(VERSION) == Path(sys.executable)


def test_where_a_stand_in_runs_nothing_those_of_pyenv_are_looked_at(bare: Path) -> None:
    _lay(bare / f"python{VERSION}", "exit 127")
    assert interpreter(VERSION) is None
    _lay(bare / "pyenv" / "versions" / f"{VERSION}.1" / "bin" / f"python{VERSION}", f'exec {sys.executable} "$@"')
    assert interpreter(VERSION) == Path(sys.executable)


def test_another_version_under_the_name_is_none_of_it(bare: Path) -> None:
    _lay(bare / "python3.99", f'exec {sys.executable} "$@"')
    assert interpreter("3.99") is None
