"""What hangs on each word."""

from onrecord.extraction.syntax import dependent, dependents, dependents_before, dependents_behind, has_dependent
from tests.documents import annotated

DOC = annotated("""
    Orlen      NNP  nsubj  told
    told       VBD  ROOT   -
    reporters  NNS  dobj   told
    on         IN   prep   told
    Friday     NNP  pobj   on

    She   PRP  nsubj  left
    left  VBD  ROOT   -
""")


def test_they_are_the_children_of_each_word_in_order() -> None:
    assert [list(dependents(token)) for token in DOC] == [list(token.children) for token in DOC]
    assert [dependents_before(token) for token in DOC] == [list(token.lefts) for token in DOC]
    assert [dependents_behind(token) for token in DOC] == [list(token.rights) for token in DOC]


def test_the_first_by_one_of_some_relations() -> None:
    assert dependent(DOC[1], "prep", "dobj") == DOC[2]
    assert dependent(DOC[1], "pobj") is None
    assert has_dependent(DOC[1], "nsubj")
    assert not has_dependent(DOC[6], "dobj")
