"""Tests lie where what they test lies."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
# Tested across the tree: scores, layers, promises to users, the room in a browser, the exports as a whole. And what
# tests are written with.
ACROSS = {"accuracy", "architecture", "browser", "contract", "damage", "documents", "fuzz", "golden", "kills"}
FOLDERS = sorted({path.parent.relative_to(TESTS) for path in TESTS.glob("*/**/test_*.py")})


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_each_folder_of_tests_is_that_of_a_package(folder: Path) -> None:
    if folder.parts[0] not in ACROSS:
        assert (ROOT / "src" / "onrecord" / folder).is_dir() or (ROOT / folder).is_dir()


def test_each_package_with_several_modules_has_tests() -> None:
    source = ROOT / "src" / "onrecord"
    packages = {path.parent.relative_to(source) for path in source.rglob("*.py") if "migrations" not in path.parts}
    several = {package for package in packages if len(list((source / package).glob("[a-z]*.py"))) > 1}
    tested = set(FOLDERS) | {parent for folder in FOLDERS for parent in folder.parents}
    # Tested by the commands that draw.
    assert several - {Path("cli/plots")} <= tested
