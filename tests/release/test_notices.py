"""THIRD-PARTY.md names all that came from others, with its licence."""

import re
from email.message import Message
from importlib import metadata
from importlib.resources import files
from pathlib import Path

import pytest

import onrecord
from release import notices

ROOT = Path(__file__).parents[2]
TEXT = notices.FILE.read_text(encoding="utf-8")
PACKAGE = Path(str(files(onrecord)))


def test_the_table_of_libraries_is_that_of_what_is_installed() -> None:
    assert notices.written(TEXT) == TEXT, "run python -m release notices"


def _source(lexicon: Path) -> str:
    lines = lexicon.read_text(encoding="utf-8").splitlines()
    header = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
    return header.partition("Source:")[2]


@pytest.mark.parametrize("lexicon", sorted((PACKAGE / "lexicons").glob("*.tsv")), ids=lambda path: path.name)
def test_each_lexicon_made_from_others_work_is_named(lexicon: Path) -> None:
    source = _source(lexicon)
    assert source, "the first lines of a lexicon tell its source"
    own = source.lstrip().startswith("own compilation")
    assert own or f"`lexicons/{lexicon.name}`" in TEXT


@pytest.mark.parametrize(
    "model",
    sorted(path for path in (PACKAGE / "models").glob("*/*") if path.name != "card.json" and path.suffix != ".pyc"),
    ids=lambda path: path.name,
)
def test_each_file_of_a_model_is_named(model: Path) -> None:
    assert f"{model.name}`" in TEXT


def test_each_licence_that_is_named_is_there_and_each_that_is_there_is_named() -> None:
    named = set(re.findall(r"\]\((licenses/[^)]+)\)", TEXT))
    assert named == {path.relative_to(ROOT).as_posix() for path in (ROOT / "licenses").iterdir()}


def test_wordnets_licence_is_whole() -> None:
    text = (ROOT / "licenses" / "WordNet-3.0.txt").read_text(encoding="utf-8")
    assert text.startswith("This software and database is being provided to you, the LICENSEE, by")
    assert "WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved." in text
    assert text.rstrip().endswith("Princeton University and LICENSEE agrees to preserve same.")


def test_a_licence_is_the_expression_else_the_name_else_the_classifier() -> None:
    def told(**fields: str) -> metadata.PackageMetadata:
        message = Message()
        for name, value in fields.items():
            message[name.replace("_", "-")] = value
        return message  # type: ignore[return-value]

    classifier = "License :: OSI Approved :: BSD License"
    assert notices.licence(told(License_Expression="MIT", License="X", Classifier=classifier)) == "MIT"
    assert notices.licence(told(License="BSD", Classifier=classifier)) == "BSD"
    assert notices.licence(told(License="Copyright\nAll rights", Classifier=classifier)) == "BSD License"
    assert notices.licence(told(License="x" * 61)) == "not stated"
