"""Letters of all scripts: which script a letter is of, and how a name in it is written in Latin letters."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from onrecord.names.tables import known

_CACHED_TEXTS, _CACHED_LETTERS = 20_000, 20_000
_SPELT = frozenset({"Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Hangul"})
_LONGEST = 3
"""Letters that are written together, at most: a Korean syllable's end and the beginning of the next."""

_WITH_CYRILLIC = re.compile(r"\w*[\u0400-\u052f]\w*")
# Letters that only Ukrainian and Belarusian have, or only the South Slavic languages, and what others are there.
_EAST, _OF_EAST = frozenset("єіїўґ"), str.maketrans({"г": "h", "и": "y"})
_SOUTH, _OF_SOUTH = frozenset("ђѓѕјљњћќџ"), str.maketrans({"ж": "z", "ц": "c", "ч": "c", "ш": "s"})
_ENDINGS, _ENDING_OF_EAST = re.compile("(?:ий|ый)$"), re.compile("ый$")
_GREEK_BEGINNING = re.compile(r"\b(?:μπ|ντ|γκ)")
_BEGINNINGS = {"μπ": "b", "ντ": "d", "γκ": "g"}


@lru_cache(maxsize=_CACHED_TEXTS)
def scripts(text: str) -> frozenset[str]:
    """Return the scripts of the letters and numbers in `text`, by their names in Unicode ("Latin", "Han").

    What several scripts share (digits, punctuation, marks) has none.
    """
    return frozenset(script for character in text if (script := _script(character)))


def is_latin(text: str) -> bool:
    """Say whether no letter of `text` is of another script than Latin."""
    return text.isascii() or scripts(text) <= {"Latin"}


def is_spelt(text: str) -> bool:
    """Say whether `text` is in scripts that tell their vowels, so that names can be told by their Latin letters.

    Latin, Cyrillic, Greek, Armenian, Georgian and Hangul.
    """
    return text.isascii() or scripts(text) <= _SPELT


@lru_cache(maxsize=_CACHED_TEXTS)
def in_latin(text: str) -> str:
    """Return `text` in the 26 letters, small but where it is ASCII: of "Müller" and "Олена", "muller" and "olena".

    What has no counterpart is left out. Words stay words: Chinese characters are not parted. It is what ICU's and
    CLDR's transliterations give, but for Cyrillic and Greek, which are written as English news writes them.
    """
    if text.isascii():
        return text
    folded = _WITH_CYRILLIC.sub(_cyrillic, _GREEK_BEGINNING.sub(lambda found: _BEGINNINGS[found[0]], text.casefold()))
    return "".join(_latin("".join(map(_apart, folded))))


def _cyrillic(found: re.Match[str]) -> str:
    word = found[0]
    letters = frozenset(word)
    if letters & _EAST:
        return _ENDING_OF_EAST.sub("y", word).translate(_OF_EAST)
    if letters & _SOUTH:
        word = word.translate(_OF_SOUTH)
    return _ENDINGS.sub("y", word)


def _apart(character: str) -> str:
    """Return the two or three letters of a Korean syllable, anything else as it is."""
    return unicodedata.normalize("NFD", character) if "가" <= character <= "힣" else character


def _latin(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        size, found = 1, text[start]
        if not found.isascii():
            size, found = next(
                ((size, row[1]) for size in range(_LONGEST, 0, -1) if (row := _row(text[start : start + size]))),
                (1, ""),
            )
        yield found
        start += size


def _script(character: str) -> str:
    if character.isascii():
        return "Latin" if character.isalpha() else ""
    row = _row(_apart(character)[0])
    return row[0] if row else ""


@lru_cache(maxsize=_CACHED_LETTERS)
def _row(letters: str) -> tuple[str, str] | None:
    """Return the script and the Latin letters of what the table of letters has."""
    found = known("letters", letters)
    if found is None:
        return None
    script, _, latin = found.partition(" ")
    return script, latin
