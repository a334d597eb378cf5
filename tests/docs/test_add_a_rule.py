"""The rule that the guide shows is there, word for word."""

import pytest

from tests.docs.markdown import ROOT, blocks

GUIDE = ROOT / "docs" / "how-to" / "add-a-rule.md"
SHOWN = [block.code for block in blocks(GUIDE.read_text(encoding="utf-8")) if block.language == "text"]
PLACES = [ROOT / "src/onrecord/extraction/attribution/vetoes.py", ROOT / "src/onrecord/rules/tables/vetoes.toml"]


@pytest.mark.parametrize("code", SHOWN)
def test_what_is_shown_stands_in_the_source(code: str) -> None:
    assert any(code in place.read_text(encoding="utf-8") for place in PLACES)


def test_function_entry_and_table_are_shown() -> None:
    assert len(SHOWN) == 3
