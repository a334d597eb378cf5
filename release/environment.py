"""A virtual environment of its own, with nothing in it but what is installed there."""

import os
import subprocess
from pathlib import Path

from release.errors import ReleaseError

# Libraries that a machine's settings or the caller's environment would add or hold back.
_AS_IT_COMES = {"PIP_CONSTRAINT": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
_WITHOUT = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")


class Environment:
    """A virtual environment in a folder.

    Attributes:
        folder: where it is.
    """

    def __init__(self, python: Path, folder: Path) -> None:
        self.folder = folder
        run([python, "-m", "venv", folder], folder.parent)

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    def install(self, *requirements: str | Path) -> None:
        """Install by pip, without constraints.

        Raises:
            ReleaseError: pip fails.
        """
        run([self.python, "-m", "pip", "install", "--quiet", *requirements], self.folder)

    def onrecord(self, *arguments: str | Path, folder: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
        """Run the program `onrecord` that is installed, in a folder.

        Raises:
            ReleaseError: it ends with another status.
        """
        return run([self.folder / "bin" / "onrecord", *arguments], folder, status=status)

    def megabytes(self) -> float:
        """Return what all its files take on disk, as `du` counts, in MB of 1,048,576 bytes."""
        return sum(path.lstat().st_blocks * 512 for path in self.folder.rglob("*")) / 2**20


def run(command: list[str | Path], folder: Path, *, status: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with none of this process's own paths to libraries.

    Raises:
        ReleaseError: it ends with another status; the error has the last lines it printed.
    """
    told = {name: value for name, value in os.environ.items() if name not in _WITHOUT} | _AS_IT_COMES
    done = subprocess.run(command, cwd=folder, env=told, capture_output=True, text=True, check=False)
    if done.returncode != status:
        printed = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        called = " ".join(map(str, command))
        raise ReleaseError(f"{called}: status {done.returncode}, not {status}:\n{printed}")
    return done
