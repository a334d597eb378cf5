"""Every package and module that the architecture names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8").splitlines()
# "| `extraction/syntax/` | ...: `clauses`, `pronouns` |"
PLACES = [match for line in LINES if (match := re.match(r"\| `([a-z_/]+/)` \| (.*) \|$", line))]


@pytest.mark.parametrize(("folder", "about"), [(match[1], match[2]) for match in PLACES])
def test_each_module_that_is_named_is_there(folder: str, about: str) -> None:
    place = ROOT / "src" / "onrecord" / folder
    assert (place / "__init__.py").exists()
    for name in re.findall(r"`([a-z_]+)/?`", about):
        assert (place / f"{name}.py").exists() or (place / name).is_dir(), name


def test_each_package_is_named() -> None:
    source = ROOT / "src" / "onrecord"
    folders = {path.parent.relative_to(source).as_posix() + "/" for path in source.rglob("__init__.py")}
    hidden = {"./", "cli/plots/", "extraction/attribution/candidates/", "ledger/store/migrations/"}
    assert {match[1] for match in PLACES} == folders - hidden
