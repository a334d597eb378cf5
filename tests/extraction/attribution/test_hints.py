"""What the rules tell the network of each word."""

from dataclasses import replace

from onrecord.extraction.attribution import Attribution, hint_features
from onrecord.extraction.ranges import CharRange
from tests.documents import annotated

RAINED = """
    Voss    NNP  nsubj  said    PERSON
    said    VBD  ROOT   -
    it      PRP  nsubj  rained
    rained  VBD  ccomp  said
    .       .    punct  said
"""
SAID = Attribution(CharRange(0, 4), CharRange(5, 9), (CharRange(10, 19),), "speech", "assert", 0.9)


def test_source_cue_and_content_are_told_apart() -> None:
    assert hint_features(annotated(RAINED), [SAID]).tolist() == [3, 4, 2, 2, 0]


def test_a_doubtful_relation_is_told_as_one() -> None:
    assert hint_features(annotated(RAINED), [replace(SAID, confidence=0.5)]).tolist() == [3, 4, 1, 1, 0]


def test_the_surer_of_two_relations_is_told() -> None:
    doubtful = replace(SAID, source=None, cue=None, content=(CharRange(0, 19),), confidence=0.3)
    assert hint_features(annotated(RAINED), [SAID, doubtful]).tolist() == [3, 4, 2, 2, 0]


def test_what_a_quotation_goes_on_from_is_not_told_again() -> None:
    assert hint_features(annotated(RAINED), [replace(SAID, inherited=True)]).tolist() == [0, 0, 2, 2, 0]


def test_what_begins_or_ends_within_a_word_has_all_of_it() -> None:
    assert hint_features(annotated(RAINED), [replace(SAID, content=(CharRange(11, 15),))]).tolist() == [3, 4, 2, 2, 0]
