"""Pages that have a form keep it: decisions, the guide to lexicons, the glossary."""

import re
from pathlib import Path

import pytest

from tests.docs.markdown import DOCS, ROOT, name_of

DECISIONS = sorted(path for path in (DOCS / "decisions").glob("*.md") if path.name != "README.md")
FORM = ["Context", "Decision", "Alternatives", "Consequences", "Measured"]


@pytest.mark.parametrize("document", DECISIONS, ids=name_of)
def test_a_decision_has_the_one_form(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == FORM
    assert re.search(r"^Accepted.*\d{4}", text, re.MULTILINE)


def test_the_guide_to_lexicons_names_each_of_them() -> None:
    named = re.findall(r"`(\w+\.tsv)`", (DOCS / "how-to" / "add-a-word.md").read_text(encoding="utf-8"))
    assert set(named) == {path.name for path in (ROOT / "src" / "onrecord" / "lexicons").glob("*.tsv")}


def test_each_term_of_the_glossary_has_an_example() -> None:
    entries = (DOCS / "glossary.md").read_text(encoding="utf-8").split("\n\n")
    terms = [entry for entry in entries if entry.startswith("**")]
    assert len(terms) > 50
    for entry in terms:
        assert re.search(r"\*[^*]+\*$", entry.strip()), entry
