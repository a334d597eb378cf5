from pathlib import Path

import pytest

from tests.cli.running import Run, run_in


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """A folder with the examples and the ledger made of them."""
    made = tmp_path_factory.mktemp("cli")
    (made / "examples").symlink_to(examples.parent)
    added = run_in(made, "add", "examples/pages")
    assert added.returncode == 0, added.stderr
    assert "12 pages read, 13 articles" in added.stderr
    return made


@pytest.fixture
def onrecord(folder: Path) -> Run:
    return lambda *arguments, **options: run_in(folder, *arguments, **options)
