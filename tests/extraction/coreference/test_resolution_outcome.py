"""What comes of resolution: whom mentions stand for, by which sieves, and what the discourse learns."""

from onrecord.extraction.coreference.referents import SURE, Referents
from tests.extraction.coreference.resolved import Told, names_of, resolved

ESTIMATE = """
    An        DT   det       estimate
    estimate  NN   nsubj     said
    by        IN   prep      estimate
    the       DT   det       Union
    Dockers   NNP  compound  Union    ORG
    Union     NNP  pobj      by       ORG
    said      VBD  ROOT      -
    so        RB   advmod    said
    .         .    punct     said
"""
UNIONS = """
    Two      CD    nummod    unions
    unions   NNS   nsubj     said
    ,        ,     punct     unions
    Lanta    NNP   compound  Dockers  ORG
    Dockers  NNPS  conj      unions   ORG
    and      CC    cc        Dockers
    Velo     NNP   compound  Pilots   ORG
    Pilots   NNPS  conj      Dockers  ORG
    ,        ,     punct     unions
    said     VBD   ROOT      -
    so       RB    advmod    said
    .        .     punct     said
"""
PAIR = """
    Nora    NNP  compound  Volk   PERSON
    Volk    NNP  nsubj     left   PERSON
    ,       ,    punct     Volk
    who     WP   nsubj     slept
    slept   VBD  relcl     Volk
    ,       ,    punct     Volk
    left    VBD  ROOT      -
    .       .    punct     left

    Orlen   NNP  nsubj     said   PERSON
    and     CC   cc        Orlen
    she     PRP  conj      Orlen
    said    VBD  ROOT      -
    so      RB   advmod    said
    .       .    punct     said
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
"""
ROWAN = """
    Rowan   NNP  compound  Orlen  PERSON
    Orlen   NNP  nsubj     left   PERSON
    left    VBD  ROOT      -
    .       .    punct     left

    She     PRP  nsubj     said
    said    VBD  ROOT      -
    so      RB   advmod    said
    .       .    punct     said
"""
SENATOR = """
    Auber    NNP  nsubj     said     PERSON
    said     VBD  ROOT      -
    so       RB   advmod    said
    .        .    punct     said

    The      DT   det       senator
    Velo     NNP  compound  senator  GPE
    senator  NN   nsubj     agreed
    agreed   VBD  ROOT      -
    again    RB   advmod    agreed
    .        .    punct     agreed

    The      DT   det       senator
    senator  NN   nsubj     lied
    lied     VBD  ROOT      -
    thrice   RB   advmod    lied
    .        .    punct     lied
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
LETTER = """
    Orlen    NNP  poss      letter   PERSON
    ’s       POS  case      Orlen
    letter   NN   nsubj     said
    said     VBD  ROOT      -
    so       RB   advmod    said
    .        .    punct     said

    The      DT   det       senator
    Velo     NNP  compound  senator  GPE
    senator  NN   nsubj     agreed
    agreed   VBD  ROOT      -
    again    RB   advmod    agreed
    .        .    punct     agreed
"""
TRANSCRIPT = """
    MISS     NNP  compound  AUBER
    AUBER    NNP  dep       Never
    :        :    punct     AUBER
    Never    RB   ROOT      -
    .        .    punct     Never
"""
SHUT_FELL: tuple[Told, Told] = (("An official", "said", "quays shut"), ("An official", "warned", "cranes fell"))


def test_words_are_those_of_who_made_them_and_each_sieve_is_recorded() -> None:
    found = resolved(ESTIMATE, ("An estimate by the Dockers Union", "said", "so"))
    assert names_of(found.source()) == ["Dockers Union"]
    assert found.source().sieves == ("sieve/speakers-at-heads", "sieve/maker-of-words", "sieve/named-at-head")
    assert found.of("Union").sieves == ("sieve/named-at-head",)


def test_what_sums_up_a_list_is_left_out_where_all_the_others_have_names() -> None:
    found = resolved(UNIONS, ("Two unions, Lanta Dockers and Velo Pilots,", "said", "so"))
    assert names_of(found.source()) == ["Lanta Dockers", "Velo Pilots"]


def test_what_sums_up_a_list_is_kept_where_one_of_the_others_has_none() -> None:
    columns = UNIONS.replace("Velo     NNP   compound  Pilots   ORG", "some     DT    det       pilots")
    columns = columns.replace("Pilots   NNPS  conj      Dockers  ORG", "pilots   NNS   conj      Dockers")
    found = resolved(columns, ("Two unions, Lanta Dockers and some pilots,", "said", "so"))
    assert names_of(found.source()) == ["Two unions", "Lanta Dockers", "some pilots"]


def test_a_name_is_kept_though_it_sums_up_a_list() -> None:
    columns = UNIONS.replace("Two      CD    nummod    unions", "Harbour  NNP   compound  unions  ORG")
    columns = columns.replace("unions   NNS   nsubj     said", "unions   NNS   nsubj     said     ORG")
    found = resolved(columns, ("Harbour unions, Lanta Dockers and Velo Pilots,", "said", "so"))
    assert names_of(found.source()) == ["Harbour unions", "Lanta Dockers", "Velo Pilots"]


def test_several_are_as_sure_as_the_least_sure_and_who_a_clause_is_about_is_sure() -> None:
    found = resolved(PAIR, ("Orlen and she", "said", "so"), asked=[("who", "party")])
    assert (names_of(found.source()), found.source().sureness) == (["Orlen", "Nora Volk"], found.of("she").sureness)
    assert (found.names("who"), found.of("who").sureness) == (["Nora Volk"], SURE)


def test_who_is_described_once_is_one_entity_for_all_who_ask() -> None:
    found = resolved(OFFICIAL, *SHUT_FELL, asked=[("official", "party"), ("He", "party"), ("He", "speaker")])
    assert [entity.name for entity in found.discourse.entities] == ["An official"]
    everybody = [found.source(0), found.source(1), found.of("official"), found.of("He")]
    assert [one.entities for one in everybody] == [(found.discourse.entities[0],)] * 4


def test_a_party_that_is_only_described_joins_no_discourse() -> None:
    found = resolved(OFFICIAL, asked=[("clerk", "party")])
    assert found.names("clerk") == ["a clerk"]
    assert found.discourse.entities == []
    assert found.token("clerk").i not in found.discourse.by_token


def test_a_speaker_who_is_only_described_joins_it() -> None:
    found = resolved(OFFICIAL, asked=[("clerk", "speaker")])
    assert found.discourse.entities == list(found.of("clerk").entities)


def test_what_nobody_asks_for_is_nobody_but_for_pronouns_for_one_person() -> None:
    found = resolved(OFFICE)
    assert found.of("minister") == Referents()
    assert found.of("met") == Referents()
    assert found.names("He") != []


def test_a_statement_without_a_source_is_nobodys() -> None:
    assert resolved(OFFICIAL, (None, None, "quays shut")).source() == Referents()


def test_a_pronoun_that_speaks_tells_the_gender_and_one_that_nobody_asks_for_does_not() -> None:
    [told] = resolved(ROWAN, ("She", "said", "so")).discourse.entities
    [untold] = resolved(ROWAN).discourse.entities
    assert (told.gender, untold.gender) == ("f", None)


def test_a_gender_that_is_known_is_not_forgotten_by_a_name() -> None:
    columns = ROWAN.replace("Rowan   NNP", "Ada     NNP")
    [ada] = resolved(columns, ("Ada Orlen", "left", "said so")).discourse.entities
    assert ada.gender == "f"


def test_who_speaks_as_the_senator_is_the_senator_from_then_on() -> None:
    found = resolved(
        SENATOR, ("Auber", "said", "so"), ("The Velo senator", "agreed", "again"), ("The senator", "lied", "thrice")
    )
    assert [found.source(number).sieves[-1] for number in range(3)] == [
        "sieve/named-at-head",
        "sieve/described-person",
        "sieve/holder-of-role",
    ]
    assert [names_of(found.source(number)) for number in range(3)] == [["Auber"]] * 3


def test_who_wrote_a_letter_spoke_last_and_not_whose_baker_speaks() -> None:
    sureness = {}
    for noun in ("letter", "baker"):
        source, columns = f"Orlen’s {noun}", LETTER.replace("letter", noun)
        found = resolved(columns, (source, "said", "so"), ("The Velo senator", "agreed", "again"))
        assert names_of(found.source(0)) == ["Orlen" if noun == "letter" else source]
        sureness[noun] = found.source(1).sureness if names_of(found.source(1)) == ["Orlen"] else 0.0
    assert sureness["letter"] > sureness["baker"]


def test_a_label_is_a_mention_of_who_is_known_by_it_alone() -> None:
    found = resolved(TRANSCRIPT, ("MISS AUBER", ":", "Never"))
    assert found.source().sieves == ("sieve/person-of-label",)
    [person] = found.source().entities
    assert found.discourse.by_token == {found.token("AUBER").i: person}
    assert [mention.text for mention in person.mentions] == ["AUBER"]
