"""Corpora, benchmarks and training stand apart: the last two import the first, and nothing of each other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("importing", "imported"),
    [
        ("corpora", {"benchmarks", "training", "tests"}),
        ("benchmarks", {"training", "tests"}),
        ("training", {"benchmarks", "tests"}),
        ("src", {"corpora", "benchmarks", "training", "tests"}),
    ],
)
def test_one_imports_nothing_of_the_others(importing: str, imported: set[str]) -> None:
    files = list((_ROOT / importing).rglob("*.py"))
    assert files
    assert [f"{file}: {name}" for file in files for name in _imports(file) if name.partition(".")[0] in imported] == []


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
