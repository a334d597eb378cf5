"""Whoever is named or described for the first time."""

import pytest

from onrecord.extraction.coreference.sieves import newcomers
from tests.extraction.coreference.sieves.scene import Scene

NEWS = """
    Velonews  NNP  nsubj  told
    told      VBD  ROOT   -
    a         DT   det    clerk
    clerk     NN   dobj   told
    .         .    punct  told

    lantanews.com  ADD  nsubj  fell
    fell      VBD  ROOT   -
    .         .    punct  fell

    Boys      NNS  nsubj  sank
    sank      VBD  ROOT   -
    .         .    punct  sank

    vela      NNP  nsubj  rose
    rose      VBD  ROOT   -
    .         .    punct  rose
"""


@pytest.mark.parametrize("word", ["Velonews", "lantanews.com"])
def test_a_name_that_the_tagger_passed_over_is_an_organisation(word: str) -> None:
    scene = Scene.of(NEWS)
    proposal = scene.ask(newcomers.name_passed_over, word)
    assert proposal is not None
    [entity] = proposal.entities
    assert (entity.type, entity.name, entity.named) == ("organisation", word, True)


@pytest.mark.parametrize("word", ["clerk", "vela", "Boys"])
def test_what_is_printed_like_a_noun_is_no_name(word: str) -> None:
    assert Scene.of(NEWS).ask(newcomers.name_passed_over, word) is None


def test_who_is_only_described_is_new_and_has_no_name() -> None:
    scene = Scene.of(NEWS)
    proposal = scene.ask(newcomers.newly_described, "clerk")
    assert proposal is not None
    [entity] = proposal.entities
    assert (entity.name, entity.named, entity in scene.discourse.entities) == ("a clerk", False, False)


def test_who_is_described_twice_is_somebody_else_each_time() -> None:
    scene = Scene.of(NEWS)
    first, second = (scene.ask(newcomers.newly_described, "clerk") for _ in range(2))
    assert first is not None and second is not None
    assert first.entities[0] is not second.entities[0]
