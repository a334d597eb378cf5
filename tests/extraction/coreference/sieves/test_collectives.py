"""Pronouns for several, or for a body."""

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


def test_they_are_who_did_something_together_and_it_is_not() -> None:
    scene = Scene.of(MET)
    assert scene.names(collectives.likeliest_body, "They") == ["Ada Orlen", "Ivo Marek"]
    assert scene.names(collectives.likeliest_body, "It") is None


def test_it_is_a_body_that_spoke_last() -> None:
    scene = Scene.of(BODIES)
    place, bank = scene.token("Bank").i, (scene.entity("Velo Bank"),)
    scene.last, scene.spoken, scene.sources = (place, bank), ([place], {place: bank}), {scene.token("It").i}
    proposal = scene.ask(collectives.likeliest_body, "It")
    assert proposal is not None
    assert [entity.name for entity in proposal.entities] == ["Velo Bank"]
    assert proposal.sureness is not None
    assert 0 < proposal.sureness < 1


def test_it_is_no_person_though_they_spoke_last() -> None:
    scene = Scene.of(MET)
    scene.last = (0, (scene.entity("Ada Orlen"),))
    assert scene.names(collectives.likeliest_body, "It") is None


def test_several_who_spoke_last_are_they_together() -> None:
    scene = Scene.of(MET)
    both = (scene.entity("Ada Orlen"), scene.entity("Ivo Marek"))
    scene.last = (scene.token("Marek").i, both)
    scene.sources = {scene.token("They").i}
    scene.spoken = ([scene.token("Marek").i], {scene.token("Marek").i: both})
    assert scene.names(collectives.likeliest_body, "They") == ["Ada Orlen", "Ivo Marek"]
