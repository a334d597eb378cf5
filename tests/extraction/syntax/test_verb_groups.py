"""Tense, aspect, voice, modality and polarity of a verb with its auxiliaries."""

import pytest

from onrecord.extraction.syntax import VerbGroup, is_passive, verb_group
from onrecord.lexicons import rows
from tests.documents import annotated


def group(verb: str, *helping: str) -> VerbGroup:
    """Return the group of `verb` ("closed VBN") in "they `helping` `verb` it": all hang on it ("been VBN auxpass")."""
    rows = ["they PRP nsubj", *helping, f"{verb} ROOT", "it PRP dobj"]
    doc = annotated("\n".join(f"{row} {verb.partition(' ')[0]}" for row in rows))
    return verb_group(doc[len(helping) + 1])


@pytest.mark.parametrize(
    ("verb", "helping", "tense"),
    [
        ("closed VBD", [], "past"),
        ("closes VBZ", [], "present"),
        ("close VBP", [], "present"),
        ("closing VBG", [], None),
        ("closed VBN", [], None),
        ("closed VBN", ["has VBZ aux"], "present"),
        ("closed VBN", ["have VBP aux"], "present"),
        ("closed VBN", ["had VBD aux"], "past"),
        ("closed VBN", ["having VBG aux"], None),
        ("closing VBG", ["was VBD aux"], "past"),
        ("closed VBN", ["is VBZ auxpass"], "present"),
        ("close VB", ["did VBD aux", "not RB neg"], "past"),
        ("close VB", ["do VBP aux"], "present"),
        ("close VB", ["will MD aux"], None),
        ("close VB", ["to TO aux"], None),
        ("closed VBN", ["to TO aux", "have VB aux"], None),
        ("closed VBN", ["be VB auxpass"], None),
    ],
)
def test_the_tense_is_that_of_the_word_which_makes_the_clause_finite(
    verb: str, helping: list[str], tense: str | None
) -> None:
    assert group(verb, *helping).tense == tense


@pytest.mark.parametrize(
    ("verb", "helping", "perfect", "progressive", "passive"),
    [
        ("closed VBN", ["has VBZ aux"], True, False, False),
        ("closing VBG", ["is VBZ aux"], False, True, False),
        ("closing VBG", ["has VBZ aux", "been VBN aux"], True, True, False),
        ("closed VBN", ["was VBD auxpass"], False, False, True),
        ("closed VBN", ["has VBZ aux", "been VBN auxpass"], True, False, True),
        ("closed VBN", ["is VBZ aux", "being VBG auxpass"], False, True, True),
        ("hurt VBN", ["got VBD auxpass"], False, False, True),
        ("closed VBN", ["would MD aux", "have VB aux"], True, False, False),
        ("closing VBG", [], False, False, False),
        ("closed VBN", [], False, False, False),
    ],
)
def test_aspect_and_voice(verb: str, helping: list[str], perfect: bool, progressive: bool, passive: bool) -> None:
    found = group(verb, *helping)
    assert (found.perfect, found.progressive, found.passive) == (perfect, progressive, passive)


@pytest.mark.parametrize("mark", ["'", "’"])
@pytest.mark.parametrize(
    ("verb", "helping", "lemmas"),
    [
        ("gone VBN", ["'s VBZ aux"], ("have",)),
        ("going VBG", ["'s VBZ aux"], ("be",)),
        ("held VBN", ["'s VBZ auxpass"], ("be",)),
        ("held VBN", ["'s VBZ aux", "been VBN auxpass"], ("have", "be")),
        ("held VBN", ["'s VBZ aux", "being VBG auxpass"], ("be", "be")),
        ("going VBG", ["'s VBZ aux", "been VBN aux"], ("have", "be")),
        ("go VB", ["'d MD aux"], ("would",)),
        ("gone VBN", ["'d VBD aux"], ("have",)),
        ("held VBN", ["'d MD aux", "be VB auxpass"], ("would", "be")),
        ("gone VBN", ["'d MD aux", "have VB aux"], ("would", "have")),
        ("going VBG", ["'d MD aux", "be VB aux"], ("would", "be")),
        ("going VBG", ["'d VBD aux", "been VBN aux"], ("have", "be")),
        ("go VB", ["'ll MD aux"], ("will",)),
        ("gone VBN", ["'ve VBP aux"], ("have",)),
        ("go VB", ["wo MD aux", "n't RB neg"], ("will",)),
    ],
)
def test_a_contracted_form_is_of_the_verb_that_the_main_verb_asks_for(
    verb: str, helping: list[str], lemmas: tuple[str, ...], mark: str
) -> None:
    assert group(verb, *(word.replace("'", mark) for word in helping)).auxiliaries == lemmas


@pytest.mark.parametrize(
    ("modal", "future", "prospective", "shifted"),
    [
        ("will", True, True, False),
        ("shall", True, True, False),
        ("would", False, True, True),
        ("could", False, False, True),
        ("may", False, False, False),
        ("ca", False, False, False),
        ("must", False, False, False),
    ],
)
def test_modals_tell_what_is_to_come(modal: str, future: bool, prospective: bool, shifted: bool) -> None:
    found = group("close VB", f"{modal} MD aux")
    assert (found.is_future, found.is_prospective, found.is_shifted) == (future, prospective, shifted)


def test_a_past_perfect_is_shifted_and_a_perfect_or_past_is_not() -> None:
    assert group("closed VBN", "had VBD aux").is_shifted
    assert not group("closed VBN", "has VBZ aux").is_shifted
    assert not group("closed VBD").is_shifted


def test_an_infinitive_has_to_and_its_auxiliaries_without_it() -> None:
    found = group("closed VBN", "to TO aux", "be VB auxpass")
    assert found.infinitive
    assert found.passive
    assert found.auxiliaries == ("be",)


def test_a_verb_alone_is_bare() -> None:
    assert group("close VBP").is_bare
    assert not any(group("close VB", word).is_bare for word in ("do VBP aux", "to TO aux", "not RB neg"))


def test_auxiliaries_are_those_of_the_verb_itself() -> None:
    doc = annotated("""
        She    PRP  nsubj  said
        has    VBZ  aux    said
        said   VBN  ROOT   -
        it     PRP  nsubj  close
        would  MD   aux    close
        close  VB   ccomp  said
    """)
    assert verb_group(doc[2]).auxiliaries == ("have",)
    assert verb_group(doc[5]).auxiliaries == ("would",)
    assert not is_passive(doc[2])


def test_each_auxiliary_of_the_lexicon_has_a_form_that_is_known() -> None:
    forms = {form for _, _, form in rows("auxiliaries.tsv")}
    assert forms == {"modal", "base", "present", "past", "participle", "progressive"}
