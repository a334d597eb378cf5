"""The choice among those who may be meant."""

from collections.abc import Mapping, Sequence

import pytest
from spacy.tokens import Token

from onrecord.extraction.coreference import ranking
from onrecord.extraction.coreference.ranking import likeliest, likeliest_person
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

MET = """
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  nsubj     met    PERSON
    met     VBD  ROOT      -
    Nora    NNP  compound  Volk   PERSON
    Volk    NNP  dobj      met    PERSON
    .       .    punct     met

    She     PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left
"""


def is_person(entity: DiscourseEntity) -> bool:
    return entity.type == "person"


def weighed(monkeypatch: pytest.MonkeyPatch, **told: float) -> None:
    """Let these weights be those of all forms."""
    named = {name.replace("_", " "): weight for name, weight in told.items()}
    monkeypatch.setattr(ranking, "weights", lambda form: named)


def test_the_likeliest_is_chosen_with_its_share_and_who_is_close(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, is_subject=1.0, nobody=-9.0)
    scene = Scene.of(MET)
    found = likeliest(scene.context(), scene.token("She"), is_person)
    assert found is not None
    assert found.entities == (scene.entity("Ada Orlen"),)
    assert found.probability == pytest.approx(0.731, abs=0.001)
    assert found.alternatives == ((scene.entity("Nora Volk"), 0.269),)
    assert found.evidence == (("is subject", 1.0),)


def test_who_is_far_less_likely_is_no_alternative(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, is_subject=3.0, nobody=-9.0)
    scene = Scene.of(MET)
    found = likeliest(scene.context(), scene.token("She"), is_person)
    assert found is not None
    assert found.alternatives == ()


def test_nobody_is_chosen_where_that_is_likelier_or_nobody_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, is_subject=1.0, nobody=2.0)
    scene = Scene.of(MET)
    assert likeliest(scene.context(), scene.token("She"), is_person) is None
    assert likeliest(scene.context(), scene.token("She"), lambda entity: False) is None


def test_an_observer_is_told_of_all_and_of_nobody() -> None:
    scene = Scene.of(MET)
    seen: list[tuple[str, str, int]] = []

    def note(
        at: Token,
        form: str,
        options: Sequence[tuple[tuple[DiscourseEntity, ...], Sequence[Mapping[str, float]]]],
    ) -> None:
        assert options[-1][0] == ()
        seen.append((at.text, form, len(options)))

    scene.observer = note
    likeliest(scene.context(), scene.token("She"), is_person)
    assert seen == [("She", "he", 3)]


def test_a_person_of_another_gender_or_not_among_those_told_is_not_meant() -> None:
    scene = Scene.of(MET)
    volk = scene.entity("Nora Volk")
    found = likeliest_person(scene.context(), scene.token("She"), "f", [volk])
    assert found is not None
    assert found.entities == (volk,)
    assert likeliest_person(scene.context(), scene.token("She"), "m") is None
