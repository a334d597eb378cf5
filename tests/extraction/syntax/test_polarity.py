"""Negation of verbs."""

from onrecord.extraction.syntax import is_negated
from tests.documents import annotated


def test_a_verb_is_negated_by_not_and_by_nobody_as_its_subject() -> None:
    negated = annotated("""
        has   VBZ  aux   said
        not   RB   neg   said
        said  VBN  ROOT  -
    """)
    nobody = annotated("""
        none  NN   nsubj  said
        of    IN   prep   none
        them  PRP  pobj   of
        said  VBD  ROOT   -
    """)
    no_man = annotated("""
        neither  DT   det    man
        man      NN   nsubj  said
        said     VBD  ROOT   -
    """)
    assert all(is_negated(verb) for verb in (negated[2], nobody[3], no_man[2]))


def test_of_neither_nor_both_verbs_are_negated() -> None:
    doc = annotated("""
        would    MD  aux      confirm
        neither  CC  preconj  confirm
        confirm  VB  ROOT     -
        nor      CC  cc       confirm
        deny     VB  conj     confirm
    """)
    assert [is_negated(doc[i]) for i in (2, 4)] == [True, True]


def test_who_says_that_something_did_not_happen_says_it() -> None:
    doc = annotated("""
        she    PRP  nsubj  said
        said   VBD  ROOT   -
        it     PRP  nsubj  fell
        never  RB   neg    fell
        fell   VBD  ccomp  said
    """)
    assert [is_negated(doc[i]) for i in (1, 4)] == [False, True]
