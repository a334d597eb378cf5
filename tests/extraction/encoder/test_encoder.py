"""The encoder that ships: that it is the one described, that it loads fast, and what it says is always the same."""

import gc
import hashlib
import json
import re
import time
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc

from onrecord.extraction import Document, Reader, find_quotations
from onrecord.extraction.encoder import Encoder
from onrecord.extraction.encoder.encoder import FOLDER
from onrecord.extraction.encoder.morphology import _FOLDER as MORPHOLOGY
from tests.conftest import MakeArticle

CARD = Path(__file__).parents[3] / "docs" / "evaluation" / "model-card.md"
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


@pytest.mark.parametrize("folder", [FOLDER, MORPHOLOGY], ids=["encoder", "morphology"])
def test_the_files_are_those_of_the_card(folder: Path) -> None:
    checksums = json.loads((folder / "card.json").read_text(encoding="utf-8"))["sha256"]
    assert checksums.keys() == {file.name for file in folder.iterdir()} - {"card.json"}
    for name, checksum in checksums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == checksum, name


def test_the_card_for_people_describes_the_files() -> None:
    checksums = json.loads((FOLDER / "card.json").read_text(encoding="utf-8"))["sha256"]
    described = dict(re.findall(r"encoder/(\w+\.onnx)` \| [\d.]+ MB, sha256 `(\w+)`", CARD.read_text(encoding="utf-8")))
    assert described == {name: checksum for name, checksum in checksums.items() if name.endswith(".onnx")}


@pytest.mark.model
def test_it_loads_in_under_a_second() -> None:
    started = time.process_time()
    Encoder()
    assert time.process_time() - started < 1


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


def test_tags_trees_and_names_are_those_of_english(encoder: Encoder, make_article: MakeArticle) -> None:
    doc = Document(make_article("Mara Voss of France did not open the new quay.")).tokenize(encoder.language)
    encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
    told = [(token.text, token.tag_, token.dep_, token.head.text) for token in doc]
    assert told == [
        ("Mara", "NNP", "compound", "Voss"),
        ("Voss", "NNP", "nsubj", "open"),
        ("of", "IN", "prep", "Voss"),
        ("France", "NNP", "pobj", "of"),
        ("did", "VBD", "aux", "open"),
        ("not", "RB", "neg", "open"),
        ("open", "VB", "ROOT", "open"),
        ("the", "DT", "det", "quay"),
        ("new", "JJ", "amod", "quay"),
        ("quay", "NN", "dobj", "open"),
        (".", ".", "punct", "open"),
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Mara Voss", "PERSON"), ("France", "GPE")]


def invented(number: int) -> str:
    """Return a name that no other number has."""
    return "M" + "".join("aeioubdfgk"[int(digit)] for digit in f"{number:05}")


def test_words_are_forgotten_once_there_are_many(
    monkeypatch: pytest.MonkeyPatch, encoder: Encoder, make_article: MakeArticle
) -> None:
    most, words, articles = 3_000, 100, 24
    monkeypatch.setattr("onrecord.extraction.encoder.encoder._MOST_STRINGS", most)
    begun = weakref.ref(encoder.language)
    texts = [" ".join(f"{invented(words * i + j)} left." for j in range(words)) for i in range(articles)]
    read = list(Reader(encoder).read(map(make_article, texts)))
    assert all(article.entities for article in read)
    # Two or more strings for each word: as printed, in lower case.
    assert len(encoder.language.vocab.strings) < most < 2 * words * articles
    gc.collect()
    assert begun() is None


def test_documents_keep_the_words_that_they_were_made_with(
    monkeypatch: pytest.MonkeyPatch, encoder: Encoder, make_article: MakeArticle
) -> None:
    monkeypatch.setattr("onrecord.extraction.encoder.encoder._MOST_STRINGS", 0)
    made = [Document(make_article(text)).tokenize(encoder.language) for text in ("He left Orlen.", "They shook.")]
    for doc in reversed(made):
        encoder.annotate(doc, encoder.encode(encoder.split(doc, [])))
    assert made[0].vocab is not made[1].vocab
    assert [token.lemma_ for doc in made for token in doc] == ["he", "leave", "Orlen", ".", "they", "shake", "."]


@Language.factory("words_alone")
def words_alone(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make a parser that takes every word for a sentence of its own."""

    def parse(doc: Doc) -> Doc:
        for token in doc:
            token.is_sent_start = True
        for token in doc:
            token.dep_, token.tag_, token.pos_, token.lemma_ = "ROOT", "NN", "NOUN", token.text
        return doc

    return parse


def test_another_pipeline_tells_trees_in_its_place(encoder: Encoder, make_article: MakeArticle) -> None:
    pipeline = English(meta={"name": "words_alone"})
    pipeline.add_pipe("words_alone")
    alone, beside = Reader(encoder), Reader(encoder, pipeline)
    assert alone.version != beside.version
    text = "The mayor had attacked his wife, Nora Varga, in spring. She said it was over."
    [one] = alone.read([make_article(text)])
    [other] = beside.read([make_article(text)])
    assert one.statements
    assert one.statements != other.statements
