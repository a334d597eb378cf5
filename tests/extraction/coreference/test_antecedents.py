"""Where tokens stand in a document, and who acted before them."""

import pytest

from onrecord.extraction.coreference.antecedents import Layout, just_acted, named_beside, subjects_before
from tests.documents import annotated
from tests.extraction.coreference.sieves.scene import Scene

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
BESIDE = """
    He     PRP  nsubj  said
    said   VBD  ROOT   -
    Orlen  NNP  nsubj  lost   PERSON
    lost   VBD  ccomp  said
    and    CC   cc     said
    Marek  NNP  nsubj  knew   PERSON
    knew   VBD  conj   said
    him    PRP  dobj   knew
    .      .    punct  said
"""
TOGETHER = """
    Orlen  NNP  nsubj  met    PERSON
    and    CC   cc     Orlen
    Marek  NNP  conj   Orlen  PERSON
    met    VBD  ROOT   -
    Auber  NNP  dobj   met    PERSON
    and    CC   cc     Auber
    Volk   NNP  conj   Auber  PERSON
    .      .    punct  met

    They   PRP  nsubj  left
    left   VBD  ROOT   -
    .      .    punct  left

    Orlen  NNP  nsubj  fell   PERSON
    and    CC   cc     Orlen
    boys   NNS  conj   Orlen
    fell   VBD  ROOT   -
    .      .    punct  fell

    them   PRP  dobj   saw
    saw    VBD  ROOT   -
    .      .    punct  saw
"""


@pytest.mark.parametrize(
    ("start", "end", "same"),
    [("Orlen", "slept", True), ("Orlen", "Auber", False), ("Auber", "ran", True), ("ran", "Orlen", True)],
)
def test_a_paragraph_is_the_same_up_to_its_end(start: str, end: str, same: bool) -> None:
    doc = annotated(PARAGRAPHS)
    [first], [last] = ([token.i for token in doc if token.text == word] for word in (start, end))
    assert Layout(doc).same_paragraph(first, last) is same


@pytest.mark.parametrize(
    ("start", "end", "begun"),
    [("left", "Marek", 0), ("left", "slept", 1), ("Marek", "slept", 1), ("left", "ran", 2), ("ran", "left", 0)],
)
def test_sentences_are_counted_from_a_token_to_before_another(start: str, end: str, begun: int) -> None:
    doc = annotated(PARAGRAPHS)
    [first], [last] = ([token.i for token in doc if token.text == word] for word in (start, end))
    assert Layout(doc).sentences_begun(first, last) == begun


def test_whom_somebody_names_stands_beside_and_not_whom_a_further_verb_names() -> None:
    scene = Scene.of(BESIDE)
    assert named_beside(scene.discourse, scene.token("He")) == {scene.entity("Orlen")}
    assert named_beside(scene.discourse, scene.token("him")) == set()


def test_subjects_together_are_all_named() -> None:
    scene = Scene.of(TOGETHER)
    assert [entity.name for entity in subjects_before(scene.discourse, scene.token("They"))] == ["Orlen", "Marek"]
    # Of "Orlen and boys" not all are known: those before them are.
    assert [entity.name for entity in subjects_before(scene.discourse, scene.token("them"))] == ["Orlen", "Marek"]
    assert subjects_before(scene.discourse, scene.token("met")) == (scene.entity("Orlen"), scene.entity("Marek"))
    assert subjects_before(scene.discourse, scene.token("Orlen")) == ()


def test_who_acted_did_so_as_a_subject_one_sentence_before_at_most() -> None:
    scene = Scene.of(PARAGRAPHS)
    orlen, marek = scene.entity("Orlen"), scene.entity("Marek")
    assert just_acted(orlen, scene.token("slept"))
    assert not just_acted(orlen, scene.token("ran"))
    assert just_acted(marek, scene.token("ran"))
    assert not just_acted(marek, scene.token("left"))
