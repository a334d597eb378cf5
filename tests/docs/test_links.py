"""Whatever the documents point to is there: links, anchors, and files named in the prose."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import DOCS, DOCUMENTS, ROOT, anchors, code_spans, links, name_of

# `src/onrecord/errors.py`, `tests/golden`, `docs/reference/*.md`: not what is made while working, nor data beside.
_OF_THE_PROJECT = re.compile(r"(?:src|tests|docs|benchmarks|corpora|training|examples)/[\w./*-]*")
_MADE_WHILE_WORKING = {"training/work"}


def outside_of_the_web(text: str) -> list[str]:
    return [target for target in links(text) if not re.match(r"[a-z]+:", target)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_each_link_resolves(document: Path) -> None:
    for target in outside_of_the_web(document.read_text(encoding="utf-8")):
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        if anchor:
            assert anchor in anchors(file.read_text(encoding="utf-8")), target


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_each_file_that_is_named_is_there(document: Path) -> None:
    for span in code_spans(document.read_text(encoding="utf-8")):
        if _OF_THE_PROJECT.fullmatch(span) and span.rstrip("/") not in _MADE_WHILE_WORKING:
            assert list(ROOT.glob(span.rstrip("/"))), span


def test_each_document_is_reached_from_the_index() -> None:
    found, waiting = set(), [DOCS / "README.md"]
    while waiting:
        document = waiting.pop()
        if document in found or document.suffix != ".md" or not document.is_relative_to(DOCS):
            continue
        found.add(document)
        for target in outside_of_the_web(document.read_text(encoding="utf-8")):
            waiting.append((document.parent / target.partition("#")[0]).resolve())
    assert found >= set(DOCS.rglob("*.md"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Add pages: how?\n", {"add-pages-how"}),
        ("## `add`\n## add\n", {"add", "add-1"}),
        ("```text\n# none\n```\n", set()),
        ("## See [the card](card.md)\n", {"see-the-card"}),
    ],
)
def test_anchors_are_those_of_forges(text: str, expected: set[str]) -> None:
    assert anchors(text) == expected
