"""Typing events in PLOVER's terms: `training.events.cross_validation`, in a process of its own.

It trains networks, so that it needs PyTorch, which the other benchmarks do without.
"""

import subprocess
import sys
from pathlib import Path


def main(file: Path | None, part: str | None = None) -> None:
    """Print the tables of cross-validation, of one part if told, or, trained on all of a part, those on `file`."""
    told = {"--file": file and str(file.absolute()), "--part": part}
    options = [word for option, value in told.items() if value for word in (option, value)]
    sys.stdout.flush()
    subprocess.run(
        [sys.executable, "-m", "training.events.cross_validation", *options],
        cwd=Path(__file__).parent.parent,
        check=True,
    )
