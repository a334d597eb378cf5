"""Several `add`s side by side on one ledger, and what one alone would have made.

python -m tests.side_by_side --adds 10

Each is the real command in a process of its own, with pages of its own and pages that others have too. All end well,
`check` finds nothing, and what is in the ledger is what one command makes of all the pages:

- the same pages, articles, statements, quantities and events, each with the same fields;
- of the same registered entities: the same names, types and appearances.

What the order of arrival decides is the numbers at the end of registered ids, where several entities were first known
by one name, and the order of rows. (Whom an appearance is joined to is decided as it arrives, too: where that is in
doubt, as of somebody called by initials, another order may decide otherwise. The pages here leave no doubt.)
"""

import argparse
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord import Ledger
from onrecord.ledger import TABLES
from tests.cli.running import ONRECORD
from tests.kills.pages import write_pages

_OWN = 4
_SHARED = 3
_NUMBER = re.compile(r'"(e[0-9a-f]{12})-[0-9]+"')
WAITS = "another process is writing; waiting"
STORY = "of the prose is story"


def side_by_side(folder: Path, adds: int) -> list[str]:
    """Run so many adds at once and one alone; return what is not as promised, nothing if all is well."""
    for number in range(adds):
        # Of the pages of the next, too.
        write_pages(folder / f"pages-{number}", _OWN + _SHARED, first=number * _OWN)
    write_pages(folder / "pages", adds * _OWN + _SHARED)
    running = [_add(folder, f"pages-{number}", "many.ledger") for number in range(adds)]
    wrong = []
    for number, process in enumerate(running):
        _, said = process.communicate(timeout=900)
        rest = [line for line in said.splitlines() if WAITS not in line and STORY not in line]
        if process.returncode != 0 or len(rest) != 1:
            wrong.append(f"add {number} ended with {process.returncode}: {said}")
    alone = _add(folder, "pages", "one.ledger")
    alone.communicate()
    if not wrong:
        wrong = _differences(_content(folder / "many.ledger"), _content(folder / "one.ledger"))
    return wrong


def _add(folder: Path, pages: str, ledger: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [ONRECORD, "add", pages, "--ledger", ledger, "--processes", "1"],
        cwd=folder, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def _content(path: Path) -> dict[str, list[str]]:
    """Return the rows of each table, in one order, without the numbers of registered ids and the folders of pages."""
    found = {}
    with Ledger(path, create=False) as ledger:
        assert list(ledger.check()) == []
        for table in TABLES:
            stream = io.BytesIO()
            ledger.export(table, "jsonl", stream)
            lines = _NUMBER.sub(r'"\1"', re.sub(r"pages(-[0-9]+)?/", "", stream.getvalue().decode())).splitlines()
            found[table] = sorted(map(_in_one_order, lines))
    return found


def _in_one_order(line: str) -> str:
    row = json.loads(line)
    for name in ("appearances", "variants", "roles"):
        if name in row:
            row[name] = sorted(row[name], key=json.dumps)
    return json.dumps(row)


def _differences(many: dict[str, list[str]], one: dict[str, list[str]]) -> list[str]:
    return [
        f"{table}: {sign} {line[:300]}"
        for table in TABLES
        for sign, lines in (
            ("only alone", set(one[table]) - set(many[table])),
            ("only beside", set(many[table]) - set(one[table])),
        )
        for line in sorted(lines)[:3]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.side_by_side", description=__doc__)
    parser.add_argument("--adds", type=int, default=10)
    given = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="adds-") as place:
        wrong = side_by_side(Path(place), given.adds)
    for line in wrong:
        print(line, file=sys.stderr)
    print(f"{given.adds} adds side by side, {len(wrong)} differences, {time.monotonic() - begun:.0f} s")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
