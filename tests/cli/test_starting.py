"""What starts often starts at once: nothing is imported before it is needed."""

import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from onrecord import Ledger
from onrecord.cli.app import COMMANDS

_SCRIPT = """
import sys
from onrecord.cli import main
sys.argv = ["onrecord", *sys.argv[1:]]
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""
_FOR_READING = {
    "babel", "htmldate", "jellyfish", "loky", "lxml", "marisa_trie", "onnxruntime", "py3langid", "spacy", "text_to_num",
    "tokenizers", "trafilatura", "vaderSentiment",
}  # fmt: skip
_FOR_FILES = {"alembic", "matplotlib", "numpy", "pandas", "pyarrow"}
_OWN_FOR_READING = {
    f"onrecord.{name}"
    for name in (
        "entity_linking", "extraction", "gazetteers", "models", "names", "pages", "running", "ledger.judgements",
        "ledger.registry", "ledger.verify", "ledger.write",
    )
}  # fmt: skip


def imported(folder: Path, *arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    assert run.stdout
    return set(run.stderr.splitlines()[-1].split())


@pytest.mark.model
def test_help_imports_neither_commands_nor_what_they_need(tmp_path: Path) -> None:
    found = imported(tmp_path, "--help")
    modules = {f"onrecord.cli.{module}" for module, _ in COMMANDS.values()}
    others = {"onrecord.ledger", "pydantic", "rich", "sqlalchemy"}
    assert found & (_FOR_READING | _FOR_FILES | _OWN_FOR_READING | modules | others) == set()


@pytest.mark.model
@pytest.mark.parametrize("asked", [("who", "Nobody"), ("said", "wheat"), ("entities",), ("articles",), ("stats",)])
def test_asking_imports_nothing_that_reading_needs(tmp_path: Path, asked: tuple[str, ...]) -> None:
    Ledger(tmp_path / "onrecord.ledger").close()
    found = imported(tmp_path, *asked, "--json")
    assert "sqlalchemy" in found
    assert found & (_FOR_READING | _FOR_FILES | _OWN_FOR_READING) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_line_of_its_help(name: str) -> None:
    module, line = COMMANDS[name]
    command = getattr(import_module(f"onrecord.cli.{module}"), name)
    assert line == (inspect.getdoc(command) or "").partition("\n")[0]


@pytest.mark.parametrize("module", sorted({module for module, _ in COMMANDS.values()}))
def test_each_public_function_of_a_module_of_commands_is_one(module: str) -> None:
    place = import_module(f"onrecord.cli.{module}")
    public = {
        name
        for name, found in vars(place).items()
        if inspect.isfunction(found) and found.__module__ == place.__name__ and not name.startswith("_")
    }
    assert public == {name for name, (where, _) in COMMANDS.items() if where == module}
