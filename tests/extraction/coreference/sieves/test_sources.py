"""The words of a source as a whole."""

import pytest

from onrecord.extraction.coreference.sieves import sources
from tests.extraction.coreference.sieves.scene import Scene, same_as

USERS = """
    One         CD   nummod  user
    user        NN   nsubj   said
    @quaywatch  NNP  appos   user
    said        VBD  ROOT    -
    so          RB   advmod  said
    .           .    punct   said

    Another     DT   det     user
    user        NN   nsubj   agreed
    quay@lanta.example  NNP  appos  user
    agreed      VBD  ROOT    -
    .           .    punct   agreed

    Friend      NN   nsubj   left
    @pierwatch  NNP  appos   Friend
    left        VBD  ROOT    -
    .           .    punct   left
"""
CLERKS = """
    Three      CD   nummod    clerks
    clerks     NNS  nsubj     said
    ,          ,    punct     clerks
    including  VBG  prep      clerks
    Ada        NNP  compound  Orlen   PERSON
    Orlen      NNP  pobj      including  PERSON
    ,          ,    punct     clerks
    said       VBD  ROOT      -
    so         RB   advmod    said
    .          .    punct     said

    Four       CD   nummod    bakers
    bakers     NNS  nsubj     agreed
    ,          ,    punct     bakers
    including  VBG  prep      bakers
    a          DT   det       woman
    woman      NN   pobj      including
    ,          ,    punct     bakers
    agreed     VBD  ROOT      -
    .          .    punct     agreed

    The        DT   det       mayor
    mayor      NN   nsubj     left
    ,          ,    punct     mayor
    like       IN   prep      mayor
    Orlen      NNP  pobj      like     PERSON
    ,          ,    punct     mayor
    left       VBD  ROOT      -
    .          .    punct     left
"""
HOMES = """
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  nsubj     said   PERSON
    of      IN   prep      Orlen
    Velo    NNP  pobj      3      GPE
    and     CC   cc        Velo
    Ivo     NNP  compound  Marek  PERSON
    Marek   NNP  conj      Velo   PERSON
    of      IN   prep      Marek
    Lanta   NNP  pobj      8      GPE
    said    VBD  ROOT      -
    so      RB   advmod    said
    .       .    punct     said

    Orlen   NNP  nsubj     agreed  PERSON
    and     CC   cc        Orlen
    Marek   NNP  conj      Orlen   PERSON
    agreed  VBD  ROOT      -
    .       .    punct     agreed

    Orlen   NNP  nsubj     left    PERSON
    of      IN   prep      Orlen
    Velo    NNP  pobj      of      GPE
    and     CC   cc        Orlen
    cousin  NN   compound  Marek
    Marek   NNP  conj      Orlen   PERSON
    left    VBD  ROOT      -
    .       .    punct     left
"""
MINISTERS = """
    Ministers  NNS  nsubj     left
    of         IN   prep      Ministers
    Velo       NNP  pobj      of         GPE
    ,          ,    punct     Ministers
    Ada        NNP  compound  Orlen      PERSON
    Orlen      NNP  appos     Velo       PERSON
    and        CC   cc        Orlen
    Ivo        NNP  compound  Marek      PERSON
    Marek      NNP  conj      Orlen      PERSON
    left       VBD  ROOT      -
    .          .    punct     left

    Winner     NN   nsubj     slept
    ,          ,    punct     Winner
    Orlen      NNP  appos     Winner     PERSON
    and        CC   cc        Orlen
    Marek      NNP  conj      Orlen      PERSON
    slept      VBD  ROOT      -
    .          .    punct     slept

    Foes       NNS  nsubj     ran
    of         IN   prep      Foes
    Orlen      NNP  pobj      of         PERSON
    and        CC   cc        Orlen
    Marek      NNP  conj      Orlen      PERSON
    ran        VBD  ROOT      -
    .          .    punct     ran

    Judges     NNS  nsubj     won
    ,          ,    punct     Judges
    Orlen      NNP  appos     Judges     PERSON
    and        CC   cc        Orlen
    Marek      NNP  conj      Orlen      PERSON
    aside      RB   advmod    Judges
    won        VBD  ROOT      -
    .          .    punct     won

    Orlen      NNP  nsubj     fell       PERSON
    of         IN   prep      Orlen
    Velo       NNP  pobj      of         GPE
    ,          ,    punct     Velo
    Marek      NNP  appos     Velo       PERSON
    fell       VBD  ROOT      -
    .          .    punct     fell
"""
LOST = """
    Novice  NN   nsubj     said
    Sen.    NNP  compound  Orlen
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  appos     Novice  PERSON
    (       -LRB-  punct   Novice
    a       DT   det       Liberal
    Liberal  NNP  appos    Novice
    )       -RRB-  punct   Novice
    said    VBD  ROOT      -
    so      RB   advmod    said
    .       .    punct     said

    Friends  NNS  nsubj    agreed
    of      IN   prep      Friends
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  pobj      of      PERSON
    agreed  VBD  ROOT      -
    .       .    punct     agreed

    One     CD   nummod    clerk
    clerk   NN   nsubj     left
    off     IN   prep      clerk
    duty    NN   pobj      off
    ,       ,    punct     clerk
    Ivo     NNP  compound  Marek   PERSON
    Marek   NNP  npadvmod  left    PERSON
    ,       ,    punct     clerk
    left    VBD  ROOT      -
    .       .    punct     left

    Clerks  NNS  nsubj     ran
    off     IN   prep      Clerks
    duty    NN   pobj      off
    ,       ,    punct     Clerks
    Marek   NNP  npadvmod  ran     PERSON
    ,       ,    punct     Clerks
    ran     VBD  ROOT      -
    .       .    punct     ran
"""
UNIONS = """
    Two      CD   nummod    unions
    unions   NNS  nsubj     said
    ,        ,    punct     unions
    Lanta    NNP  compound  Dockers  ORG
    Dockers  NNPS  conj     unions   ORG
    and      CC   cc        Dockers
    Velo     NNP  compound  Pilots   ORG
    Pilots   NNPS  conj     Dockers  ORG
    ,        ,    punct     unions
    said     VBD  ROOT      -
    so       RB   advmod    said
    .        .    punct     said

    Ada      NNP  compound  Orlen    PERSON
    Orlen    NNP  nsubj     agreed   PERSON
    and      CC   cc        Orlen
    two      CD   nummod    clerks
    clerks   NNS  conj      Orlen
    agreed   VBD  ROOT      -
    .        .    punct     agreed

    Boys     NNS  nsubj     won
    and      CC   cc        Boys
    girls    NNS  conj      Boys
    and      CC   cc        girls
    clerks   NNS  conj      girls
    won      VBD  ROOT      -
    .        .    punct     won

    Orlen    NNP  nsubj     fell     PERSON
    ,        ,    punct     Orlen
    girls    NNS  conj      Orlen
    and      CC   cc        girls
    clerks   NNS  conj      girls
    fell     VBD  ROOT      -
    .        .    punct     fell

    Boys     NNS  nsubj     ran
    ,        ,    punct     Boys
    girls    NNS  conj      Boys
    ran      VBD  ROOT      -
    .        .    punct     ran
"""


def test_a_handle_names_who_has_it() -> None:
    proposal = Scene.of(USERS).ask_all(sources.user_of_handle, "One user @quaywatch")
    assert proposal is not None
    [user] = proposal.entities
    assert (user.type, user.name, [mention.text for mention in user.mentions]) == (
        "person",
        "@quaywatch",
        ["@quaywatch"],
    )


def test_a_handle_that_is_known_names_the_same_user() -> None:
    scene = Scene.of(USERS)
    first = scene.ask_all(sources.user_of_handle, "One user @quaywatch")
    assert first is not None
    scene.discourse.add(first.entities[0])
    again = scene.ask_all(sources.user_of_handle, "@quaywatch")
    assert again is not None
    assert again.entities[0] is first.entities[0]
    assert scene.names_all(sources.user_of_handle, "Friend @pierwatch") == ["@pierwatch"]


def test_an_address_is_no_handle() -> None:
    assert Scene.of(USERS).ask_all(sources.user_of_handle, "Another user quay@lanta.example") is None


def test_examples_with_names_speak_before_their_group() -> None:
    proposal = Scene.of(CLERKS).ask_all(sources.with_named_examples, "Three clerks, including Ada Orlen")
    assert same_as(proposal) == [("Orlen", "Ada Orlen"), ("clerks", "Three clerks")]
    assert proposal is not None
    assert proposal.sureness is None


@pytest.mark.parametrize("words", ["Four bakers, including a woman", "The mayor, like Orlen", "Three clerks"])
def test_examples_without_names_and_one_who_is_like_somebody_are_no_examples(words: str) -> None:
    assert Scene.of(CLERKS).ask_all(sources.with_named_examples, words) is None


def test_persons_with_homes_between_their_names_are_a_list() -> None:
    words = "Ada Orlen of Velo and Ivo Marek of Lanta"
    assert Scene.of(HOMES).names_all(sources.listed_with_homes, words) == ["Ada Orlen", "Ivo Marek"]


@pytest.mark.parametrize(
    "words", ["Orlen and Marek", "Orlen of Velo and cousin Marek", "Ivo Marek of Lanta", "of Velo"]
)
def test_names_without_homes_or_with_another_noun_between_are_no_list(words: str) -> None:
    assert Scene.of(HOMES).names_all(sources.listed_with_homes, words) is None


def test_names_that_close_a_source_are_those_of_the_plural_before_them() -> None:
    words = "Ministers of Velo, Ada Orlen and Ivo Marek"
    assert Scene.of(MINISTERS).names_all(sources.listed_with_homes, words) == ["Ada Orlen", "Ivo Marek"]


@pytest.mark.parametrize(
    "words",
    ["Winner, Orlen and Marek", "Foes of Orlen and Marek", "Judges, Orlen and Marek aside", "Orlen of Velo, Marek"],
)
def test_names_behind_a_singular_or_without_a_comma_or_before_the_end_and_no_and_are_no_list(words: str) -> None:
    assert Scene.of(MINISTERS).names_all(sources.listed_with_homes, words) is None


@pytest.mark.parametrize(
    ("words", "name"),
    [("Novice Sen. Ada Orlen (a Liberal)", "Ada Orlen"), ("One clerk off duty, Ivo Marek,", "Ivo Marek")],
)
def test_a_name_that_opens_or_closes_a_source_is_found_where_no_head_is_a_name(words: str, name: str) -> None:
    assert Scene.of(LOST).names_all(sources.name_lost_by_parser, words) == [name]


@pytest.mark.parametrize(
    "words", ["Friends of Ada Orlen", "Ada Orlen", "One clerk off duty", "Clerks off duty, Marek,"]
)
def test_a_name_behind_a_preposition_or_at_the_head_is_not_lost(words: str) -> None:
    assert Scene.of(LOST).names_all(sources.name_lost_by_parser, words) is None


def test_each_head_of_a_source_speaks() -> None:
    proposal = Scene.of(UNIONS).ask_all(sources.speakers_at_heads, "Ada Orlen and two clerks")
    assert proposal is not None
    assert [mention.head.text for mention in proposal.same_as] == ["Orlen", "clerks"]
    assert {mention.kind for mention in proposal.same_as} == {"speaker"}
    assert not proposal.summed_up


def test_a_plural_before_a_list_sums_it_up() -> None:
    proposal = Scene.of(UNIONS).ask_all(sources.speakers_at_heads, "Two unions, Lanta Dockers and Velo Pilots,")
    assert proposal is not None
    assert [mention.head.text for mention in proposal.same_as] == ["unions", "Dockers", "Pilots"]
    assert proposal.summed_up


@pytest.mark.parametrize("words", ["Boys and girls and clerks", "Orlen, girls and clerks", "Boys, girls"])
def test_what_is_no_plural_before_a_list_of_two_at_least_sums_up_nothing(words: str) -> None:
    proposal = Scene.of(UNIONS).ask_all(sources.speakers_at_heads, words)
    assert proposal is not None
    assert not proposal.summed_up
