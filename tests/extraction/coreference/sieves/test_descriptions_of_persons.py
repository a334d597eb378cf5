"""Epithets and offices of a person who has been named, or will be."""

import pytest

from onrecord.extraction.coreference.sieves import descriptions
from tests.extraction.coreference.sieves.scene import Scene

CANDIDATE = """
    Peter      NNP   compound  Auber      PERSON
    Auber      NNP   nsubj     met        PERSON
    met        VBD   ROOT      -
    Ada        NNP   compound  Orlen      PERSON
    Orlen      NNP   dobj      met        PERSON
    .          .     punct     met

    The        DT    det       actress
    actress    NN    nsubj     left
    left       VBD   ROOT      -
    .          .     punct     left

    The        DT    det       candidate
    candidate  NN    nsubj     slept
    and        CC    cc        candidate
    her        PRP$  poss      staff
    staff      NN    conj      candidate
    slept      VBD   ROOT      -
    .          .     punct     slept

    The        DT    det       nominee
    nominee    NN    nsubj     sang
    and        CC    cc        nominee
    the        DT    det       crew
    crew       NN    conj      nominee
    sang       VBD   ROOT      -
    .          .     punct     sang

    A          DT    det       novice
    novice     NN    nsubj     ran
    ran        VBD   ROOT      -
    .          .     punct     ran

    The        DT    det       politician
    politician  NN   nsubj     won
    who        WP    nsubj     wrote
    wrote      VBD   relcl     politician
    won        VBD   ROOT      -
    .          .     punct     won

    The        DT    det       clerk
    clerk      NN    nsubj     fell
    fell       VBD   ROOT      -
    .          .     punct     fell
"""
SENATOR = """
    Peter      NNP  compound  Auber      PERSON
    Auber      NNP  nsubj     spoke      PERSON
    spoke      VBD  ROOT      -
    near       IN   prep      spoke
    the        DT   det       senator
    Velo       NNP  compound  senator    GPE
    senator    NN   pobj      near
    .          .    punct     spoke

    The        DT   det       senator
    Velo       NNP  compound  senator    GPE
    senator    NN   nsubj     slept
    slept      VBD  ROOT      -
    .          .    punct     slept

    The        DT   det       clerk
    Velo       NNP  compound  clerk      GPE
    clerk      NN   nsubj     ran
    ran        VBD  ROOT      -
    .          .    punct     ran

    Auber      NNP  nsubj     won        PERSON
    won        VBD  ROOT      -
    against    IN   prep      won
    Ada        NNP  compound  Orlen      PERSON
    Orlen      NNP  pobj      against    PERSON
    .          .    punct     won

    The        DT   det       senator
    Velo       NNP  compound  senator    GPE
    senator    NN   nsubj     left
    left       VBD  ROOT      -
    .          .    punct     left

    The        DT   det       congresswoman
    Velo       NNP  compound  congresswoman  GPE
    congresswoman  NN  nsubj  fell
    fell       VBD  ROOT      -
    .          .    punct     fell

    The        DT   det       senator
    senator    NN   nsubj     sank
    sank       VBD  ROOT      -
    .          .    punct     sank
"""
LEAD = """
    A         DT   det       minister
    former    JJ   amod      minister
    minister  NN   nsubj     left
    left      VBD  ROOT      -
    .         .    punct     left

    An        DT   det       official
    official  NN   nsubj     slept
    slept     VBD  ROOT      -
    .         .    punct     slept

    A         DT   det       baker
    baker     NN   nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran

    Ivo       NNP  compound  Marek     PERSON
    Marek     NNP  nsubj     won       PERSON
    ,         ,    punct     Marek
    minister  NN   appos     Marek
    until     IN   prep      minister
    May       NNP  pobj      until     DATE
    ,         ,    punct     Marek
    won       VBD  ROOT      -
    .         .    punct     won
"""


@pytest.mark.parametrize("word", ["actress", "candidate"])
def test_an_epithet_is_the_likeliest_of_its_gender(word: str) -> None:
    # Peter Auber is likelier by being the subject.
    assert Scene.of(CANDIDATE).names(descriptions.described_person, word) == ["Ada Orlen"]


def test_an_epithet_that_tells_no_gender_is_the_likeliest_of_all() -> None:
    assert Scene.of(CANDIDATE).names(descriptions.described_person, "nominee") == ["Peter Auber"]


@pytest.mark.parametrize("word", ["novice", "politician", "clerk"])
def test_any_novice_one_told_apart_and_a_clerk_are_nobody_just_named(word: str) -> None:
    assert Scene.of(CANDIDATE).names(descriptions.described_person, word) is None


def test_who_spoke_last_is_the_senator_and_is_one_from_then_on() -> None:
    scene = Scene.of(SENATOR)
    place = scene.token("Auber").i
    scene.last, scene.spoken = (
        (place, (scene.entity("Peter Auber"),)),
        ([place], {place: (scene.entity("Peter Auber"),)}),
    )
    proposal = scene.ask(descriptions.described_person, "senator", 1)
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.role) == (["Peter Auber"], "senator")


def test_a_party_is_described_by_a_noun_with_an_article() -> None:
    scene = Scene.of(SENATOR)
    scene.last = (scene.token("Auber").i, (scene.entity("Peter Auber"),))
    assert scene.names(descriptions.described_person, "senator", 1, kind="party") == ["Peter Auber"]
    assert Scene.of(CANDIDATE).names(descriptions.described_person, "actress", kind="party") == ["Ada Orlen"]


def test_who_holds_another_office_is_not_the_senator() -> None:
    scene = Scene.of(SENATOR)
    auber = scene.entity("Peter Auber")
    scene.last = (scene.token("Auber").i, (auber,))
    auber.roles.append("governor")
    assert scene.names(descriptions.described_person, "senator", 1) is None


def test_of_an_office_that_nothing_is_told_of_nobody_is_known_to_hold_it() -> None:
    assert Scene.of(SENATOR).names(descriptions.described_person, "senator", 3) is None


def test_who_is_described_in_the_lead_is_named_soon_after() -> None:
    assert Scene.of(LEAD).names(descriptions.named_after_lead, "minister") == ["Ivo Marek"]


@pytest.mark.parametrize(("word", "nth"), [("official", 0), ("baker", 0), ("minister", 1)])
def test_an_unnamed_official_somebody_else_and_who_is_named_already_is_not_named_later(word: str, nth: int) -> None:
    assert Scene.of(LEAD).names(descriptions.named_after_lead, word, nth) is None
