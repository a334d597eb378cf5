"""How two printings of a quotation differ, and how grave that is."""

import pytest

from onrecord.linking import compare_wording

FIRST = "We have 12 ships, and none of them was near Ostrel that night."


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        (FIRST, FIRST, "none"),
        ("“The bridge is shut,”", "'The bridge is shut.'", "none"),
        ("The bridge is shut.", "the bridge, is shut", "punctuation"),
        ("We have 12 ships.", "We have twelve ships.", "punctuation"),
        ("It cost 1,200 marks.", "It cost 1200 marks.", "punctuation"),
        ("We counted 41 crates.", "We counted forty-one crates.", "punctuation"),
        ("We won't cooperate.", "We will not co-operate.", "punctuation"),
        (FIRST, "We have 12 ships", "elision"),
        (FIRST, "none of them was near Ostrel that night", "elision"),
        ("The old bridge over the Orlen is shut.", "The ... bridge over the Orlen is shut.", "elision"),
        ("They asked us. We own the bridge.", "They asked us. You own the bridge.", "word"),
        ("The bridge is shut for good.", "The bridge is closed for good.", "word"),
        ("He told the council about it.", "Weil told the council about it.", "word"),
        ("Radek Solm and the whole crew", "Eine ganz andere Sprache ist das", "word"),
        (FIRST, FIRST.replace("12", "14"), "meaning"),
        ("It cost 3.5 marks then.", "It cost 35 marks then.", "meaning"),
        ("We have twelve ships here.", "We have many ships here.", "meaning"),
        ("He is not guilty of that.", "guilty of that", "meaning"),
        ("The bridge is not shut today.", "The bridge is shut today.", "meaning"),
        ("The bridge can be opened.", "The bridge can't be opened.", "meaning"),
        ("We blame Kestria for all of it.", "We blame Merova for all of it.", "meaning"),
    ],
)
def test_the_difference_is_graded_by_the_gravest_change(one: str, other: str, difference: str) -> None:
    assert compare_wording(one, other).difference == difference
    assert compare_wording(other, one).difference == difference


def test_each_changed_word_is_told_with_its_place_in_both() -> None:
    one, other = "We have 12 ships here.", "We own 12 big ships here."
    changed = [
        (one[slice(*each.one)], other[slice(*each.other)])
        for each in compare_wording(one, other).stretches
        if not each.same
    ]
    assert changed == [("have", "own"), ("", "big")]


@pytest.mark.parametrize("text", ["", "...", "“”"])
def test_a_text_without_words_is_compared_too(text: str) -> None:
    assert compare_wording(text, text).difference == "none"
    assert compare_wording(text, "The bridge is shut.").difference == "elision"


def test_texts_of_other_words_are_not_alike() -> None:
    assert compare_wording(FIRST, FIRST.replace("12", "14")).alike
    assert not compare_wording("Radek Solm and the whole crew", "Eine ganz andere Sprache ist das").alike
