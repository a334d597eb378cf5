"""What the syntax of its sentence tells of whom a word stands for."""

from onrecord.extraction.coreference.antecedents import governs, named_beside, subjects_before
from tests.extraction.coreference.sieves.scene import Scene

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


def test_a_subject_governs_what_hangs_from_its_verb_and_no_other_does() -> None:
    scene = Scene.of(BESIDE)
    assert governs(scene.token("Marek"), scene.token("him"))
    assert not governs(scene.token("Orlen"), scene.token("him"))
