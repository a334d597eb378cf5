"""The model that ships: that it is the one described, that it loads fast, and what it says is always the same."""

import hashlib
import json
import re
import time
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.reading import Reader
from onrecord.reading.attribution.model import FOLDER, Model
from onrecord.reading.events.typist import FOLDER as EVENTS
from tests.conftest import MakeArticle

CARD = Path(__file__).parents[2] / "docs" / "model-card.md"
TEXT = (
    "Harbour minister Mara Voss said on Monday that the ferries of Sarn would sail again within a week.",
    "“We have counted every rope,” Voss told reporters. “Nothing is missing,” she added.",
    "The opposition accused Voss of hiding a report. Ivo Marek, the union's chairman, denied that a strike was near.",
)
SAID = [
    ("Harbour minister Mara Voss", "said", ["that the ferries of Sarn would sail again within a week"]),
    ("Voss", "told", ["“We have counted every rope,”"]),
    ("she", "added", ["“Nothing is missing,”"]),
    ("The opposition", "accused", ["Voss of hiding a report"]),
    ("Ivo Marek, the union's chairman", "denied", ["that a strike was near"]),
]


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_the_file_is_the_one_the_card_describes(name: str) -> None:
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    assert json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["sha256"][name] == digest
    if name == "model.onnx":
        assert re.findall(r"model\.onnx`, [\d.]+ MB, sha256 `(\w+)`", CARD.read_text(encoding="utf-8")) == [digest]


def test_it_loads_in_under_a_second() -> None:
    started = time.process_time()
    Model()
    assert time.process_time() - started < 1


def test_nothing_is_loaded_but_what_ships() -> None:
    assert {file.name for file in FOLDER.iterdir()} == {"card.json", "model.onnx", "tokenizer.json"}
    assert files("onrecord.models") / "attribution" == FOLDER


def test_the_event_model_is_the_one_described() -> None:
    digest = hashlib.sha256((EVENTS / "model.onnx").read_bytes()).hexdigest()
    assert json.loads((EVENTS / "card.json").read_text(encoding="utf-8"))["sha256"]["model.onnx"] == digest
    described = (CARD.parent / "events.md").read_text(encoding="utf-8")
    assert re.findall(r"`model\.onnx`, [\d.]+ MB, sha256 `(\w+)`", described) == [digest]


def test_the_same_text_gives_the_same_spans(reader: Reader, make_article: MakeArticle) -> None:
    [article] = reader.read([make_article(*TEXT)])
    found = [
        (s.source.text if s.source else None, s.cue.text if s.cue else None, [span.text for span in s.content])
        for s in article.statements
    ]
    assert found == SAID


def test_the_neighbours_of_a_page_change_nothing(reader: Reader, make_article: MakeArticle) -> None:
    other = make_article("A spokesman said the tide was late. " * 20)
    [alone] = reader.read([make_article(*TEXT)])
    _, among, _ = reader.read([other, make_article(*TEXT), other])
    assert among.statements == alone.statements
