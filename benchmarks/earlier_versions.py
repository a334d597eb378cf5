"""Earlier versions of the project, taken from its history: their sources, and what its packages were called there."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

BEFORE = "c97a860"
"""The last commit that read with a language pipeline and an encoder for attribution alone."""

_FORMERLY = {"extraction": "reading", "entity_linking": "registry"}
"""What packages of onrecord were called before; under some versions both names are there."""


@contextmanager
def sources(commit: str) -> Iterator[Path]:
    """Give a folder with the `src` of a commit; what is there runs with the libraries that are installed now."""
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "files.tar"
        subprocess.run(["git", "archive", "--output", archive, commit, "src"], cwd=ROOT, check=True)
        subprocess.run(["tar", "--extract", "--file", archive], cwd=temporary, check=True)
        yield Path(temporary) / "src"


def offered(package: str, name: str) -> Any:  # noqa: ANN401 -- a class or function of a version that types are not checked of
    """Return what a package of onrecord offers, by whatever name the package has in the version that runs.

    Args:
        package: what it is called today, one of "extraction" and "entity_linking".
        name: what it offers.

    Raises:
        ImportError: neither today's package nor the earlier one offers that.
    """
    for called in (package, _FORMERLY[package]):
        try:
            module = import_module(f"onrecord.{called}")
        except ModuleNotFoundError as error:
            # That the package itself is not there, not something that it needs.
            if error.name != f"onrecord.{called}":
                raise
        else:
            if hasattr(module, name):
                return getattr(module, name)
    raise ImportError(f"neither onrecord.{package} nor onrecord.{_FORMERLY[package]} offers {name}")
