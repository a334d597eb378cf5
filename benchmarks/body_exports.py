"""What a version of onrecord exports of the bodies of pages: python -m benchmarks.body_exports FOLDER.

`in_process` starts it with the version asked for. A body has a folder, with its pages, its ledger and TABLE.jsonl.
"""

import os
import subprocess
import sys
from pathlib import Path

from corpora.page_bodies import BODIES, UNSEEN, exported


def in_process(sources: Path, folder: Path) -> None:
    """Write into `folder` what the version of onrecord in the folder `sources` exports of each body."""
    subprocess.run(
        [sys.executable, "-m", "benchmarks.body_exports", folder],
        check=True,
        cwd=Path(__file__).parent.parent,
        env=os.environ | {"PYTHONPATH": str(sources)},
    )


def _export(folder: Path) -> None:
    for body in (*BODIES, UNSEEN):
        sys.stderr.write(f"{body} ...\n")
        place = folder / body
        place.mkdir(parents=True)
        for table, lines in exported(body, place).items():
            (place / f"{table}.jsonl").write_bytes(lines)


if __name__ == "__main__":
    _export(Path(sys.argv[1]))
