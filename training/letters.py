"""What `training.names` asks rigour about letters: of which script they are, and how each is written in Latin letters.

rigour writes Latin, Cyrillic, Greek, Armenian, Georgian and Korean letters itself, others by ICU (`normality`). Letters
that are written otherwise together than alone ("ου", kana, the vowels of Indic scripts, syllables of Korean) are asked
for in pairs.
"""

import unicodedata
from itertools import product

from icu import ICUError
from rigour.text.scripts import codepoint_script
from rigour.text.translit import ascii_text

# Of the scripts of today, those whose letters change beside others.
_TOGETHER = (
    "Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Greek", "Gujarati", "Gurmukhi", "Hebrew", "Hiragana",
    "Kannada", "Katakana", "Malayalam", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai",
)  # fmt: skip
_LONG = "ー"
"""It makes a vowel of kana long, and is of no one script."""

_BETWEEN = "λ"
_LEFT_OUT = str.maketrans("", "", " '?")
_VOWELS, _ENDS = 21, 28


def letters() -> dict[str, str]:
    """Return "SCRIPT LATIN" of each letter, number and mark beyond ASCII, and of letters that are written together."""
    by_script: dict[str | None, list[str]] = {}
    found: dict[str, str] = {}
    for code in range(0x80, 0x110000):
        character = chr(code)
        category = unicodedata.category(character)
        if category[0] not in "LMN" or "가" <= character <= "힣":
            continue
        script = codepoint_script(code)
        # A mark has the script of the letter that bears it.
        told = "" if script in {None, "Common", "Inherited"} or category[0] == "M" else script
        latin = _latin(character)
        if (told or latin) and character == character.casefold():
            found[character] = f"{told} {latin}"
        elif told:
            found[character] = f"{told} "
        by_script.setdefault(script, []).append(character)
    for script in _TOGETHER:
        found |= _pairs(script, [each for each in (*by_script[script], _LONG) if each == each.casefold()])
    return found | _korean()


def _pairs(script: str, characters: list[str]) -> dict[str, str]:
    alone = {each: _latin(each) for each in characters}
    # At the beginning of a word Greek has others.
    before = _BETWEEN if script == "Greek" else ""
    found = {}
    for one, two in product(characters, repeat=2):
        try:
            latin = _latin(before + one + two).removeprefix(_latin(before))
        except ICUError:
            # Two that no word has beside each other.
            continue
        if latin != alone[one] + alone[two]:
            found[one + two] = f"{script} {latin}"
    return found


def _korean() -> dict[str, str]:
    """Return how the parts of syllables are written, alone, and where two syllables meet at a hyphen."""
    beginnings = {chr(0x1100 + i): _latin(_syllable(i, 0, 0))[:-1] for i in range(19)}
    vowels = {chr(0x1161 + i): _latin(_syllable(11, i, 0)) for i in range(_VOWELS)}
    ends = {chr(0x11A7 + i): _latin(_syllable(11, 0, i))[1:] for i in range(1, _ENDS)}
    found = beginnings | vowels | ends
    for (end, (i, one)), (j, (beginning, two)) in product(
        zip(ends, enumerate(ends.values(), 1), strict=True), enumerate(beginnings.items())
    ):
        if "-" in _latin(_syllable(11, 0, i) + _syllable(j, 0, 0)):
            found[end + beginning] = f"{one}-{two}"
    for (i, (first, one)), (j, (second, two)) in product(enumerate(vowels.items()), repeat=2):
        if "-" in _latin(_syllable(11, i, 0) + _syllable(11, j, 0)):
            found[f"{first}ᄋ{second}"] = f"{one}-{two}"
    return {part: f"Hangul {latin}" for part, latin in found.items()}


def _syllable(beginning: int, vowel: int, end: int) -> str:
    return chr(0xAC00 + (beginning * _VOWELS + vowel) * _ENDS + end)


def _latin(text: str) -> str:
    """Return what rigour makes of `text`, small, without spaces, apostrophes and what it has no letters for."""
    latin: str = ascii_text(text)
    return latin.casefold().translate(_LEFT_OUT)
