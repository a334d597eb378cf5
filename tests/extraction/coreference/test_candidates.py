"""Who may be meant: those mentioned before a word, by names, pronouns and as who spoke last."""

from onrecord.extraction.coreference.candidates import candidates_before
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

MET = """
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  nsubj     met    PERSON
    and     CC   cc        Orlen
    Ivo     NNP  compound  Marek  PERSON
    Marek   NNP  conj      Orlen  PERSON
    met     VBD  ROOT      -
    Lanta   NNP  dobj      met    GPE
    .       .    punct     met

    He      PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left

    They    PRP  nsubj     slept
    slept   VBD  ROOT      -
    .       .    punct     slept
"""


def is_person(entity: DiscourseEntity) -> bool:
    return entity.type == "person"


def names(scene: Scene, word: str, *, several: bool = False) -> list[list[str]]:
    found = candidates_before(scene.context(), scene.token(word), is_person, several=several)
    return [[entity.name for entity in one.entities] for one in found]


def test_those_that_fit_are_who_is_mentioned_before_and_nobody_behind() -> None:
    scene = Scene.of(MET)
    assert sorted(names(scene, "They")) == [["Ada Orlen"], ["Ivo Marek"]]
    assert names(scene, "Ada") == []


def test_who_speaks_the_words_or_writes_is_none_of_them() -> None:
    scene = Scene.of(MET)
    scene.around, scene.between_marks = (scene.entity("Ada Orlen"),), True
    assert names(scene, "They") == [["Ivo Marek"]]


def test_several_who_acted_or_spoke_together_are_one_candidate_where_several_may_be_meant() -> None:
    scene = Scene.of(MET)
    assert ["Ada Orlen", "Ivo Marek"] in names(scene, "They", several=True)
    scene.last = (scene.token("met").i, (scene.entity("Ivo Marek"), scene.entity("Ada Orlen")))
    assert ["Ivo Marek", "Ada Orlen"] in names(scene, "They", several=True)
    assert all(len(one) == 1 for one in names(scene, "They"))


def test_a_pronoun_is_a_place_of_whom_it_stands_for_and_the_nearest_comes_first() -> None:
    scene = Scene.of(MET)
    he, marek = scene.token("He"), scene.entity("Ivo Marek")
    scene.known = {he.i: Referents((marek,))}
    found = candidates_before(scene.context(), scene.token("They"), is_person)
    [places] = [one.places for one in found if one.entities == (marek,)]
    assert [place.root.text for place in places] == ["He", "Marek"]
