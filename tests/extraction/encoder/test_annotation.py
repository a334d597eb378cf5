"""Annotated documents: tags, lemmas, trees and names of what the encoder says, and tokens that it has not read."""

import json

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from onrecord.extraction import Document
from onrecord.extraction.encoder import Encoder, is_word
from onrecord.extraction.encoder.annotation import Annotator
from onrecord.extraction.encoder.morphology import _EXPLETIVE, _FOLDER, _PAIRED, Morphology
from tests.conftest import MakeArticle, Parse

TAGS = ["NN", "NNP", "VBD", "VBZ", "EX", "TO", "."]
DEPENDENCIES = ["ROOT", "compound", "dep", "dobj", "expl", "nsubj", "punct"]
NAMES = ["O", "B-PERSON", "I-PERSON"]


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(English().vocab, TAGS, DEPENDENCIES, NAMES)


def annotate(annotator: Annotator, words: str, *, read: list[int], tags: str, heads: list[int], names: str) -> Doc:
    """Annotate `words`, of which the tokens `read` were read, with a tag, the head among the words and a name each."""
    doc = Doc(annotator.vocab, words=words.split(" "))
    labels = ["ROOT" if head == word else "nsubj" for word, head in enumerate(heads)]
    annotator.annotate(
        doc,
        np.array(read, dtype=np.int64),
        np.array([TAGS.index(tag) for tag in tags.split()], dtype=np.int64),
        np.array(heads, dtype=np.int64),
        np.array([DEPENDENCIES.index(label) for label in labels], dtype=np.int64),
        np.array([NAMES.index(name) for name in names.split()], dtype=np.int64),
    )
    return doc


def test_words_have_their_labels_and_lemmas(annotator: Annotator) -> None:
    doc = annotate(
        annotator, "Mara Voss left", read=[0, 1, 2], tags="NNP NNP VBD", heads=[1, 2, 2], names="B-PERSON I-PERSON O"
    )
    assert [(token.tag_, token.pos_, token.lemma_, token.head.i) for token in doc] == [
        ("NNP", "PROPN", "Mara", 1),
        ("NNP", "PROPN", "Voss", 2),
        ("VBD", "VERB", "leave", 2),
    ]
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Mara Voss", "PERSON")]


def test_what_was_not_read_hangs_on_the_word_before_it(annotator: Annotator) -> None:
    doc = annotate(annotator, "\n Mara \n left", read=[1, 3], tags="NNP VBD", heads=[1, 1], names="B-PERSON O")
    assert [token.head.i for token in doc] == [1, 3, 1, 3]
    assert [token.tag_ for token in doc] == ["_SP", "NNP", "_SP", "VBD"]
    assert len(list(doc.sents)) == 1


def test_a_name_goes_on_over_what_was_not_read(annotator: Annotator) -> None:
    doc = annotate(
        annotator, "Mara \n Voss left", read=[0, 2, 3], tags="NNP NNP VBD", heads=[1, 2, 2], names="B-PERSON I-PERSON O"
    )
    assert [(ent.start, ent.end) for ent in doc.ents] == [(0, 3)]


def test_a_name_goes_on_over_several_that_were_not_read(annotator: Annotator) -> None:
    doc = annotate(
        annotator,
        "Mara \n \t \n Voss left",
        read=[0, 4, 5],
        tags="NNP NNP VBD",
        heads=[1, 2, 2],
        names="B-PERSON I-PERSON O",
    )
    assert [(ent.start, ent.end) for ent in doc.ents] == [(0, 5)]


def test_every_word_that_a_rule_judges_together_with_the_next_is_known() -> None:
    rules = json.loads((_FOLDER / "attribute_rules.json").read_text(encoding="utf-8"))
    first = [pattern[0] for rule in rules for pattern in rule["patterns"] if len(pattern) > 1]
    plain = {token["LOWER"] for token in first if isinstance(token.get("LOWER"), str)}
    assert plain
    assert plain <= set(_PAIRED)
    assert {token["DEP"] for token in first if "LOWER" not in token} == {_EXPLETIVE}


def test_words_asked_about_together_are_no_neighbours() -> None:
    """What was asked before changes nothing: "was" is no full verb for an expletive that stands elsewhere."""

    def part_of_speech(*texts: str) -> int:
        vocab = English().vocab
        morphology = Morphology(vocab, ["EX", "RB", "VBZ", "VBD"], ["expl", "ROOT", "ccomp"])
        for number, text in enumerate(texts):
            doc = Doc(vocab, words=text.split())
            labels = {"there": (number, 0), "is": (2, 1), "was": (3, 2)}
            tags, relations = zip(*(labels[word] for word in text.split()), strict=True)
            found = morphology.of(doc, np.array(tags), np.array(relations))[0]
        return int(found[-1])

    assert part_of_speech("there is", "there is was") == part_of_speech("was")


def test_a_document_of_nothing_but_space_is_no_trouble(annotator: Annotator) -> None:
    for words in ("\n", "\n \t"):
        doc = annotate(annotator, words, read=[], tags="", heads=[], names="")
        assert {token.tag_ for token in doc} <= {"_SP"}


def test_rules_of_two_words_are_kept(parse: Parse) -> None:
    doc = parse("There is a quay. We are gonna build it. Let's go.")
    lemmas = {token.text: token.lemma_ for token in doc}
    assert (lemmas["gon"], lemmas["na"], lemmas["'s"]) == ("go", "to", "us")
    assert next(token.pos_ for token in doc if token.text == "is") == "VERB"


def test_the_same_word_by_another_tag_has_another_lemma(parse: Parse) -> None:
    doc = parse("She saw the saw. He left on the left.")
    assert [token.lemma_ for token in doc if token.text in {"saw", "left"}] == ["see", "saw", "leave", "left"]


@pytest.mark.parametrize("word", ["harbour", "harbours", "said", "the", "went", "quickly", "ministries"])
def test_words_of_the_dictionary_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("name", ["orlen", "marek", "brenning", "voss's"])
def test_names_are_no_words(name: str) -> None:
    assert not is_word(name)


def test_a_page_without_a_letter_is_read(encoder: Encoder, make_article: MakeArticle) -> None:
    doc = Document(make_article("***", "\u200b\u200b", "1 2 3")).tokenize(encoder.language)
    encoder.annotate(doc, encoder.encode(encoder.split(doc, [])))
    assert [token.tag_ for token in doc if token.text.isdigit()] == ["CD"] * 3
