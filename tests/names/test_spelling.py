"""Spellings differ in letters."""

import pytest

from onrecord.names import within_edits


@pytest.mark.parametrize(
    ("one", "other", "most", "within"),
    [
        ("vash", "vash", 0, True),
        ("vash", "wash", 1, True),
        ("vash", "vsah", 1, False),
        ("vash", "vashov", 1, False),
        ("", "a", 1, True),
    ],
)
def test_letters_that_differ_are_counted(one: str, other: str, most: int, within: bool) -> None:
    assert within_edits(one, other, most) is within
    assert within_edits(other, one, most) is within


def test_the_end_of_what_is_no_name_is_not_compared() -> None:
    assert within_edits("x" * 200_000, "x" * 199_999 + "y", 1)
