"""Tense, aspect, voice, modality and polarity of a verb with its auxiliaries."""

import pytest

from onrecord.extraction.syntax import VerbGroup, is_passive, verb_group
from onrecord.lexicons import rows
from tests.extraction.syntax.parses import clause, parsed


def group(verb: str, *helping: str) -> VerbGroup:
    """Return the group of `verb` ("closed/VBN") behind `helping` ("has", "been/auxpass", "not/neg")."""
    return verb_group(clause(verb, helping)[len(helping) + 1])


@pytest.mark.parametrize(
    ("verb", "helping", "tense"),
    [
        ("closed/VBD", [], "past"),
        ("closes/VBZ", [], "present"),
        ("close/VBP", [], "present"),
        ("closing/VBG", [], None),
        ("closed/VBN", [], None),
        ("closed/VBN", ["has"], "present"),
        ("closed/VBN", ["have"], "present"),
        ("closed/VBN", ["had"], "past"),
        ("closed/VBN", ["having"], None),
        ("closing/VBG", ["was"], "past"),
        ("closed/VBN", ["is/auxpass"], "present"),
        ("close/VB", ["did", "not/neg"], "past"),
        ("close/VB", ["do"], "present"),
        ("close/VB", ["will"], None),
        ("close/VB", ["to"], None),
        ("closed/VBN", ["to", "have"], None),
        ("closed/VBN", ["be/auxpass"], None),
    ],
)
def test_the_tense_is_that_of_the_word_which_makes_the_clause_finite(
    verb: str, helping: list[str], tense: str | None
) -> None:
    assert group(verb, *helping).tense == tense


@pytest.mark.parametrize(
    ("verb", "helping", "perfect", "progressive", "passive"),
    [
        ("closed/VBN", ["has"], True, False, False),
        ("closing/VBG", ["is"], False, True, False),
        ("closing/VBG", ["has", "been"], True, True, False),
        ("closed/VBN", ["was/auxpass"], False, False, True),
        ("closed/VBN", ["has", "been/auxpass"], True, False, True),
        ("closed/VBN", ["is", "being/auxpass"], False, True, True),
        ("hurt/VBN", ["got/auxpass"], False, False, True),
        ("closed/VBN", ["would", "have"], True, False, False),
        ("closing/VBG", [], False, False, False),
        ("closed/VBN", [], False, False, False),
    ],
)
def test_aspect_and_voice(verb: str, helping: list[str], perfect: bool, progressive: bool, passive: bool) -> None:
    found = group(verb, *helping)
    assert (found.perfect, found.progressive, found.passive) == (perfect, progressive, passive)


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    ("verb", "helping", "lemmas"),
    [
        ("gone/VBN", ["'s"], ("have",)),
        ("going/VBG", ["'s"], ("be",)),
        ("held/VBN", ["'s/auxpass"], ("be",)),
        ("held/VBN", ["'s", "been/auxpass"], ("have", "be")),
        ("held/VBN", ["'s", "being/auxpass"], ("be", "be")),
        ("going/VBG", ["'s", "been"], ("have", "be")),
        ("go/VB", ["'d"], ("would",)),
        ("gone/VBN", ["'d"], ("have",)),
        ("held/VBN", ["'d", "be/auxpass"], ("would", "be")),
        ("gone/VBN", ["'d", "have"], ("would", "have")),
        ("going/VBG", ["'d", "be"], ("would", "be")),
        ("going/VBG", ["'d", "been"], ("have", "be")),
        ("go/VB", ["'ll"], ("will",)),
        ("gone/VBN", ["'ve"], ("have",)),
        ("go/VB", ["wo", "n't/neg"], ("will",)),
    ],
)
def test_a_contracted_form_is_of_the_verb_that_the_main_verb_asks_for(
    verb: str, helping: list[str], lemmas: tuple[str, ...], mark: str
) -> None:
    assert group(verb, *(word.replace("'", mark) for word in helping)).auxiliaries == lemmas


@pytest.mark.parametrize(
    ("modal", "future", "prospective", "possible", "shifted"),
    [
        ("will", True, True, False, False),
        ("shall", True, True, False, False),
        ("would", False, True, True, True),
        ("could", False, False, True, True),
        ("may", False, False, True, False),
        ("ca", False, False, True, False),
        ("must", False, False, True, False),
    ],
)
def test_modals_tell_what_is_to_come_and_what_only_may(
    modal: str, future: bool, prospective: bool, possible: bool, shifted: bool
) -> None:
    found = group("close/VB", modal)
    assert (found.is_future, found.is_prospective, found.is_possible, found.is_shifted) == (
        future,
        prospective,
        possible,
        shifted,
    )


def test_a_past_perfect_is_shifted_and_a_perfect_or_past_is_not() -> None:
    assert group("closed/VBN", "had").is_shifted
    assert not group("closed/VBN", "has").is_shifted
    assert not group("closed/VBD").is_shifted


def test_an_infinitive_has_to_and_its_auxiliaries_without_it() -> None:
    found = group("closed/VBN", "to", "be/auxpass")
    assert found.infinitive
    assert found.passive
    assert found.auxiliaries == ("be",)


def test_a_verb_alone_is_bare() -> None:
    assert group("close/VBP").is_bare
    assert not any(group("close/VB", word).is_bare for word in ("do", "to", "not/neg"))


def test_auxiliaries_are_those_of_the_verb_itself() -> None:
    doc = parsed(
        "She/PRP/nsubj/said", "has/VBZ/aux/said", "said/VBN/ROOT/said",
        "it/PRP/nsubj/close", "would/MD/aux/close", "close/VB/ccomp/said",
    )  # fmt: skip
    assert verb_group(doc[2]).auxiliaries == ("have",)
    assert verb_group(doc[5]).auxiliaries == ("would",)
    assert not is_passive(doc[2])


def test_each_auxiliary_of_the_lexicon_has_a_form_that_is_known() -> None:
    forms = {form for _, _, form in rows("auxiliaries.tsv")}
    assert forms == {"modal", "base", "present", "past", "participle", "progressive"}
