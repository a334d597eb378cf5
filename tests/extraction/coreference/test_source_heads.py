"""Which words of a source tell who it is."""

import pytest

from onrecord.extraction.coreference.source_heads import heads_of, named_behind_all, named_in_front, with_examples
from tests.extraction.coreference.sieves.scene import Scene

GROUPS = """
    Some       DT   det       clerks
    clerks     NNS  nsubj     left
    such       JJ   amod      as
    as         IN   prep      clerks
    Orlen      NNP  pobj      as        PERSON
    left       VBD  ROOT      -
    .          .    punct     left

    Bakers     NNS  nsubj     slept
    ,          ,    punct     Bakers
    like       IN   prep      Bakers
    Orlen      NNP  pobj      like      PERSON
    ,          ,    punct     Bakers
    slept      VBD  ROOT      -
    .          .    punct     slept

    A          DT   det       baker
    baker      NN   nsubj     ran
    like       IN   prep      baker
    Orlen      NNP  pobj      like      PERSON
    ran        VBD  ROOT      -
    .          .    punct     ran
"""
HEADS = """
    Ada        NNP  compound  Orlen     PERSON
    Orlen      NNP  nsubj     left      PERSON
    ,          ,    punct     Orlen
    a          DT   det       clerk
    clerk      NN   appos     Orlen
    ,          ,    punct     Orlen
    and        CC   cc        Orlen
    a          DT   det       Liberal
    Liberal    NN   conj      Orlen
    left       VBD  ROOT      -
    .          .    punct     left

    The        DT   det       mayor
    former     JJ   amod      mayor
    mayor      NN   nsubj     slept
    and        CC   cc        mayor
    banker     NN   conj      mayor
    slept      VBD  ROOT      -
    .          .    punct     slept

    The        DT   det       mayor
    mayor      NN   nsubj     ran
    and        CC   cc        mayor
    the        DT   det       banker
    banker     NN   conj      mayor
    ran        VBD  ROOT      -
    .          .    punct     ran

    Two        CD   nummod    bakers
    bakers     NNS  nsubj     won
    ,          ,    punct     bakers
    Ivo        NNP  compound  Marek     PERSON
    Marek      NNP  appos     bakers    PERSON
    and        CC   cc        Marek
    Peter      NNP  compound  Auber     PERSON
    Auber      NNP  conj      Marek     PERSON
    won        VBD  ROOT      -
    .          .    punct     won

    President  NNP  nsubj     fell
    of         IN   prep      President
    Velo       NNP  pobj      of        GPE
    Marek      NNP  appos     President  PERSON
    fell       VBD  ROOT      -
    .          .    punct     fell

    Editor     NN   nsubj     sang
    and        CC   cc        Editor
    Marek      NNP  conj      Editor    PERSON
    sang       VBD  ROOT      -
    .          .    punct     sang

    clerks     NNS  nsubj     spoke
    and        CC   cc        clerks
    Marek      NNP  conj      clerks    PERSON
    spoke      VBD  ROOT      -
    .          .    punct     spoke

    Voters     NNS  nsubj     reached
    reached    VBD  ROOT      -
    by         IN   prep      reached
    phone      NN   pobj      by
    .          .    punct     reached
"""
NAMED = """
    One        CD   nummod    clerk
    clerk      NN   nsubj     left
    off        IN   prep      clerk
    duty       NN   pobj      off
    ,          ,    punct     clerk
    Ada        NNP  compound  Orlen     PERSON
    Orlen      NNP  appos     clerk     PERSON
    ,          ,    punct     clerk
    left       VBD  ROOT      -
    .          .    punct     left

    A          DT   det       woman
    woman      NN   nsubj     slept
    identified  VBN  acl      woman
    as         IN   prep      identified
    Orlen      NNP  pobj      as        PERSON
    there      RB   advmod    identified
    slept      VBD  ROOT      -
    .          .    punct     slept

    One        CD   nummod    baker
    baker      NN   nsubj     ran
    ,          ,    punct     baker
    Orlen      NNP  appos     baker     PERSON
    off        IN   prep      baker
    duty       NN   pobj      off
    ran        VBD  ROOT      -
    .          .    punct     ran

    Novice     NN   compound  Orlen
    Ada        NNP  compound  Orlen     PERSON
    Orlen      NNP  nsubj     won       PERSON
    (          -LRB-  punct   Orlen
    aged       JJ   amod      Orlen
    )          -RRB-  punct   Orlen
    won        VBD  ROOT      -
    .          .    punct     won

    Friends    NNS  nsubj     fell
    of         IN   prep      Friends
    Ada        NNP  compound  Orlen     PERSON
    Orlen      NNP  pobj      of        PERSON
    ,          ,    punct     Friends
    fell       VBD  ROOT      -
    .          .    punct     fell

    The        DT   det       town
    town       NN   nsubj     sang
    and        CC   cc        town
    Orlen      NNP  conj      town      PERSON
    sang       VBD  ROOT      -
    .          .    punct     sang

    Poet       NN   nmod      4
    and        CC   cc        Poet
    author     NN   conj      Poet
    Orlen      NNP  nsubj     spoke     PERSON
    spoke      VBD  ROOT      -
    .          .    punct     spoke

    Orlen      NNP  nsubj     met       PERSON
    ,          ,    punct     Orlen
    Ivo        NNP  compound  Marek     PERSON
    Marek      NNP  conj      Orlen     PERSON
    met        VBD  ROOT      -
    .          .    punct     met
"""


@pytest.mark.parametrize(
    ("words", "group", "examples"),
    [
        ("Some clerks such as Orlen", "Some clerks", "Orlen"),
        ("Bakers, like Orlen,", "Bakers", "Orlen,"),
    ],
)
def test_examples_are_parted_from_their_group(words: str, group: str, examples: str) -> None:
    parted = with_examples(Scene.of(GROUPS).span(words))
    assert parted is not None
    assert [part.text for part in parted] == [group, examples]


@pytest.mark.parametrize("words", ["A baker like Orlen", "Some clerks such as", "Bakers, like"])
def test_one_who_is_like_somebody_and_a_group_without_examples_is_whole(words: str) -> None:
    assert with_examples(Scene.of(GROUPS).span(words)) is None


@pytest.mark.parametrize(
    ("words", "heads"),
    [
        ("Ada Orlen, a clerk, and a Liberal", ["Orlen"]),
        ("The former mayor and banker", ["mayor"]),
        ("The mayor and the banker", ["mayor", "banker"]),
        ("Two bakers, Ivo Marek and Peter Auber", ["Marek", "Auber"]),
        ("Two bakers", ["bakers"]),
        ("President of Velo Marek", ["Marek"]),
        ("Editor and Marek", ["Marek"]),
        ("clerks and Marek", ["clerks", "Marek"]),
        ("Voters reached by phone", ["Voters"]),
    ],
)
def test_the_heads_of_a_source_are_those_who_speak(words: str, heads: list[str]) -> None:
    scene = Scene.of(HEADS)
    assert [head.text for head in heads_of(scene.discourse, scene.span(words))] == heads


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("One clerk off duty, Ada Orlen,", "Ada Orlen"),
        ("A woman identified as Orlen there", "Ada Orlen"),
        ("One baker, Orlen off duty", None),
        ("Novice Ada Orlen", None),
    ],
)
def test_a_name_closes_a_source_behind_a_comma(words: str, name: str | None) -> None:
    scene = Scene.of(NAMED)
    found = named_behind_all(scene.discourse, scene.span(words))
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Novice Ada Orlen (aged)", "Ada Orlen"),
        ("Poet and author Orlen", "Ada Orlen"),
        ("Friends of Ada Orlen,", None),
        ("The town and Orlen", None),
        ("Orlen, Ivo Marek", None),
        ("A woman identified", None),
    ],
)
def test_a_name_closes_the_front_of_a_source(words: str, name: str | None) -> None:
    scene = Scene.of(NAMED)
    found = named_in_front(scene.discourse, scene.span(words))
    assert (found.name if found is not None else None) == name
