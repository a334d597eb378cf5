"""Draw the terminal recording of the README: python -m docs.picture.

It runs the commands for real, on the example pages, and records what they print with its colours. A test compares the
drawing with what the program prints now.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

_ROOT = Path(__file__).parents[1]
PICTURE = Path(__file__).parent / "images" / "onrecord.svg"

_COLUMNS = 92
_ADD = "onrecord add examples/pages"
_QUESTIONS = (
    "onrecord said rifles",
    'onrecord show "Account of Ship Raid"',
)
# Light, and readable on white. Rows of the terminal's sixteen colours.
_THEME = TerminalTheme(
    (250, 250, 250),
    (36, 41, 47),
    [
        (36, 41, 47),
        (176, 0, 32),
        (0, 110, 50),
        (150, 85, 0),
        (0, 80, 170),
        (135, 35, 155),
        (0, 100, 140),
        (87, 96, 106),
    ],
)
# Fonts that Rich's drawings would fetch from a server.
_FETCHED_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def recording(folder: Path) -> str:
    """Return the commands and what they print, in colour, in a folder that has `examples` and no ledger of its own."""
    # Reading shows its progress on a terminal, which is gone once it is done.
    added = _printed(_ADD, folder, TERM="dumb")
    answers = [_printed(question, folder, FORCE_COLOR="1", TERM="xterm-256color") for question in _QUESTIONS]
    prompts = [f"\x1b[1m$ {command}\x1b[0m" for command in (_ADD, *_QUESTIONS)]
    return "\n".join(f"{prompt}\n{printed}" for prompt, printed in zip(prompts, [added, *answers], strict=True))


def drawn(recorded: str) -> str:
    """Return the drawing of a recording, as SVG."""
    console = Console(record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(recorded), soft_wrap=True)
    drawing = console.export_svg(title="onrecord", theme=_THEME, unique_id="onrecord")
    return _FETCHED_FONT.sub("", drawing).replace("Fira Code, monospace", "monospace")


def _printed(command: str, folder: Path, **environment: str) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=os.environ | environment | {"COLUMNS": str(_COLUMNS), "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().splitlines()) + "\n"


def main() -> None:
    """Draw it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "examples").symlink_to(_ROOT / "examples")
        PICTURE.write_text(drawn(recording(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
