"""Labels of a transcript or an interview."""

import pytest

from onrecord.extraction.coreference.sieves import labels
from onrecord.extraction.coreference.weight_tables import worth
from tests.extraction.coreference.sieves.scene import Scene, same_as

INTERVIEW = """
    Ada    NNP  compound  Orlen  PERSON
    Orlen  NNP  nsubj     spoke  PERSON
    spoke  VBD  ROOT      -      lemma=speak
    to     IN   prep      spoke
    Ivo    NNP  compound  Marek  PERSON
    Marek  NNP  pobj      to     PERSON
    .      .    punct     spoke

    # paragraph
    Q      NNP  dep       Why
    :      :    punct     Q
    Why    WRB  ROOT      -
    ?      .    punct     Why

    # paragraph
    A      NNP  dep       Hope
    :      :    punct     A
    Hope   NN   ROOT      -
    .      .    punct     Hope
"""
UNTOLD = """
    Orlen  NNP  nsubj     met    PERSON
    met    VBD  ROOT      -
    Ivo    NNP  compound  Marek  PERSON
    Marek  NNP  dobj      met    PERSON
    .      .    punct     met

    Marek  NNP  nsubj     left   PERSON
    left   VBD  ROOT      -
    Velo   NNP  dobj      left   GPE
    .      .    punct     left

    Velo   NNP  nsubj     beat   GPE
    beat   VBD  ROOT      -
    Velo   NNP  dobj      beat   GPE
    .      .    punct     beat

    # paragraph
    Q      NNP  dep       Why
    :      :    punct     Q
    Why    WRB  ROOT      -
    ?      .    punct     Why

    # paragraph
    A      NNP  dep       Volk
    :      :    punct     A
    Volk   NNP  ROOT      -      PERSON
    .      .    punct     Volk

    Volk   NNP  nsubj     beat   PERSON
    beat   VBD  ROOT      -
    Volk   NNP  dobj      beat   PERSON
    .      .    punct     beat
"""
TRANSCRIPT = """
    Ivo      NNP  compound  Marek  PERSON
    Marek    NNP  nsubj     met    PERSON
    met      VBD  ROOT      -
    the      DT   det       Bank
    Velo     NNP  compound  Bank   ORG
    Bank     NNP  dobj      met    ORG
    .        .    punct     met

    # paragraph
    GEN      NNP  compound  MAREK
    .        .    punct     GEN
    MAREK    NNP  dep       Yes
    :        :    punct     MAREK
    Yes      UH   ROOT      -
    .        .    punct     Yes

    # paragraph
    ADA      NNP  compound  MAREK
    MAREK    NNP  dep       No
    :        :    punct     MAREK
    No       UH   ROOT      -
    .        .    punct     No

    # paragraph
    VELO     NNP  compound  BANK
    BANK     NNP  dep       Perhaps
    :        :    punct     BANK
    Perhaps  RB   ROOT      -
    .        .    punct     Perhaps

    # paragraph
    MISS     NNP  compound  AUBER
    AUBER    NNP  dep       Never    PERSON
    :        :    punct     AUBER
    Never    RB   ROOT      -
    .        .    punct     Never

    # paragraph
    VOTERS   NNS  dep       Always
    :        :    punct     VOTERS
    Always   RB   ROOT      -
    .        .    punct     Always

    # paragraph
    GEN        NNP  dep       Right
    .          .    punct     GEN
    :          :    punct     GEN
    Right      RB   ROOT      -
    .          .    punct     Right

    # paragraph
    PRESIDENT  NNP  dep       Wrong
    :          :    punct     PRESIDENT
    Wrong      RB   ROOT      -
    of         IN   prep      Wrong
    Lanta      NNP  pobj      of       GPE
    .          .    punct     Wrong

    # paragraph
    LANTA      NNP  dep       Soon
    :          :    punct     LANTA
    Soon       RB   ROOT      -
    .          .    punct     Soon

    # paragraph
    IVO        NNP  compound  MAREK
    ELIN       NNP  compound  MAREK
    MAREK      NNP  dep       Today
    :          :    punct     MAREK
    Today      RB   ROOT      -
    .          .    punct     Today

    # paragraph
    The        DT   det       newspaper
    newspaper  NN   dep       Often
    :          :    punct     newspaper
    Often      RB   ROOT      -
    .          .    punct     Often
"""
LESSON = """
    A       DT   det       lesson
    lesson  NN   ROOT      -
    from    IN   prep      lesson
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  pobj      from   PERSON
    :       :    punct     lesson
    wait    VB   dep       lesson
    .       .    punct     lesson

    A       DT   det       word
    word    NN   ROOT      -
    from    IN   prep      word
    Orlen   NNP  pobj      from   PERSON
    to      IN   prep      word
    Ivo     NNP  compound  Marek  PERSON
    Marek   NNP  pobj      to     PERSON
    :       :    punct     word
    go      VB   dep       word
    .       .    punct     word

    Said    VBD  ROOT      -
    Marek   NNP  nsubj     Said   PERSON
    :       :    punct     Said
    stay    VB   dep       Said
    .       .    punct     Said

    A       DT   det       note
    note    NN   ROOT      -
    from    IN   prep      note
    Velo    NNP  pobj      from   GPE
    :       :    punct     note
    rest    VB   dep       note
    .       .    punct     note
"""


@pytest.mark.parametrize(("label", "name"), [("Q", "Ada Orlen"), ("A", "Ivo Marek")])
def test_who_asks_and_who_answers_are_told_before_the_interview(label: str, name: str) -> None:
    proposal = Scene.of(INTERVIEW).ask(labels.who_asks_or_answers, label, kind="label")
    assert proposal is not None
    assert ([entity.name for entity in proposal.entities], proposal.sureness) == (
        [name],
        worth(labels.who_asks_or_answers),
    )


@pytest.mark.parametrize(("label", "names"), [("Q", ["Q"]), ("A", ["Ivo Marek"])])
def test_where_nobody_tells_who_asks_who_is_named_most_answers(label: str, names: list[str]) -> None:
    assert Scene.of(UNTOLD).names(labels.who_asks_or_answers, label, kind="label") == names


def test_a_name_is_neither_a_question_nor_an_answer() -> None:
    assert Scene.of(TRANSCRIPT).names_all(labels.who_asks_or_answers, "GEN. MAREK", "label") is None


@pytest.mark.parametrize(
    ("label", "name"), [("GEN. MAREK", "Ivo Marek"), ("VELO BANK", "Velo Bank"), ("IVO ELIN MAREK", "Ivo Marek")]
)
def test_a_label_is_whose_name_elsewhere_has_its_words(label: str, name: str) -> None:
    scene = Scene.of(TRANSCRIPT)
    assert scene.names_all(labels.bearer_of_label, label, "label") == [name]


@pytest.mark.parametrize("label", ["ADA MAREK", "MISS AUBER", "LANTA"])
def test_a_label_is_nobody_of_another_given_name_nor_whom_it_alone_names_nor_a_place(label: str) -> None:
    assert Scene.of(TRANSCRIPT).names_all(labels.bearer_of_label, label, "label") is None


@pytest.mark.parametrize(("label", "head"), [("VOTERS", "VOTERS"), ("The newspaper", "newspaper"), ("GEN.", "GEN")])
def test_a_label_that_is_no_name_is_read_as_a_source(label: str, head: str) -> None:
    proposal = Scene.of(TRANSCRIPT).ask_all(labels.label_without_name, label, "label")
    assert same_as(proposal) == [(head, label)]
    assert proposal is not None
    assert [mention.kind for mention in proposal.same_as] == ["source"]


@pytest.mark.parametrize("label", ["GEN. MAREK", "ADA MAREK"])
def test_a_label_that_is_a_name_is_not_read_as_a_source(label: str) -> None:
    assert Scene.of(TRANSCRIPT).ask_all(labels.label_without_name, label, "label") is None


@pytest.mark.parametrize(("label", "name"), [("A lesson from Ada Orlen", "Ada Orlen"), ("Said Marek", "Ivo Marek")])
def test_the_one_person_named_in_more_than_a_label_speaks(label: str, name: str) -> None:
    assert Scene.of(LESSON).names_all(labels.person_in_label, label, "label") == [name]


@pytest.mark.parametrize("label", ["A word from Orlen to Ivo Marek", "Ada Orlen", "A note from Velo"])
def test_two_persons_in_a_label_a_name_alone_and_a_place_are_nobody_in_it(label: str) -> None:
    assert Scene.of(LESSON).names_all(labels.person_in_label, label, "label") is None


def test_whom_the_tagger_saw_in_a_label_is_not_there_twice() -> None:
    scene = Scene.of(TRANSCRIPT)
    proposal = scene.ask_all(labels.person_of_label, "MISS AUBER", "label")
    assert proposal is not None
    assert [(one.name, one in scene.discourse.entities) for one in proposal.entities] == [("AUBER", True)]


@pytest.mark.parametrize(("label", "name"), [("GEN. MAREK", "MAREK"), ("PRESIDENT", "PRESIDENT")])
def test_a_name_that_stands_in_a_label_alone_is_somebody_new_without_the_title(label: str, name: str) -> None:
    scene = Scene.of(TRANSCRIPT)
    proposal = scene.ask_all(labels.person_of_label, label, "label")
    assert proposal is not None
    [person] = proposal.entities
    assert (person.name, person.type, person in scene.discourse.entities) == (name, "person", False)
    assert proposal.mention is not None
    assert proposal.mention.text == name


def test_an_article_that_opens_the_text_begins_no_interview() -> None:
    scene = Scene.of("""
        A        DT   det    harbour
        harbour  NN   ROOT   -
        .        .    punct  harbour

        Ada      NNP  compound  Orlen  PERSON
        Orlen    NNP  nsubj     ran    PERSON
        ran      VBD  ROOT      -
        it       PRP  dobj      ran
        .        .    punct     ran

        # paragraph
        A        LS   ROOT   -
        :        :    punct  A
    """)
    assert scene.names(labels.who_asks_or_answers, "A", nth=1, kind="label") == ["Ada Orlen"]
