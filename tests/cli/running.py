"""Running the program in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ONRECORD = str(Path(sys.executable).with_name("onrecord"))

type Done = subprocess.CompletedProcess[str]
type Run = Callable[..., Done]


def run_in(
    folder: Path, *arguments: str, text: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ONRECORD, *arguments],
        cwd=folder,
        input=text,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
