"""Lists of words: each is asked for by what it is listed for, and long ones stand in no code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from onrecord import lexicons
from onrecord.extraction.events.context_words import Context

FOLDER = Path(lexicons.__file__).parent
PACKAGE = FOLDER.parent
READING = sorted((PACKAGE / "extraction").rglob("*.py"))
CODE = [*READING, *sorted((PACKAGE / "pages").rglob("*.py"))]
ASKED = re.compile(r'lexicons\.words\(\s*"(\w+\.tsv)",\s*"([\w ]+)"')
CONTEXTS = sorted(path.name for path in FOLDER.glob("*_contexts.tsv"))
# So many words on more than a line are a lexicon.
LONG = 8


def test_words_are_those_listed_for_what_is_asked() -> None:
    planning = lexicons.words("event_contexts.tsv", "planning")
    assert "vow" in planning
    assert "avert" not in planning


def asked(name: str) -> set[str]:
    """Return what the code asks the lexicon `name` for."""
    named = [found for path in CODE for found in ASKED.findall(path.read_text(encoding="utf-8"))]
    events = get_args(Context.__value__) if name == "event_contexts.tsv" else ()
    return {what for lexicon, what in named if lexicon == name} | set(events)


@pytest.mark.parametrize("name", CONTEXTS)
def test_all_that_words_are_listed_for_is_asked_and_explained_in_the_first_lines(name: str) -> None:
    listed = {what for _, what in lexicons.rows(name)}
    assert asked(name) == listed
    head = " ".join(line.removeprefix("# ") for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()[:10])
    assert [what for what in sorted(listed) if not re.search(rf"\b{what}\b", head)] == []


@pytest.mark.parametrize("name", CONTEXTS)
def test_no_word_is_listed_twice_for_the_same(name: str) -> None:
    rows = lexicons.rows(name)
    assert len(set(rows)) == len(rows)


def long_sets(code: str) -> Iterator[set[str]]:
    """Yield the sets of words in `code` that take more than a line."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Set) and node.end_lineno != node.lineno:
            words = {part.value for part in node.elts if isinstance(part, ast.Constant) and isinstance(part.value, str)}
            if len(words) >= LONG and all(word.islower() for word in words):
                yield words


def test_a_long_set_of_words_is_found_in_code() -> None:
    words = [f"noun{letter}" for letter in "abcdefgh"]
    long = ",\n".join(f'"{word}"' for word in words)
    assert list(long_sets(f"_NOUNS = {{\n{long}\n}}")) == [set(words)]
    assert list(long_sets('_NOUNS = {"boat", "ship"}')) == []


@pytest.mark.parametrize("path", READING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_set_of_words_in_code_is_longer_than_a_line(path: Path) -> None:
    assert list(long_sets(path.read_text(encoding="utf-8"))) == [], "words belong in a lexicon: see add-a-word.md"
