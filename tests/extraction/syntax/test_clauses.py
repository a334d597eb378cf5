"""Embedding: governing verbs, clauses around a word, antecedents of relative pronouns, agents."""

from spacy.tokens import Token

from onrecord.extraction.syntax import (
    antecedent,
    belongs_to,
    clause_beside,
    clause_verbs,
    first_conjunct,
    governed_by,
    governing_verb,
    is_trailing,
)
from tests.documents import annotated

# "Orlen said the men who shot the guard and fled wanted to leave Lanta on Friday."
REPORT = annotated("""
    Orlen   NNP  nsubj  said
    said    VBD  ROOT   -
    the     DT   det    men
    men     NNS  nsubj  wanted
    who     WP   nsubj  shot
    shot    VBD  relcl  men
    guard   NN   dobj   shot
    and     CC   cc     shot
    fled    VBD  conj   shot
    wanted  VBD  ccomp  said
    to      TO   aux    leave
    leave   VB   xcomp  wanted
    Lanta   NNP  dobj   leave
    on      IN   prep   leave
    Friday  NNP  pobj   on
""")
WORDS = {token.text: token for token in REPORT}


def words(*tokens: Token | None) -> list[str | None]:
    return [token.text if token is not None else None for token in tokens]


def test_a_governing_verb_is_the_next_one_up() -> None:
    found = words(*(governing_verb(WORDS[word]) for word in ("Friday", "leave", "guard", "men", "said")))
    assert found == ["leave", "wanted", "shot", "wanted", None]


def test_a_word_belongs_to_the_verb_with_no_other_between() -> None:
    assert belongs_to(WORDS["Friday"], WORDS["leave"])
    assert not belongs_to(WORDS["Friday"], WORDS["wanted"])
    assert not belongs_to(WORDS["Orlen"], WORDS["wanted"])


def test_clauses_around_a_word_come_innermost_first_without_open_complements() -> None:
    assert words(*clause_verbs(WORDS["Friday"])) == ["wanted", "said"]
    assert words(*clause_verbs(WORDS["guard"])) == ["shot", "wanted", "said"]


def test_a_relative_pronoun_stands_for_the_noun_its_clause_tells_of() -> None:
    assert antecedent(WORDS["who"]).text == "men"
    asked = annotated("""
        asked  VBD  ROOT   -
        who    WP   nsubj  left
        left   VBD  ccomp  asked
    """)
    assert antecedent(asked[1]).text == "who"


def test_a_relative_pronoun_of_a_second_verb_stands_for_the_same_noun() -> None:
    doc = annotated("""
        men   NNS  ROOT   -
        who   WP   nsubj  shot
        shot  VBD  relcl  men
        and   CC   cc     shot
        whom  WP   dobj   saw
        we    PRP  nsubj  saw
        saw   VBD  conj   shot
    """)
    assert antecedent(doc[4]).text == "men"


def test_nouns_behind_prepositions() -> None:
    doc = annotated("""
        talks  NNS  ROOT  -
        with   IN   prep  talks
        Lanta  NNP  pobj  with
        on     IN   prep  talks
        fish   NN   pobj  on
    """)
    assert words(*governed_by(doc[0])) == ["Lanta", "fish"]
    assert words(*governed_by(doc[0], "on")) == ["fish"]


def test_joined_words_lead_back_to_the_first() -> None:
    doc = annotated("""
        Lanta  NNP  ROOT  -
        Sarn   NNP  conj  Lanta
        and    CC   cc    Sarn
        Holm   NNP  conj  Sarn
    """)
    assert words(*(first_conjunct(token) for token in (doc[3], doc[1], doc[0]))) == ["Lanta"] * 3


def test_a_participle_trails_behind_a_comma_alone() -> None:
    doc = annotated("""
        reacted  VBD  ROOT    -
        ,        ,    punct   reacted
        saying   VBG  advcl   reacted
        so       RB   advmod  saying
    """)
    assert [is_trailing(token) for token in doc] == [False, False, True, False]


def test_a_claim_has_the_clause_beside_it() -> None:
    doc = annotated("""
        rejected  VBD  ROOT   -
        claims    NNS  dobj   rejected
        that      IN   mark   leaked
        it        PRP  nsubj  leaked
        leaked    VBD  ccomp  rejected
    """)
    found = clause_beside(doc[1])
    assert found is not None
    assert found.text == "leaked"
    assert clause_beside(doc[3]) is None
