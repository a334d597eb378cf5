"""Noun phrases that name somebody."""

import pytest

from onrecord.extraction.coreference.sieves import names
from onrecord.extraction.coreference.weight_tables import worth
from tests.extraction.coreference.sieves.scene import Scene

SURNAMES = """
    Ada      NNP  compound  Orlen    PERSON
    Orlen    NNP  nsubj     met      PERSON
    met      VBD  ROOT      -
    Ivo      NNP  compound  5        PERSON
    Marek    NNP  dobj      met      PERSON
    and      CC   cc        5
    Nora     NNP  compound  8        PERSON
    Marek    NNP  conj      5        PERSON
    .        .    punct     met

    In       IN   prep      left
    Orlen    NNP  pobj      In       LOC
    left     VBD  ROOT      -
    Port     NNP  compound  Varga    LOC
    Varga    NNP  dobj      left     LOC
    .        .    punct     left

    Pia      NNP  compound  Varga    PERSON
    Varga    NNP  nsubj     slept    PERSON
    slept    VBD  ROOT      -
    near     IN   prep      slept
    Marek    NNP  pobj      near     LOC
    .        .    punct     slept
"""
BANK = """
    Velo     NNP  compound  Bank     ORG
    Bank     NNP  nsubj     fell     ORG
    fell     VBD  ROOT      -
    .        .    punct     fell

    Velo     NNP  nsubj     rose     GPE
    rose     VBD  ROOT      -
    .        .    punct     rose

    The      DT   det       quay
    quay     NN   nsubj     sank
    sank     VBD  ROOT      -
    .        .    punct     sank
"""
LAWYERS = """
    A        DT   det       lawyer
    lawyer   NN   nsubj     left
    for      IN   prep      lawyer
    Marek    NNP  pobj      for      PERSON
    ,        ,    punct     Marek
    Mara     NNP  compound  Voss     PERSON
    Voss     NNP  appos     Marek    PERSON
    ,        ,    punct     lawyer
    left     VBD  ROOT      -
    .        .    punct     left

    Lawyers  NNS  nsubj     slept
    for      IN   prep      Lawyers
    Marek    NNP  pobj      for      PERSON
    ,        ,    punct     Marek
    Voss     NNP  appos     Marek    PERSON
    ,        ,    punct     Lawyers
    slept    VBD  ROOT      -
    .        .    punct     slept

    A        DT   det       report
    report   NN   nsubj     fell
    for      IN   prep      report
    Marek    NNP  pobj      for      PERSON
    ,        ,    punct     Marek
    Voss     NNP  appos     Marek    PERSON
    ,        ,    punct     report
    fell     VBD  ROOT      -
    .        .    punct     fell
"""
AGAIN = """
    Velonews  NNP  nsubj    rose     ORG
    rose      VBD  ROOT     -
    .         .    punct    rose

    Velonews  NNP  nsubj    fell
    fell      VBD  ROOT     -
    .         .    punct    fell

    Velonews  NNP  compound  readers
    readers   NNS  nsubj    left
    left      VBD  ROOT     -
    .         .    punct    left
"""
APPOSITIONS = """
    Ada      NNP  compound  Orlen    PERSON
    Orlen    NNP  nsubj     left     PERSON
    ,        ,    punct     Orlen
    a        DT   det       clerk
    clerk    NN   appos     Orlen
    ,        ,    punct     Orlen
    left     VBD  ROOT      -
    .        .    punct     left

    Velo     NNP  compound  Bank     ORG
    Bank     NNP  nsubj     slept    ORG
    ,        ,    punct     Bank
    a        DT   det       baker
    baker    NN   appos     Bank
    ,        ,    punct     Bank
    slept    VBD  ROOT      -
    .        .    punct     slept

    Lanta    NNP  nsubj     won      GPE
    ,        ,    punct     Lanta
    its      PRP$  poss     ally
    ally     NN   appos     Lanta
    ,        ,    punct     Lanta
    won      VBD  ROOT      -
    .        .    punct     won

    Orlen    NNP  nsubj     fell     PERSON
    of       IN   prep      Orlen
    Lanta    NNP  pobj      of       GPE
    ,        ,    punct     Lanta
    a        DT   det       friend
    friend   NN   appos     Lanta
    ,        ,    punct     Orlen
    fell     VBD  ROOT      -
    .        .    punct     fell
"""
HEADS = """
    The       DT   det       head
    head      NN   nsubj     left
    of        IN   prep      head
    the       DT   det       fund
    fund      NN   pobj      of
    ,         ,    punct     head
    Ivo       NNP  compound  Marek      PERSON
    Marek     NNP  appos     head       PERSON
    ,         ,    punct     head
    left      VBD  ROOT      -
    .         .    punct     left

    Fans      NNS  nsubj     slept
    ,         ,    punct     Fans
    Marek     NNP  appos     Fans       PERSON
    ,         ,    punct     Fans
    slept     VBD  ROOT      -
    .         .    punct     slept

    The       DT   det       union
    Dockers   NNP  compound  union      ORG
    union     NN   nsubj     won
    won       VBD  ROOT      -
    .         .    punct     won

    The       DT   det       Speaker
    Dockers   NNP  compound  Speaker    ORG
    Speaker   NNP  nsubj     fell
    fell      VBD  ROOT      -
    .         .    punct     fell

    The       DT   det       quarrel
    Dockers   NNP  compound  quarrel    ORG
    quarrel   NN   nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran
"""


def test_a_surname_that_is_taken_for_a_place_is_who_bears_it() -> None:
    scene = Scene.of(SURNAMES)
    assert scene.entity("Orlen").type == "place"
    assert scene.names(names.surname_alone, "Orlen", 1) == ["Ada Orlen"]


@pytest.mark.parametrize(("word", "nth"), [("Varga", 0), ("Marek", 2), ("Varga", 1)])
def test_a_surname_of_two_persons_and_a_full_name_are_no_surname_alone(word: str, nth: int) -> None:
    assert Scene.of(SURNAMES).names(names.surname_alone, word, nth) is None


@pytest.mark.parametrize(("word", "nth", "name"), [("Bank", 0, "Velo Bank"), ("Velo", 1, "Velo"), ("Velo", 0, "Velo")])
def test_a_name_at_the_head_is_its_bearer(word: str, nth: int, name: str) -> None:
    # "Velo" of "Velo Bank", asked for without "Bank", is Velo.
    assert Scene.of(BANK).names(names.named_at_head, word, nth) == [name]


def test_a_party_may_be_asked_for_by_a_part_of_its_name() -> None:
    assert Scene.of(BANK).names(names.named_at_head, "Velo", 0, "party") == ["Velo Bank"]


def test_a_noun_is_no_name_at_the_head() -> None:
    assert Scene.of(BANK).names(names.named_at_head, "quay") is None


def test_who_is_named_behind_somebody_else_is_who_is_described() -> None:
    words = "A lawyer for Marek, Mara Voss"
    assert Scene.of(LAWYERS).names_all(names.named_behind_another, words, "speaker") == ["Mara Voss"]


@pytest.mark.parametrize("words", ["Lawyers for Marek, Voss", "A report for Marek, Voss", "A lawyer for Marek"])
def test_several_a_thing_or_a_name_outside_is_nobody_named_behind_another(words: str) -> None:
    assert Scene.of(LAWYERS).names_all(names.named_behind_another, words, "speaker") is None


def test_a_name_that_the_tagger_passed_over_is_that_of_who_bears_it_elsewhere() -> None:
    assert Scene.of(AGAIN).names(names.named_elsewhere, "Velonews", 1) == ["Velonews"]


@pytest.mark.parametrize(("word", "nth"), [("Velonews", 2), ("readers", 0)])
def test_a_part_of_a_phrase_is_not_named_elsewhere(word: str, nth: int) -> None:
    assert Scene.of(AGAIN).names(names.named_elsewhere, word, nth) is None


def test_what_is_said_of_a_name_is_its_bearer() -> None:
    scene = Scene.of(APPOSITIONS)
    assert scene.names(names.in_apposition_to_a_name, "clerk") == ["Ada Orlen"]


def test_what_is_said_of_a_state_is_the_state_but_not_of_the_home_of_a_person() -> None:
    scene = Scene.of(APPOSITIONS)
    scene.entity("Lanta").type = "state"
    assert scene.names(names.in_apposition_to_a_name, "ally") == ["Lanta"]
    assert scene.names(names.in_apposition_to_a_name, "friend") is None


@pytest.mark.parametrize("word", ["baker", "ally", "Bank"])
def test_what_is_said_of_something_of_another_kind_is_not_the_same(word: str) -> None:
    assert Scene.of(APPOSITIONS).names(names.in_apposition_to_a_name, word) is None


def test_a_name_in_apposition_is_who_is_described() -> None:
    scene = Scene.of(HEADS)
    assert scene.names_all(names.named_in_apposition, "The head of the fund, Ivo Marek", "speaker") == ["Ivo Marek"]


def test_a_name_behind_the_asked_words_names_a_party_and_no_speaker() -> None:
    scene = Scene.of(HEADS)
    assert scene.names(names.named_in_apposition, "head", kind="party") == ["Ivo Marek"]
    assert scene.names(names.named_in_apposition, "head", kind="speaker") is None


def test_one_person_is_not_several() -> None:
    assert Scene.of(HEADS).names_all(names.named_in_apposition, "Fans, Marek", "speaker") is None


def test_a_kind_of_organisation_behind_its_name_is_that_organisation() -> None:
    assert Scene.of(HEADS).names(names.named_in_apposition, "union") == ["Dockers"]


@pytest.mark.parametrize("word", ["Speaker", "quarrel"])
def test_an_officer_or_a_thing_behind_the_name_of_an_organisation_is_not_it(word: str) -> None:
    assert Scene.of(HEADS).names(names.named_in_apposition, word) is None


SONS = """
    Ada      NNP  compound  2        PERSON
    Rivas    NNP  nsubj     met      PERSON
    met      VBD  ROOT      -
    Teo      NNP  compound  5        PERSON
    Rivas    NNP  dobj      met      PERSON
    .        .    punct     met

    Rivas    NNP  nsubj     left     PERSON
    left     VBD  ROOT      -
    .        .    punct     left

    Mrs.     NNP  compound  Rivas
    Rivas    NNP  nsubj     slept    PERSON
    slept    VBD  ROOT      -
    .        .    punct     slept
"""


def test_of_two_of_a_surname_the_other_is_an_alternative_and_the_choice_less_sure() -> None:
    scene = Scene.of(SONS)
    proposal = scene.ask(names.surname_of_several, "Rivas", 2)
    assert proposal is not None
    assert {*proposal.entities, *(one for one, _ in proposal.alternatives)} == {
        scene.entity("Ada Rivas"),
        scene.entity("Teo Rivas"),
    }
    assert proposal.sureness == worth(names.surname_of_several)


def test_a_full_name_and_a_surname_that_a_title_tells_apart_are_not_one_of_several() -> None:
    scene = Scene.of(SONS)
    assert scene.ask(names.surname_of_several, "Rivas", 1) is None
    assert scene.ask(names.surname_of_several, "Rivas", 3) is None
