"""Who is new to a document: by which words they go, and what they are."""

import pytest

from onrecord.extraction.coreference.newcomers import described, unlisted
from onrecord.extraction.coreference.proposal import Proposal
from onrecord.extraction.entities import DiscourseEntity
from tests.extraction.coreference.sieves.scene import Scene

DESCRIBED = """
    Two        CD   nummod  officials
    officials  NNS  nsubj   left
    in         IN   prep    officials
    Velo       NNP  pobj    in
    who        WP   nsubj   slept
    slept      VBD  relcl   officials
    left       VBD  ROOT    -
    .          .    punct   left

    But        CC   cc      agreed
    the        DT   det     actress
    actress    NN   nsubj   agreed
    agreed     VBD  ROOT    -
    .          .    punct   agreed

    Many       JJ   nsubj   waited
    waited     VBD  ROOT    -
    .          .    punct   waited

    A          DT   det     diplomat
    diplomat   NN   nsubj   spoke
    briefed    VBN  acl     diplomat
    on         IN   prep    briefed
    talks      NNS  pobj    on
    ,          ,    punct   talks
    which      WDT  nsubj   failed
    failed     VBD  relcl   talks
    ,          ,    punct   talks
    spoke      VBD  ROOT    -
    .          .    punct   spoke

    A          DT   det     report
    report     NN   nsubj   warned
    by         IN   prep    report
    clerks     NNS  pobj    by
    published  VBN  acl     clerks
    late       RB   advmod  published
    warned     VBD  ROOT    -
    .          .    punct   warned

    A          DT   det     militia
    militia    NN   nsubj   fired
    on         IN   prep    militia
    Monday     NNP  pobj    on      DATE
    fired      VBD  ROOT    -
    .          .    punct   fired
"""
NAMES = """
    Velo       NNP  compound  Lines     ORG
    Lines      NNP  nsubj     grew      ORG
    grew       VBD  ROOT      -
    .          .    punct     grew

    General    NNP  compound  Maro
    Quil       NNP  compound  Maro
    Maro       NNP  nsubj     left
    left       VBD  ROOT      -
    .          .    punct     left

    The        DT   det       Harbour
    Harbour    NNP  nsubj     fell
    of         IN   prep      Harbour
    Lanta      NNP  pobj      of
    fell       VBD  ROOT      -
    .          .    punct     fell

    The        DT   det       Lines
    Velo       NNP  compound  Lines
    Lines      NNP  nsubj     rose
    rose       VBD  ROOT      -
    .          .    punct     rose

    the        DT   det       Quay
    old        JJ   amod      Quay
    Quay       NNP  nsubj     sank
    at         IN   prep      Quay
    home       NN   pobj      at
    sank       VBD  ROOT      -
    .          .    punct     sank
"""


def new(word: str, words: str) -> DiscourseEntity:
    """Return who is described at a word in `words`."""
    scene = Scene.of(DESCRIBED)
    return described(scene.token(word), scene.span(words))


def name(scene: Scene, word: str, words: str, nth: int = 0) -> Proposal:
    """Return whom `words` name that the tagger passed over, with a head."""
    head = scene.token(word, nth)
    start = head.left_edge.i
    span = next(scene.doc[start:end] for end in range(start, len(scene.doc) + 1) if scene.doc[start:end].text == words)
    return unlisted(scene.discourse, head, span)


@pytest.mark.parametrize(
    ("word", "words", "named"),
    [
        ("officials", "Two officials in Velo who slept", "Two officials in Velo"),
        ("officials", "Two officials", "Two officials"),
        ("actress", "But the actress", "the actress"),
        ("diplomat", "A diplomat briefed on talks, which failed,", "A diplomat briefed on talks"),
        ("report", "A report by clerks published late", "A report by clerks"),
        ("militia", "A militia on Monday", "A militia"),
    ],
)
def test_who_is_described_goes_by_the_words_up_to_the_first_clause(word: str, words: str, named: str) -> None:
    entity = new(word, words)
    assert (entity.name, [mention.text for mention in entity.mentions], entity.named) == (named, [named], False)


@pytest.mark.parametrize(
    ("word", "type_", "gender"),
    [
        ("officials", "group", None),
        ("actress", "person", "f"),
        ("Many", "group", None),
        ("diplomat", "person", None),
        ("report", "document", None),
    ],
)
def test_who_is_described_is_of_the_type_and_gender_of_the_noun(word: str, type_: str, gender: str | None) -> None:
    entity = new(word, word)
    assert (entity.type, entity.gender) == (type_, gender)


def test_a_name_behind_a_title_is_a_person_without_it() -> None:
    [entity] = name(Scene.of(NAMES), "Maro", "General Quil Maro").entities
    assert (entity.type, entity.name) == ("person", "Quil Maro")


@pytest.mark.parametrize(
    ("word", "words", "printed"),
    [("Harbour", "The Harbour of Lanta", "Harbour of Lanta"), ("Quay", "the old Quay at home", "Quay")],
)
def test_a_name_goes_on_behind_a_word_that_binds_names(word: str, words: str, printed: str) -> None:
    [entity] = name(Scene.of(NAMES), word, words).entities
    assert (entity.type, entity.name) == ("organisation", printed)


def test_a_name_that_is_known_is_one_more_mention_of_its_bearer() -> None:
    scene = Scene.of(NAMES)
    lines = scene.entity("Velo Lines")
    proposal = name(scene, "Lines", "The Velo Lines", 1)
    assert proposal.entities == (lines,)
    assert proposal.mention is not None
    assert proposal.mention.text == "Velo Lines"
