"""Which words are asked for what they govern."""

from onrecord.extraction.attribution.candidates.cues import precision
from onrecord.extraction.attribution.candidates.frames import candidates, likely_cues
from tests.documents import annotated

# "Orlen said the pond leaked, according to a clerk, and put the loss at 40 tons."
DOC = annotated("""
    Orlen      NNP  nsubj   said
    said       VBD  ROOT    -
    the        DT   det     pond
    pond       NN   nsubj   leaked
    leaked     VBD  ccomp   said
    according  VBG  prep    leaked
    to         IN   prep    according
    clerk      NN   pobj    to
    and        CC   cc      said
    put        VBD  conj    said
    loss       NN   dobj    put
    at         IN   prep    put
    40         CD   nummod  tons
    tons       NNS  pobj    at
""")


def test_words_of_saying_and_of_numbers_are_asked_and_no_others() -> None:
    assert [token.text for token in likely_cues(DOC)] == ["said", "according", "put"]


def test_of_the_others_no_candidate_would_be_believed() -> None:
    asked = likely_cues(DOC)
    others = [token for token in DOC if token not in asked]
    assert all(precision(found.token, found.frame) == 0 for found in candidates(others, DOC.text))
    assert {found.token.text for found in candidates(asked, DOC.text)} == {"said", "according", "put"}


def test_according_takes_no_words_that_stand_before_it() -> None:
    doc = annotated("""
        The        DT   det     pond
        pond       NN   nsubj   leaked
        leaked     VBD  ROOT    -
        to         IN   prep    according
        Orlen      NNP  pobj    to
        according  VBG  prep    leaked
    """)
    assert "according" not in {found.token.text for found in candidates(doc, doc.text)}
