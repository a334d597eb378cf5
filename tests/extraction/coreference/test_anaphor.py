"""What is looked up once of a word that stands for somebody."""

import pytest

from onrecord.extraction.coreference.anaphor import Anaphor
from onrecord.extraction.coreference.referents import Referents
from tests.extraction.coreference.sieves.scene import Scene

WORDS = """
    Orlen    NNP   nsubj  met     PERSON
    met      VBD   ROOT   -
    her      PRP$  poss   baker
    baker    NN    dobj   met
    .        .     punct  met

    She      PRP   nsubj  said
    said     VBD   ROOT   -
    it       PRP   nsubj  fell
    fell     VBD   ccomp  said
    on       IN    prep   fell
    them     PRP   pobj   on
    .        .     punct  said

    The      DT    det    agency
    agency   NN    nsubj  left
    left     VBD   ROOT   -
    .        .     punct  left
"""


@pytest.mark.parametrize(
    ("word", "form", "role"),
    [
        ("She", "he says", "subject"),
        ("her", "he", "possessive"),
        ("it", "it", "subject"),
        ("them", "they", "oblique"),
        ("baker", "person", "object"),
        ("agency", "body", "subject"),
    ],
)
def test_the_form_tells_how_somebody_is_spoken_of(word: str, form: str, role: str) -> None:
    scene = Scene.of(WORDS)
    scene.sources = {scene.token("She").i, scene.token("her").i}
    anaphor = Anaphor(scene.context(), scene.token(word), ())
    assert (anaphor.form, anaphor.role) == (form, role)


def test_the_last_pronoun_of_its_kind_is_found_and_whom_it_stands_for() -> None:
    scene = Scene.of(WORDS)
    her, orlen = scene.token("her"), scene.entity("Orlen")
    scene.known = {her.i: Referents((orlen,))}
    assert Anaphor(scene.context(), scene.token("She"), ()).last_such == (her.i, (orlen,))
    assert Anaphor(scene.context(), scene.token("it"), ()).last_such is None
    assert Anaphor(scene.context(), scene.token("agency"), ()).last_such is None


def test_it_is_known_who_spoke_before_and_where_last() -> None:
    scene = Scene.of(WORDS)
    orlen = scene.entity("Orlen")
    scene.spoken = ([0, 5, 13], {0: (orlen,), 5: (orlen,), 13: (orlen,)})
    assert Anaphor(scene.context(), scene.token("it"), ()).spoke == {orlen: 5}
    assert Anaphor(scene.context(), scene.token("it"), ()).last_turn == 5
    assert Anaphor(scene.context(), scene.token("Orlen"), ()).last_turn == -1
