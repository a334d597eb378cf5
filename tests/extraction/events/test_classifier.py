"""The event model that ships is the one described, and types what the words leave open."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from onrecord.extraction import Reader
from onrecord.extraction.events.classifier import FOLDER
from tests.conftest import MakeArticle
from tests.extraction.events.test_coding import BETWEEN_TWO, OF_ONE, told

DOCS = Path(__file__).parents[3] / "docs"


def test_the_event_model_is_the_one_described() -> None:
    digest = hashlib.sha256((FOLDER / "model.onnx").read_bytes()).hexdigest()
    assert json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["sha256"]["model.onnx"] == digest
    described = (DOCS / "events.md").read_text(encoding="utf-8")
    assert re.findall(r"`model\.onnx`, [\d.]+ MB, sha256 `(\w+)`", described) == [digest]


@pytest.mark.parametrize(("text", "expected"), BETWEEN_TWO)
def test_the_model_types_what_is_between_two(
    reader: Reader, make_article: MakeArticle, text: str, expected: tuple[str, list[str], list[str], str]
) -> None:
    [article] = reader.read([make_article(text)])
    assert expected in [told(one) for one in article.events]


@pytest.mark.parametrize(("text", "expected"), OF_ONE)
def test_the_model_types_what_is_of_one(
    reader: Reader, make_article: MakeArticle, text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    [article] = reader.read([make_article(text)])
    assert [told(one) for one in article.events] == [(*expected, "happened")]
