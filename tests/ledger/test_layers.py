"""The parts of the ledger: what each may use, and that it uses the others through their faces."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord.ledger

FOLDER = Path(onrecord.ledger.__file__).parent
# Each part uses those of the lines above it only; those of one line do not use each other.
LAYERS = (
    {"rows"},
    {"store"},
    {"registry", "query"},
    {"judgements", "export"},
    {"write", "verify"},
    {"ledger"},
)
USES = {part: set().union(*LAYERS[:number]) for number, parts in enumerate(LAYERS) for part in parts}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord.ledger."):
            yield node.module.removeprefix("onrecord.ledger.")


@pytest.mark.parametrize("part", sorted(USES))
def test_a_part_uses_the_faces_of_those_before_it(part: str) -> None:
    modules = sorted((FOLDER / part).rglob("*.py")) or [FOLDER / f"{part}.py"]
    used = {name for path in modules for name in imported(path) if name.partition(".")[0] != part}
    assert used <= USES[part]


def test_every_part_has_its_layer() -> None:
    parts = {path.stem for path in FOLDER.iterdir() if not path.name.startswith("_")}
    assert parts == set(USES)
