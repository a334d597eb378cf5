"""Who does what a verb tells."""

from spacy.tokens import Token

from onrecord.extraction.syntax import split_subject, subject, subject_phrase
from tests.extraction.syntax.parses import parsed


def text(token: Token | None) -> str | None:
    return token.text if token is not None else None


def test_a_verb_has_its_own_subject_or_shares_that_of_the_verb_before() -> None:
    doc = parsed(
        "Orlen/NNP/nsubj/stood", "stood/VBD/ROOT/stood", "and/CC/cc/stood", "said/VBD/conj/stood", "so/RB/advmod/said"
    )
    assert [text(subject(doc[i])) for i in (1, 3)] == ["Orlen", "Orlen"]


def test_there_and_it_are_nobody() -> None:
    doc = parsed("it/PRP/nsubj/seems", "seems/VBZ/ROOT/seems")
    assert subject(doc[1]) is None


def test_a_passive_is_its_agents_and_without_one_nobodys() -> None:
    by = parsed(
        "Lanta/NNP/nsubjpass/accused", "was/VBD/auxpass/accused", "accused/VBN/ROOT/accused", "by/IN/agent/accused",
        "Sarn/NNP/pobj/by",
    )  # fmt: skip
    alone = parsed("Lanta/NNP/nsubjpass/accused", "was/VBD/auxpass/accused", "accused/VBN/ROOT/accused")
    assert text(subject(by[2])) == "Sarn"
    assert subject(alone[2]) is None


def test_a_participle_after_a_comma_goes_on_from_the_main_clause() -> None:
    doc = parsed(
        "palace/NN/nsubj/reacted", "reacted/VBD/ROOT/reacted", "after/IN/mark/won", "vote/NN/nsubjpass/won",
        "was/VBD/auxpass/won", "won/VBN/advcl/reacted", ",/,/punct/won", "saying/VBG/advcl/won",
    )  # fmt: skip
    assert text(subject(doc[7])) == "palace"


def test_what_a_document_says_its_owner_says() -> None:
    doc = parsed(
        "office/NN/nsubj/issued", "issued/VBD/ROOT/issued", "statement/NN/dobj/issued", "saying/VBG/acl/statement"
    )
    assert text(subject(doc[3])) == "office"


def test_a_verb_within_what_it_reports_has_two_subjects() -> None:
    doc = parsed(
        "glacier/NN/nsubj/said", ",/,/punct/said", "said/VBD/ROOT/said", "Marek/NNP/nsubj/said", ",/,/punct/said",
        "is/VBZ/aux/leaving", "leaving/VBG/ccomp/said",
    )  # fmt: skip
    assert text(split_subject(doc[2])) == "glacier"
    assert text(subject(doc[2])) == "Marek"


def test_the_phrase_of_a_subject_has_what_hangs_on_it_and_stops_before_its_own_verb() -> None:
    doc = parsed(
        "the/DT/det/mayor", "mayor/NN/nsubj/said", "of/IN/prep/mayor", "Lanta/NNP/pobj/of", "said/VBD/ROOT/said",
        "so/RB/advmod/said",
    )  # fmt: skip
    where = subject_phrase(doc[4])
    assert where is not None
    assert doc.text[slice(*where)] == "the mayor of Lanta"
    owned = parsed("a/DT/det/note", "note/NN/ROOT/note", "saying/VBG/acl/note", "so/RB/advmod/saying")
    where = subject_phrase(owned[2])
    assert where is not None
    assert owned.text[slice(*where)] == "a note"
