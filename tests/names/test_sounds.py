"""Words that sound alike have the same code."""

import pytest

from onrecord.names import metaphone


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("philip", "FLP"), ("filipp", "FLP"), ("knut", "NT"), ("wright", "RT"), ("xavier", "SFR"), ("church", "KRX"),
        ("schmidt", "SKMTT"), ("thomas", "0MS"), ("bridget", "BRJT"), ("lamb", "LM"), ("hugh", "H"), ("agnes", "ANS"),
        ("medgyesi", "MJS"), ("scilla", "SL"), ("v", "V"), ("12", ""), ("", ""), ("müller", ""),
    ],
)  # fmt: skip
def test_a_word_has_the_code_of_its_sound(word: str, code: str) -> None:
    assert metaphone(word) == code
