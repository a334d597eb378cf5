"""Whether each library that the package needs has a wheel for a version of Python that is not installed here."""

import json
import sys
import tempfile
from pathlib import Path

from release.environment import run


def wheels_for(version: str, wheel: Path, extra: str | None = None) -> list[str]:
    """Return the file names of the wheels that pip would install for a version of Python ("3.14"), on this platform.

    Resolved without constraints, and without building anything. What a marker says of the version of Python, pip
    asks of the interpreter that runs.

    Args:
        version: of Python.
        wheel: the package's own.
        extra: one of its extras, to be installed with it.

    Raises:
        ReleaseError: a library has no wheel.
    """
    wanted = str(wheel) if extra is None else f"{wheel}[{extra}]"
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        run(
            [
                sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed",
                "--only-binary", ":all:", "--python-version", version, "--target", folder, "--report", report, wanted,
            ],
            Path(folder),
        )  # fmt: skip
        told = json.loads(report.read_text(encoding="utf-8"))
    return sorted(one["download_info"]["url"].rpartition("/")[2] for one in told["install"])
