"""Organisations that are a person's."""

import pytest

from onrecord.extraction.coreference.owned_organisations import can_be_owned, last_owned, owned_organisation
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

CAMPAIGNS = """
    Ada       NNP   compound  Orlen     PERSON
    Orlen     NNP   nsubj     met       PERSON
    met       VBD   ROOT      -
    Ivo       NNP   compound  Marek     PERSON
    Marek     NNP   dobj      met       PERSON
    .         .     punct     met

    Her       PRP$  poss      campaign
    campaign  NN    nsubj     won
    won       VBD   ROOT      -
    .         .     punct     won

    Sources   NNS   nsubj     saw
    –         :     punct     Sources
    the       DT    det       campaign
    Orlen     NNP   compound  campaign  PERSON
    Senate    NNP   compound  campaign
    campaign  NN    appos     Sources
    saw       VBD   ROOT      -
    quarrels  NNS   dobj      saw
    .         .     punct     saw

    Her       PRP$  poss      office
    office    NN    nsubj     fell
    fell      VBD   ROOT      -
    .         .     punct     fell
"""
NOMINEE = """
    Nominee   NNP   compound  Orlen
    Ada       NNP   compound  Orlen     PERSON
    Orlen     NNP   nsubj     met       PERSON
    met       VBD   ROOT      -
    Ivo       NNP   compound  Marek     PERSON
    Marek     NNP   dobj      met       PERSON
    .         .     punct     met

    His       PRP$  poss      campaign
    campaign  NN    nsubj     won
    won       VBD   ROOT      -
    .         .     punct     won

    Orlen     NNP   nsubj     slept     PERSON
    slept     VBD   ROOT      -
    .         .     punct     slept

    The       DT    det       campaign
    campaign  NN    nsubj     ran
    ran       VBD   ROOT      -
    .         .     punct     ran

    A         DT    det       campaign
    campaign  NN    nsubj     fell
    fell      VBD   ROOT      -
    .         .     punct     fell
"""


def campaign(scene: Scene, nth: int, owner: str) -> Proposal:
    return owned_organisation(scene.discourse, scene.token("campaign", nth), scene.entity(owner))


def known(scene: Scene, nth: int, owner: str) -> DiscourseEntity:
    """Let a scene know the campaign at a place as somebody's."""
    entity = campaign(scene, nth, owner).entities[0]
    scene.discourse.add(entity)
    return entity


def test_by_a_pronoun_it_is_called_after_its_owner() -> None:
    scene = Scene.of(CAMPAIGNS)
    [entity] = campaign(scene, 0, "Ada Orlen").entities
    assert (entity.name, entity.type, entity.owner) == (
        "Ada Orlen's campaign",
        "organisation",
        scene.entity("Ada Orlen"),
    )


def test_it_is_called_as_printed_behind_a_dash_and_an_article() -> None:
    [entity] = campaign(Scene.of(CAMPAIGNS), 1, "Ada Orlen").entities
    assert entity.name == "Orlen Senate campaign"


def test_it_is_one_for_each_owner_with_the_fullest_printed_name() -> None:
    scene = Scene.of(CAMPAIGNS)
    first = known(scene, 0, "Ada Orlen")
    again = campaign(scene, 1, "Ada Orlen")
    assert again.entities == (first,)
    assert again.mention is not None
    assert (again.mention.text, again.name) == ("Orlen Senate campaign", "Orlen Senate campaign")


def test_a_shorter_name_does_not_replace_a_fuller_one() -> None:
    scene = Scene.of(CAMPAIGNS)
    known(scene, 1, "Ada Orlen")
    assert campaign(scene, 0, "Ada Orlen").name is None


def test_it_is_another_of_another_owner_and_of_another_kind() -> None:
    scene = Scene.of(CAMPAIGNS)
    first = known(scene, 0, "Ada Orlen")
    assert campaign(scene, 1, "Ivo Marek").entities != (first,)
    office = owned_organisation(scene.discourse, scene.token("office"), scene.entity("Ada Orlen"))
    assert [entity.name for entity in office.entities] == ["Ada Orlen's office"]


@pytest.mark.parametrize(("word", "owned"), [("campaign", True), ("office", True), ("quarrels", False), ("won", False)])
def test_a_campaign_can_be_somebodys_and_a_quarrel_is_no_organisation(word: str, owned: bool) -> None:
    assert can_be_owned(Scene.of(CAMPAIGNS).token(word)) is owned


def test_the_campaign_is_of_the_nominee_who_has_just_acted() -> None:
    scene = Scene.of(NOMINEE)
    known(scene, 0, "Ivo Marek")
    proposal = last_owned(scene.discourse, scene.token("campaign", 1), 0.5)
    assert proposal is not None
    assert [entity.owner for entity in proposal.entities] == [scene.entity("Ada Orlen")]


def test_the_campaign_is_the_one_mentioned_last_where_who_acted_does_not_run() -> None:
    scene = Scene.of(NOMINEE.replace("Nominee", "Clerk  "))
    his = known(scene, 0, "Ivo Marek")
    proposal = last_owned(scene.discourse, scene.token("campaign", 1), 0.5)
    assert proposal is not None
    assert proposal.entities == (his,)


def test_a_campaign_is_no_known_one() -> None:
    scene = Scene.of(NOMINEE)
    known(scene, 0, "Ivo Marek")
    assert last_owned(scene.discourse, scene.token("campaign", 2), 0.5) is None
