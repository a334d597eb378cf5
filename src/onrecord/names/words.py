"""The words of a name: letters and digits of any script, without punctuation, marks and signs."""

import unicodedata

_KEPT = frozenset("々ーｰ")
# "O'Dran", "U.S.", "O’Dran": what is one word without them.
_WITHIN_WORDS = frozenset("'.‘’")
_BETWEEN_WORDS = frozenset({"Cc", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sm", "So", "Zl", "Zp", "Zs"})
_OF_WORDS = frozenset({"Ll", "Lo", "Lt", "Lu", "Mc", "Nd", "Nl"})


class _Replacements(dict[int, str]):
    """What stands for a character, by its Unicode category: itself, a space, or nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        kept = character if category in _OF_WORDS or character in _KEPT else ""
        self[code] = " " if category in _BETWEEN_WORDS and character not in _WITHIN_WORDS else kept
        return self[code]


_REPLACEMENTS = _Replacements()


def tokens(text: str) -> list[str]:
    """Return the words of `text` in their order: "Ivo O'Dran-Vash (U.S.)" has "Ivo", "ODran", "Vash" and "US".

    Punctuation and mathematical and other signs part words but for apostrophes and full stops, which are left out, as
    are marks above and below letters that are characters of their own, signs of currencies, and fractions.
    """
    return text.translate(_REPLACEMENTS).split()
