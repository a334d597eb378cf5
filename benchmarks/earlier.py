"""An earlier version of the project, taken from its history."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent

BEFORE = "c97a860"
"""The last commit that read with a language pipeline and an encoder for attribution alone."""


@contextmanager
def sources(commit: str) -> Iterator[Path]:
    """Give a folder with the `src` of a commit; what is there runs with the libraries that are installed now."""
    with tempfile.TemporaryDirectory() as temporary:
        archive = Path(temporary) / "files.tar"
        subprocess.run(["git", "archive", "--output", archive, commit, "src"], cwd=ROOT, check=True)
        subprocess.run(["tar", "--extract", "--file", archive], cwd=temporary, check=True)
        yield Path(temporary) / "src"
