"""The event model that ships is the one described, and types what the words leave open."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from onrecord.extraction import Reader
from onrecord.extraction.encoder import FOLDER as ENCODER
from onrecord.extraction.events.classifier import FOLDER, LONGEST, MARKS, likeliest, mark_pieces
from onrecord.models import FIRST, LAST
from tests.conftest import MakeArticle
from tests.extraction.events.test_coding import BETWEEN_TWO, OF_ONE, told

EVALUATION = Path(__file__).parents[3] / "docs" / "evaluation"


def test_the_event_model_is_the_one_described() -> None:
    digest = hashlib.sha256((FOLDER / "model.onnx").read_bytes()).hexdigest()
    assert json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["sha256"]["model.onnx"] == digest
    described = (EVALUATION / "events.md").read_text(encoding="utf-8")
    assert re.findall(r"`model\.onnx`, [\d.]+ MB, sha256 `(\w+)`", described) == [digest]


@pytest.mark.parametrize(
    ("types", "least", "expected"),
    [
        ({"AID", "ASSAULT"}, 0.02, ("ASSAULT", pytest.approx(0.75))),
        ({"AID"}, 0.02, ("AID", pytest.approx(1))),
        ({"COERCE"}, 0.02, ("COERCE", 0)),
        ({"COERCE"}, 0, ("COERCE", pytest.approx(1))),
    ],
)
def test_the_likeliest_of_the_types_that_can_be_is_said(
    types: set[str], least: float, expected: tuple[str, float]
) -> None:
    assert likeliest({"AID": 0.2, "ASSAULT": 0.6, "COERCE": 0.01}, types, least=least) == expected


def test_actor_and_recipient_are_marked_by_pieces_of_their_own() -> None:
    tokenizer = Tokenizer.from_str((ENCODER / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    pieces = mark_pieces(["<s>", "Peru", "</s>", " bombed ", "<t>", "Chile", "</t>", "."], tokenizer)
    assert (pieces[0], pieces[-1]) == (FIRST, LAST)
    assert [number for number in pieces if number in MARKS.values()] == [1, 2, 3, 4]
    assert len(mark_pieces(["rain " * 300], tokenizer)) == LONGEST


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
