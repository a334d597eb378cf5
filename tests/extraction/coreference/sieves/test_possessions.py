"""What is somebody's."""

import pytest

from onrecord.extraction.coreference.referents import SURE, Referents
from onrecord.extraction.coreference.sieves import possessions
from onrecord.extraction.coreference.weight_tables import worth
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

CAMPAIGNS = """
    Ivo       NNP   compound  Marek     PERSON
    Marek     NNP   nsubj     met       PERSON
    met       VBD   ROOT      -
    Ada       NNP   compound  Orlen     PERSON
    Orlen     NNP   dobj      met       PERSON
    .         .     punct     met

    His       PRP$  poss      campaign
    campaign  NN    nsubj     won
    won       VBD   ROOT      -
    .         .     punct     won

    The       DT    det       campaign
    Orlen     NNP   compound  campaign  PERSON
    campaign  NN    nsubj     lost
    lost      VBD   ROOT      -
    .         .     punct     lost

    His       PRP$  poss      book
    book      NN    nsubj     sold
    sold      VBD   ROOT      -
    .         .     punct     sold

    The       DT    det       campaign
    campaign  NN    nsubj     slept
    slept     VBD   ROOT      -
    .         .     punct     slept

    The       DT    det       campaign
    new       JJ    amod      campaign
    campaign  NN    nsubj     began
    began     VBD   ROOT      -
    .         .     punct     began
"""
PROJECTS = """
    The       DT   det       projects
    Orlen     NNP  compound  projects  PERSON
    campaign  NN   compound  projects
    projects  NNS  ROOT      -
    losses    NNS  dobj      projects
    .         .    punct     projects

    Orlen     NNP  compound  foe       PERSON
    foe       NN   nsubj     slept
    slept     VBD  ROOT      -
    .         .    punct     slept
"""
KINDS = """
    The       DT   det       campaign
    Velo      NNP  compound  campaign  GPE
    campaign  NN   nsubj     won
    won       VBD  ROOT      -
    .         .    punct     won

    The       DT   det       projects
    Velo      NNP  compound  projects  GPE
    campaign  NN   compound  projects
    projects  NNS  ROOT      -
    .         .    punct     projects

    Auber     NNP  nsubj     saw       PERSON
    campaign  NN   dobj      saw
    saw       VBD  ROOT      -
    .         .    punct     saw

    The       DT   det       campaign
    Auber     NNP  compound  campaign  PERSON
    campaign  NN   nsubj     fell
    fell      VBD  ROOT      -
    .         .    punct     fell
"""
LAWYERS = """
    Senator  NNP   compound  Orlen
    Ada      NNP   compound  Orlen   PERSON
    Orlen    NNP   nsubj     met     PERSON
    met      VBD   ROOT      -
    Ivo      NNP   compound  Marek   PERSON
    Marek    NNP   dobj      met     PERSON
    .        .     punct     met

    Orlen    NNP   poss      lawyer  PERSON
    ’s       POS   case      Orlen
    lawyer   NN    nsubj     left
    ,        ,     punct     lawyer
    Peter    NNP   compound  Auber   PERSON
    Auber    NNP   appos     lawyer  PERSON
    ,        ,     punct     lawyer
    left     VBD   ROOT      -
    .        .     punct     left

    Her      PRP$  poss      attorney
    attorney  NN   nsubj     slept
    slept    VBD   ROOT      -
    .        .     punct     slept

    Her      PRP$  poss      brother
    brother  NN    nsubj     ran
    ran      VBD   ROOT      -
    .        .     punct     ran

    The      DT    det       lawyer
    lawyer   NN    nsubj     fell
    fell     VBD   ROOT      -
    .        .     punct     fell

    Orlen    NNP   poss      counsel  PERSON
    ’s       POS   case      Orlen
    counsel  NN    nsubj     won
    won      VBD   ROOT      -
    .        .     punct     won

    The      DT    det       senator
    senator  NN    poss      counsel
    ’s       POS   case      senator
    counsel  NN    nsubj     lost
    lost     VBD   ROOT      -
    .        .     punct     lost

    The      DT    det       lawyer
    Orlen    NNP   compound  lawyer  PERSON
    lawyer   NN    nsubj     sang
    sang     VBD   ROOT      -
    .        .     punct     sang
"""


def known(scene: Scene, word: str, name: str, nth: int = 0) -> None:
    """Let a possessive of a scene be somebody."""
    scene.known = {**scene.known, scene.token(word, nth).i: Referents((scene.entity(name),))}


def add_campaign(scene: Scene, owner: str, word: str, nth: int) -> DiscourseEntity:
    """Let a noun of a scene be a campaign of somebody's."""
    place = scene.token(word, nth).i
    campaign = DiscourseEntity(
        "organisation", f"{owner}'s campaign", [scene.doc[place : place + 1]], owner=scene.entity(owner)
    )
    scene.discourse.add(campaign)
    return campaign


def test_his_campaign_is_called_after_him() -> None:
    scene = Scene.of(CAMPAIGNS)
    known(scene, "His", "Ivo Marek")
    proposal = scene.ask(possessions.organisation_of_a_person, "campaign")
    assert proposal is not None
    [campaign] = proposal.entities
    assert (campaign.name, campaign.owner, proposal.sureness) == (
        "Ivo Marek's campaign",
        scene.entity("Ivo Marek"),
        worth(possessions.organisation_of_a_person),
    )


def test_whose_campaign_a_party_is_no_pronoun_tells() -> None:
    scene = Scene.of(CAMPAIGNS)
    known(scene, "His", "Ivo Marek")
    assert scene.names(possessions.organisation_of_a_person, "campaign", kind="party") is None


def test_a_campaign_is_nobodys_by_a_pronoun_that_is_nobody() -> None:
    assert Scene.of(CAMPAIGNS).names(possessions.organisation_of_a_person, "campaign") is None


def test_a_campaign_with_a_name_before_it_is_that_persons() -> None:
    scene = Scene.of(CAMPAIGNS)
    proposal = scene.ask(possessions.organisation_of_a_person, "campaign", 1)
    assert proposal is not None
    [campaign] = proposal.entities
    assert (campaign.name, campaign.owner, proposal.sureness) == ("Orlen campaign", scene.entity("Ada Orlen"), SURE)


def test_a_campaign_that_the_parser_takes_for_part_of_something_is_that_persons() -> None:
    scene = Scene.of(PROJECTS)
    assert scene.names(possessions.organisation_of_a_person, "campaign") == ["Orlen's campaign"]


@pytest.mark.parametrize(
    ("columns", "word", "nth"), [(CAMPAIGNS, "book", 0), (CAMPAIGNS, "campaign", 2), (PROJECTS, "foe", 0)]
)
def test_a_book_a_foe_and_a_campaign_alone_are_no_organisation_of_a_person(columns: str, word: str, nth: int) -> None:
    scene = Scene.of(columns)
    if columns is CAMPAIGNS:
        known(scene, "His", "Ivo Marek", 1)
    assert scene.names(possessions.organisation_of_a_person, word, nth) is None


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_the_campaign_of_a_place_and_one_beside_a_subject_are_no_organisation_of_a_person(nth: int) -> None:
    assert Scene.of(KINDS).names(possessions.organisation_of_a_person, "campaign", nth) is None


def test_a_campaign_is_that_of_who_is_never_named_in_full() -> None:
    assert Scene.of(KINDS).names(possessions.organisation_of_a_person, "campaign", 3) == ["Auber campaign"]


def test_the_campaign_is_the_one_mentioned_last() -> None:
    scene = Scene.of(CAMPAIGNS)
    add_campaign(scene, "Ada Orlen", "campaign", 1)
    add_campaign(scene, "Ivo Marek", "campaign", 0)
    proposal = scene.ask(possessions.organisation_last_owned, "campaign", 2)
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (
        ["Ada Orlen's campaign"],
        worth(possessions.organisation_last_owned),
    )


def test_a_campaign_of_another_kind_is_not_the_one_mentioned_last() -> None:
    scene = Scene.of(CAMPAIGNS)
    add_campaign(scene, "Ada Orlen", "campaign", 1)
    assert scene.names(possessions.organisation_last_owned, "campaign", 3) is None


def test_the_campaign_is_none_where_nobody_has_one() -> None:
    assert Scene.of(CAMPAIGNS).names(possessions.organisation_last_owned, "campaign", 2) is None


def test_her_attorney_is_who_is_named_as_her_lawyer() -> None:
    scene = Scene.of(LAWYERS)
    known(scene, "Her", "Ada Orlen")
    proposal = scene.ask(possessions.related_person, "attorney")
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (
        ["Peter Auber"],
        worth(possessions.related_person),
    )


@pytest.mark.parametrize("nth", [0, 1])
def test_the_counsel_of_somebody_named_and_of_the_holder_of_an_office_is_their_lawyer(nth: int) -> None:
    assert Scene.of(LAWYERS).names(possessions.related_person, "counsel", nth) == ["Peter Auber"]


@pytest.mark.parametrize(
    ("word", "nth", "owner"),
    [("lawyer", 2, "Ada Orlen"), ("attorney", 0, "Ivo Marek"), ("brother", 0, "Ada Orlen"), ("lawyer", 1, "Ada Orlen")],
)
def test_the_lawyer_of_another_a_brother_and_the_lawyer_are_nobody_related(word: str, nth: int, owner: str) -> None:
    scene = Scene.of(LAWYERS)
    known(scene, "Her", owner, 0)
    known(scene, "Her", owner, 1)
    assert scene.names(possessions.related_person, word, nth) is None
