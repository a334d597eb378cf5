"""Which characters are shown as a sign, over all of Unicode."""

import json
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.characters import escaped, one_line, visible

# Format characters that are seen: they enclose the numbers after them.
SEEN = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
OTHERS_IGNORED = {
    0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810), 0x3164, 0xFFA0, *range(0xFE00, 0xFE10),
    *range(0xE0000, 0xE1000),
}  # fmt: skip
ANY_TEXT = st.text(st.characters(exclude_categories=()))


def is_unseen(code: int) -> bool:
    category = unicodedata.category(chr(code))
    return (category in {"Cc", "Cf", "Cs", "Zl", "Zp"} and code not in SEEN) or code in OTHERS_IGNORED


def test_what_unicode_calls_control_format_or_ignorable_is_not_shown_as_it_is() -> None:
    shown = visible("".join(map(chr, range(sys.maxunicode + 1))))
    kept = {code for code, character in enumerate(shown) if ord(character) == code}
    # What is no character yet may be shown or not.
    given_out = {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) != "Cn"}
    assert {code for code in kept if is_unseen(code)} == {ord("\n")}
    assert {code for code in given_out - kept if not is_unseen(code)} == set()


@given(ANY_TEXT)
def test_a_text_stays_as_long_as_it_was_and_is_shown_once(text: str) -> None:
    assert len(visible(text)) == len(text)
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;ZWNobw==\x07", "␛]52;c;ZWNobw==␇"),
        ("a\x9b2Jb", "a\ufffd2Jb"),
        ("is \u202etoday fair\u202c", "is \ufffdtoday fair\ufffd"),
        ("one\r\ntwo\rthree", "one \ntwo␍three"),
        ("a\tb\x7f\0", "a b␡␀"),
        ("naïve حبر e\u0301 [bold] :smile:", "naïve حبر e\u0301 [bold] :smile:"),
    ],
)
def test_each_is_shown_so_that_a_reader_knows_what_it_is(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_escaped_json_has_the_same_value_and_no_unseen_character(text: str) -> None:
    plain = json.dumps(text, ensure_ascii=False)
    assert json.loads(escaped(plain)) == json.loads(plain)
    assert visible(escaped(plain)) == escaped(plain)


def test_what_is_seen_is_not_escaped() -> None:
    assert escaped('"naïve \U0001f600"') == '"naïve \U0001f600"'


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert len(f"{one_line(text)}.".splitlines()) == 1
