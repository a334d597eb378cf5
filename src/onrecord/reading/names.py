"""Names as printed: what of a name is title, what is given name and surname, and when two can be one."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from onrecord import lexicons

type Gender = Literal["m", "f"]

_TITLES = lexicons.mapping("person_titles.tsv")
_GENDERED = lexicons.mapping("gendered_nouns.tsv")
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f"}


def fold(text: str) -> str:
    """Return `text` without case and diacritics, in single spaces: "Zoë  NÚÑEZ" and "Zoe Nunez" are one."""
    decomposed = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def gender_of(word: str) -> Gender | None:
    """Return the gender that a title or noun gives away ("Mrs.", "spokesman"), None where it gives none."""
    key = word.casefold().rstrip(".")
    return _GENDERS.get(_TITLES.get(key, "-")) or _GENDERS.get(_GENDERED.get(key, "-"))


def is_title(word: str) -> bool:
    """Say whether `word` is printed before names without being part of them ("Dr.", "President")."""
    return word.casefold().rstrip(".") in _TITLES


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's printed name, its words folded, in Western order (given names first, surname last)."""

    words: tuple[str, ...]

    @classmethod
    def parse(cls, printed: str) -> "PersonName":
        """Return the name in `printed`, without leading titles and a closing possessive."""
        words = [word.strip(".,'’\"“”") for word in fold(printed).split()]
        words = [word.removesuffix("'s").removesuffix("’s") for word in words]
        while len(words) > 1 and is_title(words[0]):
            del words[0]
        return cls(tuple(word for word in words if word))

    def extends(self, other: "PersonName") -> bool:
        """Say whether this is the same name as `other` or a fuller form of it.

        Every word of the shorter must stand in the longer, whole or as its initial, the surname as a surname:
        "Mara Elin Voss" extends "Mara Voss", "M. Voss", "Voss" and "Mara", not "Ivo Voss".
        """
        if not other.words or len(other.words) > len(self.words):
            return False
        if len(other.words) == 1:
            return other.words[0] in (self.words[0], self.words[-1])
        if self.words[-1] != other.words[-1]:
            return False
        given = list(self.words[:-1])
        for word in other.words[:-1]:
            match = next((g for g in given if g == word or (len(word) == 1 and g.startswith(word))), None)
            if match is None:
                return False
            given.remove(match)
        return True
