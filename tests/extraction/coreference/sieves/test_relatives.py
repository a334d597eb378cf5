"""Relative pronouns."""

import pytest

from onrecord.extraction.coreference.sieves import relatives
from tests.extraction.coreference.sieves.scene import Scene, same_as

CLAUSES = """
    Ada      NNP  compound  Orlen    PERSON
    Orlen    NNP  nsubj     left     PERSON
    and      CC   cc        Orlen
    Ivo      NNP  compound  Marek    PERSON
    Marek    NNP  conj      Orlen    PERSON
    ,        ,    punct     Orlen
    who      WP   nsubj     refuse
    refuse   VBP  relcl     Orlen
    ,        ,    punct     Orlen
    left     VBD  ROOT      -
    .        .    punct     left

    Orlen    NNP  nsubj     met      PERSON
    met      VBD  ROOT      -
    Marek    NNP  dobj      met      PERSON
    ,        ,    punct     Marek
    who      WP   nsubj     refused
    refused  VBD  relcl     Marek
    .        .    punct     met

    Pilots   NNS  nsubj     slept
    of       IN   prep      Pilots
    Velo     NNP  compound  Air      ORG
    Air      NNP  pobj      of       ORG
    ,        ,    punct     Pilots
    who      WP   nsubj     strike
    strike   VBP  relcl     Air
    ,        ,    punct     Pilots
    slept    VBD  ROOT      -
    .        .    punct     slept

    Pilots   NNS  nsubj     won
    of       IN   prep      Pilots
    Air      NNP  pobj      of       ORG
    ,        ,    punct     Pilots
    which    WDT  nsubj     fell
    fell     VBD  relcl     Pilots
    ,        ,    punct     Pilots
    won      VBD  ROOT      -
    .        .    punct     won

    Friends  NNS  nsubj     sang
    of       IN   prep      Friends
    Marek    NNP  pobj      of       PERSON
    ,        ,    punct     Marek
    who      WP   nsubj     spoke
    spoke    VBD  relcl     Friends
    sang     VBD  ROOT      -
    .        .    punct     sang

    Air      NNP  nsubj     sank     ORG
    ,        ,    punct     Air
    who      WP   nsubj     flew
    flew     VBD  relcl     Air
    sank     VBD  ROOT      -
    .        .    punct     sank

    Orlen    NNP  nsubj     lost     PERSON
    and      CC   cc        Orlen
    Marek    NNP  conj      Orlen    PERSON
    ,        ,    punct     Marek
    who      WP   nsubj     lied
    lied     VBD  relcl     Marek
    lost     VBD  ROOT      -
    .        .    punct     lost

    Boys     NNS  nsubj     rose
    and      CC   cc        Boys
    Marek    NNP  conj      Boys     PERSON
    ,        ,    punct     Marek
    who      WP   nsubj     lie
    lie      VBP  relcl     Marek
    rose     VBD  ROOT      -
    .        .    punct     rose

    A        DT   det       clerk
    clerk    NN   nsubj     came
    of       IN   prep      clerk
    Air      NNP  pobj      of       ORG
    ,        ,    punct     clerk
    who      WP   nsubj     stayed
    stayed   VBD  relcl     Air
    came     VBD  ROOT      -
    .        .    punct     came

    Who      WP   nsubj     ran
    ran      VBD  ROOT      -
    ?        .    punct     ran
"""


def test_with_a_verb_in_the_plural_who_is_all_who_are_named_together() -> None:
    proposal = Scene.of(CLAUSES).ask(relatives.antecedent_of_clause, "who", 0)
    assert [head for head, _ in same_as(proposal)] == ["Orlen", "Marek"]


@pytest.mark.parametrize(
    ("word", "nth", "antecedent"),
    [
        ("who", 1, "Marek"),
        ("who", 2, "Pilots"),
        ("which", 0, "Air"),
        ("who", 3, "Marek"),
        ("who", 4, "Air"),
        ("who", 5, "Marek"),
        ("who", 6, "Marek"),
        ("who", 7, "clerk"),
    ],
)
def test_a_relative_pronoun_is_what_its_clause_is_about(word: str, nth: int, antecedent: str) -> None:
    proposal = Scene.of(CLAUSES).ask(relatives.antecedent_of_clause, word, nth)
    assert [head for head, _ in same_as(proposal)] == [antecedent]


def test_who_of_a_question_has_no_antecedent() -> None:
    assert Scene.of(CLAUSES).ask(relatives.antecedent_of_clause, "Who") is None
