"""Where tokens and mentions stand in a document."""

import pytest

from onrecord.extraction.coreference.layout import Layout
from tests.documents import annotated

PARAGRAPHS = """
    Orlen  NNP  nsubj  left   PERSON
    left   VBD  ROOT   -
    .      .    punct  left

    Marek  NNP  nsubj  slept  PERSON
    slept  VBD  ROOT   -
    .      .    punct  slept

    # paragraph
    Auber  NNP  nsubj  ran    PERSON
    ran    VBD  ROOT   -
    .      .    punct  ran
"""
TWO_PRONOUNS = """
    He      PRP  nsubj  saw
    saw     VBD  ROOT   -
    them    PRP  dobj   saw
    .       .    punct  saw

    I       PRP  nsubj  slept
    slept   VBD  ROOT   -
"""


@pytest.mark.parametrize(
    ("start", "end", "begun"),
    [("Orlen", "slept", 0), ("Orlen", "Auber", 1), ("Auber", "ran", 0), ("ran", "Orlen", 0)],
)
def test_paragraphs_are_counted_from_a_token_to_before_another(start: str, end: str, begun: int) -> None:
    doc = annotated(PARAGRAPHS)
    [first], [last] = ([token.i for token in doc if token.text == word] for word in (start, end))
    assert Layout(doc).paragraphs_begun(first, last) == begun


@pytest.mark.parametrize(
    ("start", "end", "begun"),
    [("left", "Marek", 0), ("left", "slept", 1), ("Marek", "slept", 1), ("left", "ran", 2), ("ran", "left", 0)],
)
def test_sentences_are_counted_from_a_token_to_before_another(start: str, end: str, begun: int) -> None:
    doc = annotated(PARAGRAPHS)
    [first], [last] = ([token.i for token in doc if token.text == word] for word in (start, end))
    assert Layout(doc).sentences_begun(first, last) == begun


def test_pronouns_of_the_third_person_are_found_from_a_token_to_before_another() -> None:
    layout = Layout(annotated(TWO_PRONOUNS))
    assert list(layout.pronouns_between(0, 6)) == [0, 2]
    assert list(layout.pronouns_between(1, 2)) == []
