"""In what the words for somebody agree with who may be meant."""

import pytest

from onrecord.extraction.coreference.word_agreement import agreement, is_called, is_of_kind
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

NOUNS = """
    Senator    NNP  compound  Orlen
    Ada        NNP  compound  Orlen     PERSON
    Orlen      NNP  nsubj     met       PERSON
    met        VBD  ROOT      -
    Ivo        NNP  compound  Marek     PERSON
    Marek      NNP  dobj      met       PERSON
    .          .    punct     met

    The        DT   det       senator
    Velo       NNP  compound  senator   GPE
    senator    NN   nsubj     left
    left       VBD  ROOT      -
    .          .    punct     left

    The        DT   det       agency
    agency     NN   nsubj     slept
    slept      VBD  ROOT      -
    .          .    punct     slept

    The        DT   det       newspaper
    newspaper  NN   nsubj     ran
    ran        VBD  ROOT      -
    .          .    punct     ran

    The        DT   det       office
    harbour    NN   compound  office
    office     NN   nsubj     won
    won        VBD  ROOT      -
    .          .    punct     won
"""


def test_who_has_the_role_agrees_and_another_does_not() -> None:
    scene = Scene.of(NOUNS)
    senator = scene.token("senator")
    assert "role agrees" in agreement(senator, scene.entity("Ada Orlen"))
    assert "role agrees" not in agreement(senator, scene.entity("Ivo Marek"))
    assert "words unknown" in agreement(senator, scene.entity("Ivo Marek"))


@pytest.mark.parametrize(
    ("noun", "name", "fits"),
    [
        ("agency", "Harbour Office", True),
        ("agency", "Velo News", True),
        ("agency", "Velo Union", False),
        ("newspaper", "Velo Times", True),
        ("agency", "Velo Times", False),
        ("office", "Harbour Office", True),
        ("office", "Budget Office", False),
    ],
)
def test_an_organisation_is_of_a_kind_by_its_name_or_since_nothing_speaks_against_it(
    noun: str, name: str, fits: bool
) -> None:
    scene = Scene.of(NOUNS)
    token = scene.token(noun)
    body = DiscourseEntity("organisation", name, [scene.span("Ivo Marek"), scene.span("Ada Orlen")])
    assert is_of_kind(token, body) is fits


def test_whatever_does_not_say_what_it_is_may_be_an_agency() -> None:
    scene = Scene.of(NOUNS)
    agency, place = scene.token("agency"), [scene.span("Ivo Marek")]
    assert is_of_kind(agency, DiscourseEntity("organisation", "Velonia", place))
    assert not is_of_kind(agency, DiscourseEntity("organisation", "Velonia Union", place))


def test_an_acronym_is_one() -> None:
    scene = Scene.of(NOUNS)
    agency, place = scene.token("agency"), [scene.span("Ivo Marek")]
    assert "an acronym" in agreement(agency, DiscourseEntity("organisation", "HBC", place))
    assert "an acronym" not in agreement(agency, DiscourseEntity("organisation", "Velonia", place))


def test_whom_a_noun_calls_has_all_its_words_in_the_name() -> None:
    scene = Scene.of(NOUNS)
    office = scene.token("office")
    assert is_called(office, DiscourseEntity("organisation", "Velo Harbour Office"))
    assert not is_called(office, DiscourseEntity("organisation", "Velo Office"))
    assert not is_called(office, DiscourseEntity("person", "Harbour Office"))
