"""Wheel and sdist, and whether a wheel made of the sdist is the same."""

import sys
import tarfile
import zipfile
from pathlib import Path

from release.environment import run
from release.errors import ReleaseError


def built(project: Path, folder: Path) -> tuple[Path, Path]:
    """Build wheel and sdist of the project, each from its files, into a folder; return both.

    Raises:
        ReleaseError: that fails.
    """
    run([sys.executable, "-m", "build", "--wheel", "--sdist", "--outdir", folder, project], project)
    return _only(folder, "*.whl"), _only(folder, "*.tar.gz")


def wheel_of_sdist(sdist: Path, folder: Path) -> Path:
    """Unpack an sdist, where there is no git, and build the wheel of what is in it.

    Raises:
        ReleaseError: that fails.
    """
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    source = folder / sdist.name.removesuffix(".tar.gz")
    run([sys.executable, "-m", "build", "--wheel", "--outdir", folder / "dist", source], folder)
    return _only(folder / "dist", "*.whl")


def check_same(wheel: Path, other: Path) -> int:
    """Return how many files two wheels have, which are the same bytes.

    Raises:
        ReleaseError: one has a file that the other lacks, or has otherwise.
    """
    if wheel.name != other.name:
        raise ReleaseError(f"the wheel of the sdist is called {other.name}, not {wheel.name}")
    one, two = _members(wheel), _members(other)
    different = sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))
    if different:
        raise ReleaseError(f"the wheel of the sdist differs in {', '.join(different[:10])}")
    return len(one)


def _only(folder: Path, pattern: str) -> Path:
    [path] = folder.glob(pattern)
    return path


def _members(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
