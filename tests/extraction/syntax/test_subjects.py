"""Who does what a verb tells."""

from spacy.tokens import Token

from onrecord.extraction.syntax import split_subject, subject, subject_phrase
from tests.documents import annotated


def text(token: Token | None) -> str | None:
    return token.text if token is not None else None


def test_a_verb_has_its_own_subject_or_shares_that_of_the_verb_before() -> None:
    doc = annotated("""
        Orlen  NNP  nsubj   stood
        stood  VBD  ROOT    -
        and    CC   cc      stood
        said   VBD  conj    stood
        so     RB   advmod  said
    """)
    assert [text(subject(doc[i])) for i in (1, 3)] == ["Orlen", "Orlen"]


def test_there_and_it_are_nobody() -> None:
    doc = annotated("""
        it     PRP  nsubj  seems
        seems  VBZ  ROOT   -
    """)
    assert subject(doc[1]) is None


def test_a_passive_is_its_agents_and_without_one_nobodys() -> None:
    by = annotated("""
        Lanta    NNP  nsubjpass  accused
        was      VBD  auxpass    accused
        accused  VBN  ROOT       -
        by       IN   agent      accused
        Sarn     NNP  pobj       by
    """)
    alone = annotated("""
        Lanta    NNP  nsubjpass  accused
        was      VBD  auxpass    accused
        accused  VBN  ROOT       -
    """)
    assert text(subject(by[2])) == "Sarn"
    assert subject(alone[2]) is None


def test_a_participle_after_a_comma_goes_on_from_the_main_clause() -> None:
    doc = annotated("""
        palace   NN   nsubj      reacted
        reacted  VBD  ROOT       -
        after    IN   mark       won
        vote     NN   nsubjpass  won
        was      VBD  auxpass    won
        won      VBN  advcl      reacted
        ,        ,    punct      won
        saying   VBG  advcl      won
    """)
    assert text(subject(doc[7])) == "palace"


def test_what_a_document_says_its_owner_says() -> None:
    doc = annotated("""
        office     NN   nsubj  issued
        issued     VBD  ROOT   -
        statement  NN   dobj   issued
        saying     VBG  acl    statement
    """)
    assert text(subject(doc[3])) == "office"


def test_a_verb_within_what_it_reports_has_two_subjects() -> None:
    doc = annotated("""
        glacier  NN   nsubj  said
        ,        ,    punct  said
        said     VBD  ROOT   -
        Marek    NNP  nsubj  said
        ,        ,    punct  said
        is       VBZ  aux    leaving
        leaving  VBG  ccomp  said
    """)
    assert text(split_subject(doc[2])) == "glacier"
    assert text(subject(doc[2])) == "Marek"


def test_the_phrase_of_a_subject_has_what_hangs_on_it_and_stops_before_its_own_verb() -> None:
    doc = annotated("""
        the    DT   det     mayor
        mayor  NN   nsubj   said
        of     IN   prep    mayor
        Lanta  NNP  pobj    of
        said   VBD  ROOT    -
        so     RB   advmod  said
    """)
    where = subject_phrase(doc[4])
    assert where is not None
    assert doc.text[slice(*where)] == "the mayor of Lanta"
    owned = annotated("""
        a       DT   det     note
        note    NN   ROOT    -
        saying  VBG  acl     note
        so      RB   advmod  saying
    """)
    where = subject_phrase(owned[2])
    assert where is not None
    assert owned.text[slice(*where)] == "a note"
