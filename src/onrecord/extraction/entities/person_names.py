"""Names as printed: what of a name is title, what is given name and surname, and when two can be one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord import lexicons
from onrecord.folding import fold
from onrecord.names import within_edits
from onrecord.vocabulary import Gender

_TITLES = lexicons.mapping("person_titles.tsv")
_GENDERED = lexicons.mapping("gendered_nouns.tsv")
_PERSONS = {row[0] for row in lexicons.rows("person_nouns.tsv")}
_KINDS = {noun: frozenset(kinds.split()) for noun, kinds in lexicons.mapping("person_kinds.tsv").items()}
_GIVEN = lexicons.mapping("given_names.tsv")
# What tells a son or a grandson from the man he is named after.
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
PARTICLES = ("al-", "el-", "ad-", "as-", "ash-", "ar-")
"""The Arabic article as it is printed before surnames, or left out."""

# How long a word must be for one letter, or two, to be a slip of the pen.
_BRIEF, _LONG, _VERY_LONG = 4, 6, 7
_SWAPPED = 2
_GENDERS: dict[str, Gender] = {"m": "m", "f": "f"}
_DOUBLED = re.compile(r"(.)\1")


def gender_of(word: str) -> Gender | None:
    """Return the gender that a title or noun gives away ("Mrs.", "spokesman"), None where it gives none."""
    key = word.casefold().rstrip(".")
    return _GENDERS.get(_TITLES.get(key, "-")) or _GENDERS.get(_GENDERED.get(key, "-"))


def is_title(word: str) -> bool:
    """Say whether `word` is printed before names without being part of them ("Dr.", "President")."""
    return word.casefold().rstrip(".") in _TITLES


def is_suffix(word: str) -> bool:
    """Say whether `word` stands behind a surname to tell a son from the man he is named after ("Jr.")."""
    return word.casefold().rstrip(".") in _SUFFIXES


def is_person_noun(word: str) -> bool:
    """Say whether `word`, a noun in the singular, is one for a person ("surveyor", "victim")."""
    return word.casefold() in _PERSONS


def kinds_of(word: str) -> frozenset[str]:
    """Return of what kinds somebody is for whom `word` is the noun, folded: a minister is an official and a leader."""
    return _KINDS.get(word, frozenset())


def given_gender(name: str) -> Gender | None:
    """Return the gender that nearly all bearers of the given name `name` have, None if it is not known or shared."""
    return _GENDERS.get(_GIVEN.get(fold(name), "-"))


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's printed name, its words folded, in Western order (given names first, surname last).

    `suffix` is what stands behind the surname to tell a father from his son ("jr", "iii"), "" where nothing does.
    """

    words: tuple[str, ...]
    suffix: str = ""

    @staticmethod
    @lru_cache(maxsize=10_000)
    def parse(printed: str) -> "PersonName":
        """Return the name in `printed`, without leading titles and a closing possessive."""
        words = [word.strip(".,'\"“”") for word in fold(printed).split()]
        words = [word.removesuffix("'s") for word in words]
        while len(words) > 1 and is_title(words[0]):
            del words[0]
        suffix = ""
        while len(words) > 1 and words[-1] in _SUFFIXES:
            suffix = _SUFFIXES[words.pop()]
        return PersonName(tuple(word for word in words if word), suffix)

    def extends(self, other: "PersonName") -> bool:
        """Say whether this is the same name as `other` or a fuller form of it.

        Every word of the shorter must stand in the longer, whole or as its initial, the surname as a surname:
        "Mara Elin Voss" extends "Mara Voss", "M. Voss", "Voss" and "Mara", not "Ivo Voss". A doubled letter of a given
        name makes no other name ("Phillip Voss", "Philip Voss"). "Mara Voss Rivas" extends "Mara Voss", too: in Spanish
        the first of two surnames is the one that may stand without the other.
        """
        if not other.words or len(other.words) > len(self.words) or (other.suffix and other.suffix != self.suffix):
            return False
        if len(other.words) == 1:
            return any(_same(other.words[0], word) for word in (self.words[0], self.words[-1]))
        if not _same(self.words[-1], other.words[-1]):
            # "Mara Voss Rivas" has two surnames, of which the first is the one she is called by.
            return len(self.words) > len(other.words) > 1 and self.words[: len(other.words)] == other.words
        given = list(self.words[:-1])
        for word in other.words[:-1]:
            match = next((g for g in given if _alike(g, word) or (len(word) == 1 and g.startswith(word))), None)
            if match is None:
                return False
            given.remove(match)
        return True

    def resembles(self, other: "PersonName") -> bool:
        """Say whether the surname alone differs, by a slip of the pen: a letter or two in a long word."""
        alike = self.words[:-1] == other.words[:-1] or len(other.words) == 1
        return alike and self.suffix == other.suffix and _near(self.words[-1], other.words[-1])


def _same(one: str, two: str) -> bool:
    """Say whether two surnames are one, with or without an Arabic article ("al-Jabiri", "Jabiri")."""
    return one == two or any(one == particle + two or two == particle + one for particle in PARTICLES)


def _alike(one: str, two: str) -> bool:
    # In a short name it makes another one ("Ana", "Anna").
    return one == two or (min(len(one), len(two)) > _BRIEF and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", two))


def _near(one: str, two: str) -> bool:
    length = min(len(one), len(two))
    if length > _BRIEF and one[0] == two[0] and sorted(one) == sorted(two):
        # Two letters changed places ("Byrne", "Bryne").
        return sum(a != b for a, b in zip(one, two, strict=True)) == _SWAPPED
    if length < _LONG or one[:2] != two[:2]:
        return False
    return within_edits(one, two, 1 if length < _VERY_LONG else 2)
