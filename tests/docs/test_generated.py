"""What the documentation takes from the code is as the code is."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from docs.generate import GENERATED, documents, parts_of, with_generated
from onrecord.cli.app import load
from tests.docs.markdown import DOCS, blocks

COMMANDS = [name.removeprefix("command ") for name in GENERATED if name.startswith("command ")]


def parts(paths: Iterable[Path]) -> list[str]:
    return [name for path in paths for name in parts_of(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_it_is_up_to_date(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert with_generated(text) == text, "run python -m docs.generate"


def test_each_part_stands_in_one_document() -> None:
    assert sorted(parts(documents())) == sorted(GENERATED)


def test_a_part_that_nothing_generates_is_an_error() -> None:
    with pytest.raises(KeyError, match="weather"):
        with_generated("<!-- generated: weather -->\n<!-- end -->\n")


def test_a_document_without_parts_stays_as_it_is() -> None:
    assert with_generated("# Times\n") == "# Times\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_a_section_with_an_example(command: str) -> None:
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    [section] = re.findall(rf"^## {command}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert any(f"onrecord {command}" in block.code for block in blocks(section) if block.language == "console")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_option_of_a_command_is_in_its_part_of_the_reference(name: str) -> None:
    printed = "\n".join(GENERATED[f"command {name}"]())
    for one in load(name).params:
        if one.param_type_name == "option" and one.name not in {"path", "json", "help"}:
            assert one.opts[0] in printed
