"""What the documentation takes from the code is as the code is."""

from pathlib import Path

import pytest

from docs.generate import GENERATED, with_generated

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", GENERATED)
def test_it_is_up_to_date(name: str) -> None:
    document = (DOCS / name).read_text(encoding="utf-8")
    assert with_generated(name, document) == document, "run python -m docs.generate"


def test_a_document_without_a_place_for_it_is_left_alone() -> None:
    with pytest.raises(ValueError, match=r"exports\.md has no place"):
        with_generated("exports.md", "# Exports\n")
