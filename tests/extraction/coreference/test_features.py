"""What speaks for and against those who may be meant."""

from collections.abc import Callable

import pytest

from onrecord.extraction.coreference.anaphor import Anaphor
from onrecord.extraction.coreference.candidates import candidates_before
from onrecord.extraction.coreference.features import Features, features, nobody
from tests.extraction.coreference.sieves.scene import Scene

SAID = """
    Ada      NNP  compound  Orlen  PERSON
    Orlen    NNP  nsubj     met    PERSON
    met      VBD  ROOT      -
    Ivo      NNP  compound  Marek  PERSON
    Marek    NNP  dobj      met    PERSON
    .        .    punct     met

    She      PRP  nsubj     said
    said     VBD  ROOT      -
    Volk     NNP  nsubj     won    PERSON
    won      VBD  ccomp     said
    .        .    punct     said

    # paragraph
    It       PRP  nsubj     was
    was      VBD  ROOT      -
    likely   JJ   acomp     was
    that     IN   mark      fell
    it       PRP  nsubj     fell
    fell     VBD  ccomp     was
    .        .    punct     was

    Volk     NNP  nsubj     saw    PERSON
    saw      VBD  ROOT      -
    her      PRP  dobj      saw
    .        .    punct     saw
"""


def told(scene: Scene, word: str, name: str) -> Features:
    """Return the features of the nearest place of somebody for a word."""
    context, at = scene.context(), scene.token(word)
    candidates = candidates_before(context, at, lambda entity: True)
    [one] = [one for one in candidates if one.entities == (scene.entity(name),)]
    shared, places = features(Anaphor(context, at, candidates), one)
    return shared | places[0]


def spoken(scene: Scene) -> None:
    scene.last, scene.spoken = (1, (scene.entity("Ada Orlen"),)), ([1], {1: (scene.entity("Ada Orlen"),)})


def nothing(scene: Scene) -> None:
    pass


@pytest.mark.parametrize(
    ("feature", "word", "has", "lacks", "change"),
    [
        ("is subject", "She", "Ada Orlen", "Ivo Marek", nothing),
        ("same role", "She", "Ada Orlen", "Ivo Marek", nothing),
        ("subject just before", "She", "Ada Orlen", "Ivo Marek", nothing),
        ("spoke last", "She", "Ada Orlen", "Ivo Marek", spoken),
        ("spoke last of these", "She", "Ada Orlen", "Ivo Marek", spoken),
        ("does it to itself", "her", "Volk", "Ada Orlen", nothing),
        ("single name", "her", "Volk", "Ada Orlen", nothing),
        ("same sentence", "her", "Volk", "Ada Orlen", nothing),
    ],
)
def test_a_feature_is_of_one_and_not_of_another(
    feature: str, word: str, has: str, lacks: str, change: Callable[[Scene], None]
) -> None:
    scene = Scene.of(SAID)
    change(scene)
    assert feature in told(scene, word, has)
    assert feature not in told(scene, word, lacks)


def test_who_is_mentioned_in_words_is_talked_about_by_the_narrator_alone() -> None:
    scene = Scene.of(SAID)
    scene.quoted = set(range(6))
    assert "in a quotation" in told(scene, "She", "Ada Orlen")
    scene.quoted = set(range(7))
    assert "in a quotation" not in told(scene, "She", "Ada Orlen")


def test_distance_is_counted_in_tokens_sentences_and_paragraphs() -> None:
    scene = Scene.of(SAID)
    near, far = told(scene, "She", "Ivo Marek"), told(scene, "her", "Ivo Marek")
    assert near["tokens"] < far["tokens"]
    assert near["sentences, log"] < far["sentences, log"]
    assert "same paragraph" in near
    assert "same paragraph" not in far
    assert "paragraphs, log" in far


def test_it_that_is_said_of_a_clause_speaks_for_nobody() -> None:
    scene = Scene.of(SAID)
    context = scene.context()
    assert "nobody, said of a clause" in nobody(Anaphor(context, scene.token("It"), ()))
    assert "nobody, said of a clause" not in nobody(Anaphor(context, scene.token("it"), ()))
