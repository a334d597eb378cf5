"""Which libraries the package needs on a version of Python, and whether each has a wheel for it on this platform."""

import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

from packaging.tags import Tag, compatible_tags, cpython_tags, platform_tags
from packaging.utils import parse_wheel_filename

from release.environment import run


def wheels_for(version: str, wheel: Path, extra: str | None = None) -> dict[str, str | None]:
    """Return for each library an installation would have the file name of its wheel, None where it has none.

    `{"numpy": "numpy-2.5.5-cp314-cp314-manylinux_2_27_x86_64.whl", ...}`. Resolved by uv without
    constraints, as if on that version of Python, which need not be installed.

    Args:
        version: of Python ("3.14").
        wheel: the package's own.
        extra: one of its extras, to be installed with it.

    Raises:
        ReleaseError: nothing fits together.
    """
    wanted = f"onrecord{f'[{extra}]' if extra else ''} @ {wheel.as_uri()}"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        (folder / "wanted.in").write_text(wanted, encoding="utf-8")
        options = ["--quiet", "--python-version", version, "--format", "pylock.toml", "--output-file", "pylock.toml"]
        run([sys.executable, "-m", "uv", "pip", "compile", *options, "wanted.in"], folder)
        packages = tomllib.loads((folder / "pylock.toml").read_text(encoding="utf-8"))["packages"]
    tags = _tags(version)
    return {
        one["name"]: fitting((each["url"].rpartition("/")[2] for each in one.get("wheels", ())), tags)
        for one in packages
        if one["name"] != "onrecord"
    }


def fitting(wheels: Iterable[str], tags: frozenset[Tag]) -> str | None:
    """Return the first of some wheels, by file name, that has one of the tags, None where none has."""
    return next((wheel for wheel in wheels if parse_wheel_filename(wheel)[3] & tags), None)


def _tags(version: str) -> frozenset[Tag]:
    major, _, minor = version.partition(".")
    python = (int(major), int(minor))
    platforms = list(platform_tags())
    interpreter = f"cp{major}{minor}"
    return frozenset(cpython_tags(python, platforms=platforms)) | frozenset(
        compatible_tags(python, interpreter, platforms)
    )
