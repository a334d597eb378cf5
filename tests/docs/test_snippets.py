"""Every command and every piece of Python in the documents runs, and prints what stands there.

A document is a session: its blocks run in order in one folder, which has `examples` in it, and, where the document
says `<!-- ledger of the examples -->`, `onrecord.ledger` with the example pages. What is printed is compared where the
document has it: below a command, or in a block that is marked `<!-- prints -->` behind Python. A line `...` stands for
any lines. A block that cannot run says why: `<!-- not run: needs the network -->`.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.markdown import DOCUMENTS, ROOT, Block, blocks, name_of

_LANGUAGES = {"console", "python", "text", "json"}
_WITH_LEDGER = "<!-- ledger of the examples -->"
_NOT_RUN = re.compile(r"not run: \S+ .+")
# Rounding and time differ: probabilities, the root, days and times of judgements, the size of a file, versions.
_VARYING = re.compile(r"\b0\.\d\d+\b|\b[0-9a-f]{64}\b|\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\b")
_SNIPPETS = [
    document
    for document in DOCUMENTS
    if any(
        block.language in {"console", "python"} and not block.mark.startswith("not run")
        for block in blocks(document.read_text(encoding="utf-8"))
    )
]


@pytest.mark.model
@pytest.mark.parametrize("document", _SNIPPETS, ids=name_of)
def test_each_snippet_runs(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    text = document.read_text(encoding="utf-8")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    if _WITH_LEDGER in text:
        shutil.copy(request.getfixturevalue("folder") / "onrecord.ledger", tmp_path)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__main__"}
    printed = ""
    for block in blocks(text):
        if block.mark.startswith("not run"):
            continue
        if block.language == "console":
            for command, expected in commands(block):
                compare(run(command), expected)
        elif block.language == "python":
            printed = python(block, names)
        elif block.mark == "prints":
            compare(printed, block.code)


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_each_block_is_of_a_kind_that_is_tried_and_says_why_if_not(document: Path) -> None:
    for block in blocks(document.read_text(encoding="utf-8")):
        assert block.language in _LANGUAGES, block.code
        if block.mark.startswith("not run"):
            assert _NOT_RUN.fullmatch(block.mark), block.mark


def test_few_are_not_run() -> None:
    all_blocks = [block for document in DOCUMENTS for block in blocks(document.read_text(encoding="utf-8"))]
    run_or_not = [block for block in all_blocks if block.language in {"console", "python"}]
    assert sum(block.mark.startswith("not run") for block in run_or_not) <= len(run_or_not) / 5


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Give each command of a block, which may go on after `> `, and what the block says it prints."""
    for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        while printed.startswith("> "):
            line, _, printed = printed.removeprefix("> ").partition("\n")
            command += f"\n{line}"
        yield command, printed


def run(command: str) -> str:
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        env=os.environ | {"PATH": path, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


def python(block: Block, names: dict[str, object]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.code, "snippet", "exec"), names)
    return printed.getvalue()


def compare(printed: str, expected: str) -> None:
    """Fail if something is expected and not printed so."""
    lines = [_comparable(line) for line in expected.splitlines() if line.strip()]
    if not lines:
        return
    pattern = "".join("(?:.*\n)*" if line == "..." else f"{re.escape(line)}\n" for line in lines)
    shown = "".join(f"{_comparable(line)}\n" for line in printed.splitlines() if line.strip())
    assert re.fullmatch(pattern, shown), f"expected:\n{expected}\nprinted:\n{printed}"


def _comparable(line: str) -> str:
    return _VARYING.sub("#", line.rstrip())


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("two lines\nof text\n", "two lines\nof text\n"),
        ("confidence  0.66\n", "confidence  0.67\n"),
        ("one\ntwo\nthree\n", "one\n...\n"),
        ("anything\n", ""),
    ],
)
def test_what_is_printed_may_vary_in_part(printed: str, expected: str) -> None:
    compare(printed, expected)


@pytest.mark.parametrize(
    ("printed", "expected"), [("one\n", "two\n"), ("one\ntwo\n", "one\n"), ("one\n", "one\ntwo\n")]
)
def test_another_output_is_found(printed: str, expected: str) -> None:
    with pytest.raises(AssertionError, match="expected"):
        compare(printed, expected)
