"""The statements that a version of onrecord exports of texts, each text a page of one new ledger, as users add them."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import earlier_versions

type Row = dict[str, Any]


def exported_statements(texts: Mapping[str, str], sources: Path) -> dict[str, list[Row]]:
    """Return all statements of each text, by the text's name, also those that are not shown unless asked for.

    Args:
        texts: the texts by name.
        sources: the folder that the version's package is in (`earlier_versions.sources`).
    """
    rows: dict[str, list[Row]] = {name: [] for name in texts}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / f"{name}.txt").write_bytes(text.encode())
        done = subprocess.run(
            [sys.executable, "-m", "corpora.export", folder],
            stdout=subprocess.PIPE,
            check=True,
            cwd=earlier_versions.ROOT,
            env=os.environ | {"PYTHONPATH": str(sources)},
        )
    for line in done.stdout.splitlines():
        row = json.loads(line)
        rows[Path(row["page"]["path"]).stem].append(row)
    return rows
