"""Pronouns for one person, and for whoever speaks or writes."""

from onrecord.extraction.coreference.referents import PRONOUN
from onrecord.extraction.coreference.sieves import pronouns
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
"""


def test_a_pronoun_is_the_likeliest_person_of_its_gender_before_it() -> None:
    scene = Scene.of(MET)
    assert scene.names(pronouns.likeliest_before, "She") == ["Ada Orlen"]
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]


def test_who_speaks_is_not_he_between_their_own_quote_marks() -> None:
    scene = Scene.of(MET)
    scene.around, scene.between_marks = (scene.entity("Peter Auber"),), True
    assert scene.names(pronouns.likeliest_before, "He") is None
    scene.between_marks = False
    assert scene.names(pronouns.likeliest_before, "He") == ["Peter Auber"]


def test_we_is_who_speaks_the_words_around_it_and_else_nobody() -> None:
    scene = Scene.of(MET)
    assert scene.names(pronouns.who_speaks, "We") == []
    scene.around = (scene.entity("Ada Orlen"),)
    assert scene.names(pronouns.who_speaks, "We") == ["Ada Orlen"]


def test_a_pronoun_that_is_asked_for_tells_the_gender_and_another_does_not() -> None:
    scene = Scene.of(MET)
    asked, unasked = (scene.ask(pronouns.likeliest_before, "She", kind=kind) for kind in ("speaker", "subject"))
    assert asked is not None and unasked is not None
    assert (asked.gender, unasked.gender, asked.sureness) == ("f", None, PRONOUN)
