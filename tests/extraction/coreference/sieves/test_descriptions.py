"""Nouns for somebody who has been named: by office, as one of several, as the kind of thing they are."""

import pytest

from onrecord.extraction.coreference.sieves import descriptions
from onrecord.extraction.coreference.weight_tables import worth
from tests.extraction.coreference.sieves.scene import Scene, same_as

MINISTER = """
    The       DT   det       minister
    minister  NN   nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran

    Minister  NNP  compound  Orlen
    Ada       NNP  compound  Orlen     PERSON
    Orlen     NNP  nsubj     left      PERSON
    left      VBD  ROOT      -
    .         .    punct     left

    The       DT   det       minister
    minister  NN   nsubj     slept
    slept     VBD  ROOT      -
    .         .    punct     slept

    A         DT   det       minister
    minister  NN   nsubj     won
    won       VBD  ROOT      -
    .         .    punct     won

    The       DT   det       mayor
    mayor     NN   nsubj     lost
    lost      VBD  ROOT      -
    .         .    punct     lost

    The       DT   det       minister
    Lanta     NNP  compound  minister  GPE
    minister  NN   nsubj     fell
    fell      VBD  ROOT      -
    .         .    punct     fell
"""
WORDS = """
    An        DT   det    estimate
    estimate  NN   nsubj  rose
    by        IN   prep   estimate
    the       DT   det    union
    union     NN   pobj   by
    rose      VBD  ROOT   -
    .         .    punct  rose

    An        DT   det    official
    official  NN   nsubj  fell
    from      IN   prep   official
    the       DT   det    union
    union     NN   pobj   from
    fell      VBD  ROOT   -
    .         .    punct  fell

    walk      VB   nsubj  won
    won       VBD  ROOT   -
    .         .    punct  won

    vela.example  ADD  nsubj  lost
    lost      VBD  ROOT   -
    .         .    punct  lost
"""
PAIR = """
    Peter     NNP  compound  Auber   PERSON
    Auber     NNP  nsubj     met     PERSON
    met       VBD  ROOT      -
    Ada       NNP  compound  Orlen   PERSON
    Orlen     NNP  dobj      met     PERSON
    and       CC   cc        Orlen
    Harriet   NNP  compound  Volk    PERSON
    Volk      NNP  conj      Orlen   PERSON
    .         .    punct     met

    The       DT   det       former
    former    JJ   nsubj     left
    left      VBD  ROOT      -
    .         .    punct     left

    The       DT   det       latter
    latter    JJ   nsubj     slept
    slept     VBD  ROOT      -
    .         .    punct     slept

    Both      DT   det       women
    women     NNS  nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran

    Both      DT   det       sides
    sides     NNS  nsubj     won
    won       VBD  ROOT      -
    .         .    punct     won

    Two       CD   nummod    men
    men       NNS  nsubj     fell
    fell      VBD  ROOT      -
    .         .    punct     fell

    A         DT   det       former
    former    JJ   nsubj     lost
    lost      VBD  ROOT      -
    .         .    punct     lost
"""
SENATORS = """
    Senator   NNP  compound  Orlen
    Ada       NNP  compound  Orlen   PERSON
    Orlen     NNP  nsubj     left    PERSON
    with      IN   prep      left
    Senator   NNP  compound  Marek
    Ivo       NNP  compound  Marek   PERSON
    Marek     NNP  pobj      with    PERSON
    left      VBD  ROOT      -
    .         .    punct     left

    The       DT   det       senators
    senators  NNS  nsubj     slept
    slept     VBD  ROOT      -
    .         .    punct     slept

    The       DT   det       bakers
    bakers    NNS  nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran
"""
BANK = """
    Velo       NNP  compound  Bank   ORG
    Bank       NNP  nsubj     fell   ORG
    fell       VBD  ROOT      -
    .          .    punct     fell

    The        DT   det       bank
    bank       NN   nsubj     rose
    rose       VBD  ROOT      -
    .          .    punct     rose

    A          DT   det       bank
    bank       NN   nsubj     shut
    shut       VBD  ROOT      -
    .          .    punct     shut

    The        DT   det       newspaper
    newspaper  NN   nsubj     slept
    slept      VBD  ROOT      -
    .          .    punct     slept

    The        DT   det       bank
    central    JJ   amod      bank
    bank       NN   nsubj     won
    won        VBD  ROOT      -
    .          .    punct     won
"""


def test_the_minister_is_who_is_named_with_that_office() -> None:
    proposal = Scene.of(MINISTER).ask(descriptions.holder_of_role, "minister", 1)
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (
        ["Ada Orlen"],
        worth(descriptions.holder_of_role),
    )


@pytest.mark.parametrize(("word", "nth"), [("minister", 0), ("minister", 2), ("mayor", 0), ("minister", 3)])
def test_a_minister_not_yet_named_any_minister_another_office_and_another_country_are_not(word: str, nth: int) -> None:
    assert Scene.of(MINISTER).names(descriptions.holder_of_role, word, nth) is None


def test_an_estimate_is_that_of_who_made_it() -> None:
    proposal = Scene.of(WORDS).ask_all(descriptions.maker_of_words, "An estimate by the union", "speaker")
    assert same_as(proposal) == [("union", "the union")]


@pytest.mark.parametrize("words", ["An estimate", "An official from the union"])
def test_who_comes_from_somewhere_is_not_made_there(words: str) -> None:
    assert Scene.of(WORDS).ask_all(descriptions.maker_of_words, words, "speaker") is None


@pytest.mark.parametrize(("word", "name"), [("former", "Ada Orlen"), ("latter", "Harriet Volk")])
def test_the_former_and_the_latter_are_of_the_two_named_last(word: str, name: str) -> None:
    assert Scene.of(PAIR).names(descriptions.former_or_latter, word) == [name]


@pytest.mark.parametrize(("word", "nth"), [("former", 1), ("women", 0)])
def test_a_former_is_neither_of_two(word: str, nth: int) -> None:
    assert Scene.of(PAIR).names(descriptions.former_or_latter, word, nth) is None


def test_both_women_are_the_two_women_named_last() -> None:
    assert Scene.of(PAIR).names(descriptions.several_together, "women") == ["Ada Orlen", "Harriet Volk"]


@pytest.mark.parametrize("word", ["sides", "men"])
def test_both_sides_and_any_two_men_are_nobody_named(word: str) -> None:
    assert Scene.of(PAIR).names(descriptions.several_together, word) is None


def test_the_senators_are_those_who_spoke_last_if_they_are_senators() -> None:
    scene = Scene.of(SENATORS)
    assert scene.names(descriptions.several_together, "senators") is None
    scene.last = (scene.token("Orlen").i, (scene.entity("Ada Orlen"), scene.entity("Ivo Marek")))
    assert scene.names(descriptions.several_together, "senators") == ["Ada Orlen", "Ivo Marek"]
    assert scene.names(descriptions.several_together, "bakers") is None


def test_the_bank_is_the_organisation_that_is_called_a_bank() -> None:
    proposal = Scene.of(BANK).ask(descriptions.organisation_of_kind, "bank")
    assert proposal is not None
    assert [entity.name for entity in proposal.entities] == ["Velo Bank"]
    assert proposal.sureness is not None
    assert 0 < proposal.sureness < 1


@pytest.mark.parametrize(("word", "nth"), [("bank", 1), ("newspaper", 0), ("bank", 2)])
def test_any_bank_another_kind_and_a_bank_told_apart_are_no_organisation_named(word: str, nth: int) -> None:
    assert Scene.of(BANK).names(descriptions.organisation_of_kind, word, nth) is None
