"""The interpreters of Python on this machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path


def interpreter(version: str) -> Path | None:
    """Return an interpreter of a version ("3.13") that runs, None where none is found.

    Looked for on the PATH, where it may be a stand-in of pyenv that runs nothing, then among what pyenv and uv have
    installed.
    """
    return next((python for path in _candidates(version) if (python := _itself(path, version)) is not None), None)


def _candidates(version: str) -> Iterator[Path]:
    name = f"python{version}"
    found = shutil.which(name)
    if found is not None:
        yield Path(found)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    uv = Path.home() / ".local" / "share" / "uv" / "python"
    for folder, pattern in ((pyenv, f"{version}.*/bin/{name}"), (uv, f"cpython-{version}*/bin/{name}")):
        yield from sorted(folder.glob(pattern), reverse=True)


def _itself(path: Path, version: str) -> Path | None:
    """Return where an interpreter says that it is, None where nothing of the version runs there."""
    code = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2], sys.executable)"
    done = subprocess.run([path, "-c", code], capture_output=True, text=True, check=False)
    told, _, executable = done.stdout.strip().partition(" ")
    return Path(executable) if done.returncode == 0 and told == version else None
