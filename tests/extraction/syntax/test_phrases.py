"""Stretches of text that words of the parse stand for."""

from onrecord.extraction.ranges import CharRange
from onrecord.extraction.syntax import phrase, stretch, trim, with_auxiliaries, without
from tests.documents import annotated

DOC = annotated("""
    She     PRP  nsubj   said
    has     VBZ  aux     said
    since   RB   advmod  said
    said    VBN  ROOT    -
    the     DT   det     pond
    pond    NN   nsubj   leaked
    leaked  VBD  ccomp   said
""")


def test_a_phrase_is_all_that_hangs_on_a_word() -> None:
    assert DOC.text[slice(*phrase(DOC[6]))] == "the pond leaked"
    assert DOC.text[slice(*stretch(DOC[0], DOC[1]))] == "She has"


def test_a_verb_has_the_auxiliaries_right_before_it() -> None:
    assert DOC.text[slice(*with_auxiliaries(DOC[3]))] == "has since said"
    assert DOC.text[slice(*with_auxiliaries(DOC[6]))] == "leaked"


def test_edges_are_trimmed_of_marks_and_nothing_is_left_of_marks_alone() -> None:
    assert trim(" “Velo”, ", CharRange(0, 9)) == CharRange(2, 6)
    assert trim(" — ", CharRange(0, 3)) is None


def test_what_is_left_of_a_range() -> None:
    assert without(CharRange(0, 10), CharRange(3, 5)) == (CharRange(0, 3), CharRange(5, 10))
    assert without(CharRange(0, 10), CharRange(0, 5)) == (CharRange(5, 10),)
    assert without(CharRange(0, 10), CharRange(10, 12)) == (CharRange(0, 10),)
