"""Names are parted into words."""

import pytest

from onrecord.names import tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ivo O'Dran-Vash (U.S.)", ["Ivo", "ODran", "Vash", "US"]),
        ("Ada\u0301 Orlen€ ½", ["Ada", "Orlen"]),
        ("クリスティーナ・佐々木", ["クリスティーナ", "佐々木"]),
        ("a_b+c\u00ad", ["a", "b", "c"]),
        ("", []),
    ],
)
def test_words_are_letters_and_digits(text: str, words: list[str]) -> None:
    assert tokens(text) == words
