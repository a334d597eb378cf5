"""How a word sounds, in English, as a code: words that sound alike have the same."""

from collections.abc import Callable
from functools import lru_cache

_CACHED_WORDS = 50_000
_VOWELS, _FRONT = frozenset("AEIOU"), frozenset("EIY")
# Letters that sound the same everywhere.
_SAME = {"F": "F", "J": "J", "L": "L", "M": "M", "N": "N", "R": "R", "Q": "K", "V": "F", "X": "KS", "Z": "S"}
# After these an H makes one sound with what stands before it.
_WITH_H = frozenset("CSPTG")


@lru_cache(maxsize=_CACHED_WORDS)
def metaphone(word: str) -> str:
    """Return the Metaphone code of a word in ASCII: "Philip" and "Filipp" have "FLP", other letters and digits none.

    Lawrence Philips, Hanging on the Metaphone, Computer Language 7 (12), 1990, in the form that later programs gave it
    and with codes of any length. Ledgers keep what is made of the codes (`entity_linking.blocking_keys`): another form
    of Metaphone would not find in them what this one has put there.
    """
    if len(word) < 2 or not word.isascii():
        return word.upper() if word.isascii() else ""
    letters = _begun(word.upper())
    return "".join(_sound(letters, i) for i in range(len(letters)))


def _begun(word: str) -> str:
    """Return the word as it is heard where it begins: "Knut" with N, "Wright" with R, "Xavier" with S."""
    if word[:2] in {"KN", "GN", "PN", "AE", "WR"}:
        return word[1:]
    if word[:2] == "WH":
        return f"W{word[2:]}"
    return f"S{word[1:]}" if word[:1] == "X" else word


def _sound(word: str, i: int) -> str:
    letter = word[i]
    if letter == word[i - 1 : i] and letter != "C":
        return ""
    rule = _RULES.get(letter)
    return rule(word, i) if rule else _SAME.get(letter, "")


def _vowel(word: str, i: int) -> str:
    return "" if i else word[0]


def _b(word: str, i: int) -> str:
    # "Lamb".
    return "" if word[i - 1 :] == "MB" else "B"


def _c(word: str, i: int) -> str:
    before, after = word[i - 1 : i], word[i + 1 : i + 2]
    if after in _FRONT:
        if before == "S":
            return ""
        return "X" if word[i + 1 : i + 3] == "IA" else "S"
    if after == "H":
        # "School", "Chaos", and "Church", which the rule does not tell from it.
        return "K" if before == "S" or (not i and len(word) > 3 and word[2] in _VOWELS) else "X"
    return "K"


def _d(word: str, i: int) -> str:
    return "J" if word[i + 1 : i + 2] == "G" and word[i + 2 : i + 3] in _FRONT else "T"


def _g(word: str, i: int) -> str:
    before, after, behind = word[i - 1 : i], word[i + 1 : i + 2], word[i + 2 : i + 3]
    if after == "H" and behind not in _VOWELS:
        # "Vaughn", "Hugh".
        return ""
    if (i and after == "N") or (before == "D" and word[i - 2 : i - 1] != "D" and after in _FRONT):
        # "Agnes"; "Bridget", of which D has made the sound.
        return ""
    return "J" if after in _FRONT and before != "G" else "K"


def _h(word: str, i: int) -> str:
    return "H" if word[i + 1 : i + 2] in _VOWELS and word[i - 1 : i] not in _WITH_H else ""


def _k(word: str, i: int) -> str:
    return "" if word[i - 1 : i] == "C" else "K"


def _p(word: str, i: int) -> str:
    return "F" if word[i + 1 : i + 2] == "H" else "P"


def _s(word: str, i: int) -> str:
    return "X" if word[i + 1 : i + 2] == "H" or word[i + 1 : i + 3] in {"IO", "IA"} else "S"


def _t(word: str, i: int) -> str:
    after = word[i + 1 : i + 3]
    if after in {"IA", "IO"}:
        return "X"
    return "" if after == "CH" else "0" if after[:1] == "H" else "T"


def _w(word: str, i: int) -> str:
    return "W" if word[i + 1 : i + 2] in _VOWELS else ""


def _y(word: str, i: int) -> str:
    # "Medgyesi": D has made the sound of all three.
    return "Y" if word[i + 1 : i + 2] in _VOWELS and word[i - 2 : i] != "DG" else ""


_RULES: dict[str, Callable[[str, int], str]] = {
    **dict.fromkeys("AEIOU", _vowel),
    "B": _b, "C": _c, "D": _d, "G": _g, "H": _h, "K": _k, "P": _p, "S": _s, "T": _t, "W": _w, "Y": _y,
}  # fmt: skip
