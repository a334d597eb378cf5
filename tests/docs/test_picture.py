"""The picture of the README shows what the program prints."""

import re
from pathlib import Path

import pytest

from docs.picture import PICTURE, drawn, recording
from tests.docs.markdown import ROOT


@pytest.mark.model
def test_the_picture_is_up_to_date(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    assert PICTURE.read_text(encoding="utf-8") == drawn(recording(tmp_path)), "run python -m docs.picture"


def test_the_picture_fetches_nothing() -> None:
    addresses = set(re.findall(r"https?://[^\s\"]+", PICTURE.read_text(encoding="utf-8")))
    assert addresses == {"http://www.w3.org/2000/svg", "https://www.textualize.io"}


def test_colours_and_words_are_drawn() -> None:
    drawing = drawn("$ onrecord\n\x1b[35mthe sheds were full\x1b[0m, she said\n")
    assert "the&#160;sheds&#160;were&#160;full" in drawing
    assert "#872399".casefold() in drawing or "#87239b" in drawing
