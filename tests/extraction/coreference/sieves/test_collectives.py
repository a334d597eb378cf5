"""Pronouns for several, or for a body."""

import pytest

from onrecord.extraction.coreference.antecedents import REACH
from onrecord.extraction.coreference.referents import EPITHET, PRONOUN
from onrecord.extraction.coreference.sieves import collectives
from tests.extraction.coreference.sieves.scene import Scene

MET = """
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  nsubj     met    PERSON
    and     CC   cc        Orlen
    Ivo     NNP  compound  Marek  PERSON
    Marek   NNP  conj      Orlen  PERSON
    met     VBD  ROOT      -
    .       .    punct     met

    They    PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left

    It      PRP  nsubj     broke
    broke   VBD  ROOT      -
    .       .    punct     broke
"""
BODIES = """
    Velo        NNP   compound  Bank      ORG
    Bank        NNP   nsubj     met       ORG
    met         VBD   ROOT      -
    Lanta       NNP   compound  Union     ORG
    Union       NNP   dobj      met       ORG
    .           .     punct     met

    It          PRP   nsubj     fell
    fell        VBD   ROOT      -
    .           .     punct     fell

    They        PRP   nsubj     rose
    rose        VBD   ROOT      -
    .           .     punct     rose

    Velonians   NNPS  nsubj     waited    NORP
    waited      VBD   ROOT      -
    .           .     punct     waited

    them        PRP   nsubj     slept
    slept       VBD   ROOT      -
    .           .     punct     slept

    its         PRP   nsubj     shone
    shone       VBD   ROOT      -
    .           .     punct     shone
"""
OTHERS = """
    Velo    NNP  compound  Bank    ORG
    Bank    NNP  nsubj     met     ORG
    met     VBD  ROOT      -
    .       .    punct     met

    Voters  NNS  nsubj     waited
    waited  VBD  ROOT      -
    as      IN   mark      slept
    they    PRP  nsubj     slept
    slept   VBD  advcl     waited
    .       .    punct     waited
"""


def test_they_are_who_acted_together_since_anybody_spoke() -> None:
    scene = Scene.of(MET)
    assert scene.names(collectives.acted_together_since, "They") == ["Ada Orlen", "Ivo Marek"]
    scene.last = (scene.token("met").i, (scene.entity("Ada Orlen"),))
    assert scene.names(collectives.acted_together_since, "They") is None


def test_who_acted_together_before_somebody_spoke_is_less_sure() -> None:
    scene = Scene.of(MET)
    scene.last = (scene.token("met").i, (scene.entity("Ada Orlen"),))
    proposal = scene.ask(collectives.acted_together, "They")
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (["Ada Orlen", "Ivo Marek"], EPITHET)


def test_it_is_nobody_who_acted_together() -> None:
    scene = Scene.of(MET)
    assert scene.names(collectives.acted_together_since, "It") is None
    assert scene.names(collectives.acted_together, "It") is None


def test_one_who_acted_alone_did_not_act_together() -> None:
    scene = Scene.of(BODIES)
    assert scene.names(collectives.acted_together_since, "They") is None
    assert scene.names(collectives.acted_together, "They") is None


@pytest.mark.parametrize("word", ["It", "They"])
def test_a_body_that_spoke_last_is_it_and_they(word: str) -> None:
    scene = Scene.of(BODIES)
    scene.last = (0, (scene.entity("Lanta Union"),))
    proposal = scene.ask(collectives.spoke_last, word)
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (["Lanta Union"], PRONOUN)


def test_a_group_that_spoke_last_is_they_and_not_it() -> None:
    scene = Scene.of(BODIES)
    scene.last = (scene.token("Velonians").i, (scene.entity("Velonians"),))
    assert scene.names(collectives.spoke_last, "them") == ["Velonians"]
    assert scene.names(collectives.spoke_last, "its") is None


def test_persons_who_spoke_last_are_they_if_they_are_several() -> None:
    scene = Scene.of(MET)
    scene.last = (0, (scene.entity("Ada Orlen"),))
    assert scene.names(collectives.spoke_last, "They") is None
    scene.last = (0, (scene.entity("Ada Orlen"), scene.entity("Ivo Marek")))
    assert scene.names(collectives.spoke_last, "They") == ["Ada Orlen", "Ivo Marek"]
    assert scene.names(collectives.spoke_last, "It") is None


def test_who_spoke_far_before_did_not_speak_last() -> None:
    scene = Scene.of(BODIES)
    it = scene.token("It").i
    scene.last = (it - REACH, (scene.entity("Velo Bank"),))
    assert scene.names(collectives.spoke_last, "It") is None
    scene.last = (it - REACH + 1, (scene.entity("Velo Bank"),))
    assert scene.names(collectives.spoke_last, "It") == ["Velo Bank"]


def test_it_is_the_body_that_acted_and_not_the_one_that_was_acted_upon() -> None:
    assert Scene.of(BODIES).names(collectives.acting_body, "It") == ["Velo Bank"]


def test_they_are_the_group_that_acted_and_no_body() -> None:
    scene = Scene.of(BODIES)
    assert scene.names(collectives.acting_body, "They") is None
    assert scene.names(collectives.acting_body, "them") == ["Velonians"]


def test_it_is_no_person_that_acted_and_no_body_that_was_acted_upon() -> None:
    assert Scene.of(MET).names(collectives.acting_body, "It") is None
    upon = BODIES.replace("Velo        NNP   compound  Bank      ORG", "the         DT    det       Bank     ")
    upon = upon.replace("Bank        NNP   nsubj     met       ORG", "Bank        NNP   nsubj     met      ")
    assert Scene.of(upon).names(collectives.acting_body, "It") is None


def test_they_may_be_the_organisation_that_just_acted_and_it_is_not_asked_for() -> None:
    scene = Scene.of(BODIES)
    assert scene.names(collectives.organisation_that_just_acted, "They") == ["Velo Bank"]
    assert scene.names(collectives.organisation_that_just_acted, "It") is None


@pytest.mark.parametrize(("columns", "word"), [(OTHERS, "they"), (MET, "They")])
def test_they_are_nobody_where_others_acted_since_or_no_organisation_did(columns: str, word: str) -> None:
    assert Scene.of(columns).names(collectives.organisation_that_just_acted, word) == []
