"""Pronouns for one person, and for whoever speaks or writes."""

import pytest

from onrecord.extraction.coreference.sieves import pronouns
from onrecord.extraction.coreference.weight_tables import worth
from tests.extraction.coreference.sieves.scene import Scene

MET = """
    Peter   NNP  compound  Auber   PERSON
    Auber   NNP  nsubj     met     PERSON
    met     VBD  ROOT      -
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  dobj      met     PERSON
    .       .    punct     met

    She     PRP  nsubj     smiled
    smiled  VBD  ROOT      -
    .       .    punct     smiled

    He      PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left

    We      PRP  nsubj     won
    won     VBD  ROOT      -
    .       .    punct     won

    I       PRP  nsubj     lost
    lost    VBD  ROOT      -
    .       .    punct     lost
"""
AS_FOR = """
    As      IN   prep      left
    for     IN   prep      As
    Auber   NNP  pobj      for     PERSON
    ,       ,    punct     left
    he      PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left

    As      IN   prep      slept
    for     IN   prep      As
    Auber   NNP  pobj      for     PERSON
    ,       ,    punct     slept
    she     PRP  nsubj     slept
    slept   VBD  ROOT      -
    .       .    punct     slept

    Mr.     NNP  compound  Auber
    Auber   NNP  nsubj     said    PERSON
    said    VBD  ROOT      -
    him     PRP  dobj      said
    .       .    punct     said
"""
SINCE = """
    Since   IN   mark      left
    she     PRP  nsubj     left
    left    VBD  advcl     slept
    ,       ,    punct     slept
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  nsubj     slept   PERSON
    slept   VBD  ROOT      -
    .       .    punct     slept

    Since   IN   mark      lost
    he      PRP  nsubj     lost
    lost    VBD  advcl     won
    ,       ,    punct     won
    Orlen   NNP  nsubj     won     PERSON
    won     VBD  ROOT      -
    .       .    punct     won

    Orlen   NNP  nsubj     fell    PERSON
    fell    VBD  ROOT      -
    since   IN   mark      ran
    her     PRP  nsubj     ran
    ran     VBD  advcl     fell
    .       .    punct     fell
"""
GENERAL = """
    I         PRP  nsubj  asked
    asked     VBD  ROOT   -
    the       DT   det    general
    general   NN   dobj   asked
    and       CC   cc     asked
    he        PRP  nsubj  told
    told      VBD  conj   asked
    me        PRP  dobj   told
    .         .    punct  asked

    The       DT   det    actress
    actress   NN   nsubj  met
    met       VBD  ROOT   -
    him       PRP  dobj   met
    .         .    punct  met

    The       DT   det    quay
    quay      NN   nsubj  hurt
    hurt      VBD  ROOT   -
    her       PRP  dobj   hurt
    .         .    punct  hurt
"""


def test_a_pronoun_is_the_likeliest_person_of_its_gender_before_it() -> None:
    scene = Scene.of(MET)
    assert scene.names(pronouns.likeliest_before, "She") == ["Ada Orlen"]
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]


def test_a_pronoun_is_nobody_who_is_named_only_behind_it() -> None:
    assert Scene.of(SINCE).names(pronouns.likeliest_before, "she") is None


def test_who_speaks_is_not_he_between_their_own_quote_marks() -> None:
    scene = Scene.of(MET)
    scene.around, scene.between_marks = (scene.entity("Peter Auber"),), True
    assert scene.names(pronouns.likeliest_before, "He") is None
    scene.between_marks = False
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]


def test_who_writes_as_i_is_not_he() -> None:
    scene = Scene.of(MET)
    scene.author, scene.writes = scene.entity("Peter Auber"), True
    assert scene.names(pronouns.likeliest_before, "He") is None
    scene.writes = False
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]


def test_he_goes_on_from_the_subject_that_was_found_to_be_him() -> None:
    scene = Scene.of(MET)
    scene.entity("Ada Orlen").gender = None
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]
    scene.subjects = {scene.token("She").i: scene.entity("Ada Orlen")}
    assert scene.names(pronouns.likeliest_before, "He") == ["Ada Orlen"]


def test_the_only_person_of_an_article_is_he_however_far_before() -> None:
    scene = Scene.of(MET)
    proposal = scene.ask(pronouns.only_one_of_article, "She")
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (
        ["Ada Orlen"],
        worth(pronouns.only_one_of_article),
    )
    scene.entity("Peter Auber").gender = None
    assert scene.names(pronouns.only_one_of_article, "She") is None


def test_we_is_who_speaks_the_words_around_it_and_else_nobody() -> None:
    scene = Scene.of(MET)
    scene.author = scene.entity("Peter Auber")
    assert scene.names(pronouns.who_speaks, "We") == []
    scene.around = (scene.entity("Ada Orlen"),)
    assert scene.names(pronouns.who_speaks, "We") == ["Ada Orlen"]


def test_i_is_who_writes_outside_of_all_words_and_nobody_in_words_that_nobody_says() -> None:
    scene = Scene.of(MET)
    assert scene.names(pronouns.who_speaks, "I") == []
    scene.author = scene.entity("Peter Auber")
    assert scene.names(pronouns.who_speaks, "I") == ["Peter Auber"]
    scene.quoted = {scene.token("I").i}
    assert scene.names(pronouns.who_speaks, "I") == []


def test_a_pronoun_that_is_asked_for_tells_the_gender_and_another_does_not() -> None:
    scene = Scene.of(MET)
    asked, unasked = (scene.ask(pronouns.likeliest_before, "She", kind=kind) for kind in ("speaker", "subject"))
    assert asked is not None and unasked is not None
    assert (asked.gender, unasked.gender) == ("f", None)
    assert asked.sureness == unasked.sureness


def test_whom_a_sentence_is_said_to_be_about_is_he() -> None:
    assert Scene.of(AS_FOR).names(pronouns.topic_of_sentence, "he") == ["Auber"]


@pytest.mark.parametrize("word", ["she", "him"])
def test_who_is_of_another_gender_or_just_acts_is_not_whom_a_sentence_is_about(word: str) -> None:
    assert Scene.of(AS_FOR).names(pronouns.topic_of_sentence, word) is None


def test_the_subject_behind_a_clause_that_opens_the_sentence_is_she() -> None:
    assert Scene.of(SINCE).names(pronouns.named_in_main_clause, "she") == ["Ada Orlen"]


@pytest.mark.parametrize("word", ["he", "her"])
def test_a_subject_of_another_gender_or_before_the_clause_is_not_found_in_the_main_clause(word: str) -> None:
    assert Scene.of(SINCE).names(pronouns.named_in_main_clause, word) is None


def test_a_subject_in_quoted_words_is_not_the_pronoun_of_the_narration() -> None:
    scene = Scene.of(SINCE)
    scene.quoted = {scene.token("Orlen").i}
    assert scene.names(pronouns.named_in_main_clause, "she") is None


def test_who_is_described_in_the_same_sentence_is_he_and_new() -> None:
    scene = Scene.of(GENERAL)
    proposal = scene.ask(pronouns.described_in_sentence, "he")
    assert proposal is not None
    [general] = proposal.entities
    assert (general.name, general.named, general in scene.discourse.entities) == ("the general", False, False)


@pytest.mark.parametrize("word", ["him", "her"])
def test_who_is_of_another_gender_and_what_is_no_person_is_not_described(word: str) -> None:
    assert Scene.of(GENERAL).names(pronouns.described_in_sentence, word) is None


def test_nobody_new_is_known_by_a_pronoun_that_nobody_asks_for() -> None:
    assert Scene.of(GENERAL).names(pronouns.described_in_sentence, "he", kind="subject") is None
