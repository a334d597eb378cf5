"""In which order mentions are resolved, and from what later ones go on."""

import pytest

from onrecord.extraction.coreference import resolution
from onrecord.extraction.coreference.mention import Mention, MentionKind
from onrecord.extraction.coreference.proposal import Sieve
from onrecord.extraction.coreference.sieves import sieves_for
from onrecord.rules import Rule
from tests.extraction.coreference.resolved import Told, resolved

QUOTED = """
    Nora    NNP  compound  Volk    PERSON
    Volk    NNP  nsubj     met     PERSON
    met     VBD  ROOT      -
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  dobj      met     PERSON
    .       .    punct     met

    “       ``   punct     said
    She     PRP  nsubj     lost
    lost    VBD  ccomp     said
    and     CC   cc        lost
    I       PRP  nsubj     won
    won     VBD  conj      lost
    ,       ,    punct     said
    ”       ''   punct     said
    Orlen   NNP  nsubj     said    PERSON
    said    VBD  ROOT      -
    .       .    punct     said
"""
SAID = """
    Nora    NNP  compound  Volk    PERSON
    Volk    NNP  nsubj     met     PERSON
    met     VBD  ROOT      -
    Ada     NNP  compound  Orlen   PERSON
    Orlen   NNP  dobj      met     PERSON
    .       .    punct     met

    Orlen   NNP  nsubj     said    PERSON
    said    VBD  ROOT      -
    “       ``   punct     said
    she     PRP  nsubj     lost
    lost    VBD  ccomp     said
    ”       ''   punct     said
    .       .    punct     said
"""
NESTED = """
    Orlen   NNP  nsubj  2     PERSON
    said    VBD  ROOT   -
    Marek   NNP  nsubj  4     PERSON
    said    VBD  ccomp  2
    I       PRP  nsubj  won
    won     VBD  ccomp  4
    .       .    punct  2
"""
LETTER = """
    A       DT   det    letter
    letter  NN   nsubj  said
    from    IN   prep   letter
    whom    WP   pobj   from
    said    VBD  ROOT   -
    so      RB   advmod  said
    .       .    punct  said
"""
OFFICIAL = """
    An        DT   det    official
    official  NN   nsubj  said
    said      VBD  ROOT   -
    quays     NNS  nsubj  shut
    shut      VBD  ccomp  said
    and       CC   cc     said
    warned    VBD  conj   said
    cranes    NNS  nsubj  fell
    fell      VBD  ccomp  warned
    .         .    punct  said

    He        PRP  nsubj  hit
    hit       VBD  ROOT   -
    a         DT   det    clerk
    clerk     NN   dobj   hit
    .         .    punct  hit

    Boys      NNS  nsubj  saw
    saw       VBD  ROOT   -
    him       PRP  dobj   saw
    .         .    punct  saw
"""
PARTY = """
    Boys      NNS  nsubj  hit
    hit       VBD  ROOT   -
    Velonews  NNP  dobj   hit
    .         .    punct  hit

    Velonews  NNP  nsubj  said
    said      VBD  ROOT   -
    so        RB   advmod  said
    .         .    punct  said
"""
BODIES = """
    It      PRP  nsubj     broke
    broke   VBD  ROOT      -
    .       .    punct     broke

    Velo    NNP  compound  Bank   ORG
    Bank    NNP  nsubj     met    ORG
    met     VBD  ROOT      -
    Union   NNP  dobj      met    ORG
    .       .    punct     met

    It      PRP  nsubj     fell
    fell    VBD  ROOT      -
    ,       ,    punct     fell
    said    VBD  parataxis  fell
    Union   NNP  nsubj     said   ORG
    .       .    punct     fell

    its     PRP$ poss      crane
    crane   NN   nsubj     sank
    sank    VBD  ROOT      -
    .       .    punct     sank
"""
TOGETHER = """
    Volk    NNP  nsubj  said    PERSON
    and     CC   cc     Volk
    Auber   NNP  conj   Volk    PERSON
    said    VBD  ROOT   -
    so      RB   advmod  said
    .       .    punct  said

    they    PRP  nsubj  won
    won     VBD  ccomp  agreed
    ,       ,    punct  agreed
    Orlen   NNP  nsubj  agreed  PERSON
    and     CC   cc     Orlen
    Marek   NNP  conj   Orlen   PERSON
    agreed  VBD  ROOT   -
    .       .    punct  agreed
"""
AGREED = """
    Volk    NNP  nsubj  said    PERSON
    and     CC   cc     Volk
    Auber   NNP  conj   Volk    PERSON
    said    VBD  ROOT   -
    so      RB   advmod  said
    .       .    punct  said

    Orlen   NNP  nsubj  agreed  PERSON
    and     CC   cc     Orlen
    Marek   NNP  conj   Orlen   PERSON
    agreed  VBD  ROOT   -
    they    PRP  nsubj  won
    won     VBD  ccomp  agreed
    .       .    punct  agreed
"""
OFFICE = """
    Minister  NNP  compound  Orlen
    Rowan     NNP  compound  Orlen  PERSON
    Orlen     NNP  nsubj     met    PERSON
    met       VBD  ROOT      -
    Peter     NNP  compound  Auber  PERSON
    Auber     NNP  dobj      met    PERSON
    .         .    punct     met

    Auber     NNP  nsubj     slept  PERSON
    slept     VBD  ROOT      -
    .         .    punct     slept

    The       DT   det       minister
    minister  NN   nsubj     left
    left      VBD  ROOT      -
    .         .    punct     left

    He        PRP  nsubj     ran
    ran       VBD  ROOT      -
    .         .    punct     ran
"""
BYLINE = """
    I       PRP  nsubj     saw
    saw     VBD  ROOT      -
    Ada     NNP  compound  Orlen  PERSON
    Orlen   NNP  dobj      saw    PERSON
    .       .    punct     saw

    She     PRP  nsubj     left
    left    VBD  ROOT      -
    .       .    punct     left
"""
LOST_WON: Told = ("Orlen", "said", "She lost and I won,")
SHUT_FELL: tuple[Told, Told] = (("An official", "said", "quays shut"), ("An official", "warned", "cranes fell"))


def test_i_in_a_quotation_before_its_source_is_that_source() -> None:
    found = resolved(QUOTED, LOST_WON, asked=[("I", "party")])
    assert found.names("I") == ["Ada Orlen"]


@pytest.mark.parametrize(("marks", "name"), [(True, "Nora Volk"), (False, "Ada Orlen")])
def test_she_is_who_speaks_without_marks_and_not_between_them(marks: bool, name: str) -> None:
    columns = "\n".join(line for line in SAID.splitlines() if marks or not line.strip().startswith(("“", "”")))
    assert resolved(columns, ("Orlen", "said", "she lost")).names("she") == [name]


def test_i_in_words_in_words_is_who_says_the_inner_ones() -> None:
    told: list[Told] = [("Orlen", "said", "Marek said I won"), ("Marek", "said", "I won")]
    assert resolved(NESTED, *told, asked=[("I", "party")]).names("I") == ["Marek"]
    assert resolved(NESTED, *told[:1], asked=[("I", "party")]).names("I") == ["Orlen"]


def test_i_of_the_narration_is_who_the_byline_names() -> None:
    assert resolved(BYLINE, asked=[("I", "party")], byline="By Ada Orlen").names("I") == ["Ada Orlen"]
    assert resolved(BYLINE, asked=[("I", "party")], byline="By Ivo Marek").names("I") == []


def test_who_writes_as_i_is_not_she_and_who_writes_as_nobody_may_be() -> None:
    assert resolved(BYLINE, byline="By Ada Orlen").names("She") == []
    columns = BYLINE.replace("I       PRP", "Boys    NNS")
    assert resolved(columns, byline="By Ada Orlen").names("She") == ["Ada Orlen"]


def test_two_mentions_that_point_at_each_other_are_nobody() -> None:
    found = resolved(LETTER, ("A letter from whom", "said", "so"))
    assert found.source().entities == ()
    assert found.source().sieves == ("sieve/speakers-at-heads", "sieve/maker-of-words", "sieve/antecedent-of-clause")


def test_a_mention_is_asked_for_once_and_nouns_for_parties_last(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, MentionKind]] = []

    def noted(mention: Mention) -> tuple[Rule[Sieve], ...]:
        asked.append((mention.head.text, mention.kind))
        return sieves_for(mention)

    monkeypatch.setattr(resolution, "sieves_for", noted)
    parties: list[tuple[str, MentionKind]] = [("clerk", "party"), ("clerk", "party"), ("him", "party")]
    resolved(OFFICIAL, *SHUT_FELL, asked=[("official", "speaker"), *parties])
    assert asked == [
        ("official", "speaker"),
        ("official", "source"),
        ("He", "subject"),
        ("Boys", "subject"),
        ("him", "party"),
        ("clerk", "party"),
    ]


def test_parties_are_resolved_once_all_who_speak_are_known() -> None:
    found = resolved(PARTY, ("Velonews", "said", "so"), asked=[("Velonews", "party")])
    assert found.source().sieves[-1] == "sieve/name-passed-over"
    assert found.of("Velonews").sieves == ("sieve/named-elsewhere",)
    assert found.of("Velonews").entities == found.source().entities


def test_who_speaks_spoke_last_for_what_follows_and_not_for_what_stands_before() -> None:
    found = resolved(BODIES, ("Union", "said", "It fell"), asked=[("It", "party"), ("its", "party")])
    assert found.names("its") == ["Union"]
    assert found.names("It") == []


def test_without_a_statement_nobody_spoke_last() -> None:
    found = resolved(BODIES, asked=[("its", "party")])
    assert found.names("its") != ["Bank"]


def test_in_the_words_of_a_statement_who_says_them_spoke_last_if_named_before_them() -> None:
    told: list[Told] = [("Volk and Auber", "said", "so"), ("Orlen and Marek", "agreed", "they won")]
    assert resolved(AGREED, *told, asked=[("they", "party")]).names("they") == ["Orlen", "Marek"]
    assert resolved(TOGETHER, *told, asked=[("they", "party")]).names("they") == ["Volk", "Auber"]


def test_later_pronouns_go_on_from_an_office_that_nobody_asks_for() -> None:
    assert resolved(OFFICE).names("He") == ["Rowan Orlen"]


def test_later_pronouns_do_not_go_on_from_a_noun_that_is_nobody() -> None:
    columns = OFFICE.replace("minister", "clerk")
    assert resolved(columns).names("He") == ["Peter Auber"]
