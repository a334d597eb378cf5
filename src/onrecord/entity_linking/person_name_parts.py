"""The printed name of a person, taken apart: its words, what they are known as, particles, generation."""

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord import lexicons
from onrecord.gazetteers import analyse_person, get_territory
from onrecord.names import Name, NamePart, Symbol, in_latin, scripts

_CACHED_NAMES = 10_000
_TITLES = frozenset(lexicons.mapping("person_titles.tsv"))
# Languages whose speakers put the surname first, as ISO 639-3: CLDR, personNames/nameOrderLocales of English, and
# Hungarian, which it lists in that language only.
_SURNAME_FIRST = frozenset({"hun", "jpn", "kor", "vie", "yue", "zho"})
_GENERATIONS = {"sr": 1, "senior": 1, "jr": 2, "junior": 2, "ii": 2, "iii": 3, "iv": 4}
_UNSPACED = {"Han", "Hangul", "Hiragana", "Katakana"}
_SECOND, _FIRST = re.compile(r",? +the +younger$", re.IGNORECASE), re.compile(r",? +the +elder$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameParts:
    """One reading of a printed name: its analysis, and what of its parts is a word of the name proper.

    `words` are the given names and surnames in printed order, `particles` what stands between them ("al", "von"),
    `generation` is 1 for "Sr." and "the Elder", 2 for "Jr.", "II" and "the Younger", and so on. `known` are the words
    that Wikidata has as names, `compound` those of a given name with a hyphen ("Anne-Marie"). `surname_first` is True
    where the country or the script tells so.
    """

    analysis: Name
    words: tuple[NamePart, ...]
    particles: tuple[str, ...]
    generation: int | None
    known: frozenset[NamePart]
    compound: frozenset[NamePart]
    surname_first: bool

    @property
    def surnames(self) -> tuple[NamePart, ...]:
        """The words that can be surnames: all but the first, which is one only where it leads or stands alone."""
        return self.words if self.surname_first or len(self.words) == 1 else self.words[1:]


def puts_surname_first(country: str | None) -> bool:
    """Say whether names of `country` (ISO 3166 alpha-3) are written with the surname first."""
    territory = get_territory(country) if country else None
    return territory is not None and not _SURNAME_FIRST.isdisjoint(territory.languages)


@lru_cache(maxsize=_CACHED_NAMES)
def read_name(printed: str, surname_first: bool, *, tagged: bool) -> tuple[NameParts, ...]:
    """Return the readings of `printed`: one, none for a blank, several where no space parts surname and given name.

    `surname_first` says that the person's country writes names so; a name in Han characters or Hangul does anyway.
    `tagged` asks what Wikidata knows of the words.
    """
    generation = 2 if _SECOND.search(printed) else 1 if _FIRST.search(printed) else None
    bare = _SECOND.sub("", _FIRST.sub("", printed))
    words = bare.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        del words[0]
    texts, unspaced = [" ".join(words)], len(words) == 1 and frozenset() < scripts(bare) <= _UNSPACED
    if unspaced:
        texts = [split for length in (1, 2) for split in _split(words[0], length)]
    readings = (_analyse(text, generation, surname_first or unspaced, tagged=tagged) for text in texts)
    return tuple(reading for reading in readings if reading is not None)


def _split(text: str, surname: int) -> list[str]:
    """Return `text` with its first `surname` characters set apart, in its script and in Latin letters."""
    if len(text) <= surname:
        return []
    parts = text[:surname], text[surname:]
    return [" ".join(parts), " ".join(in_latin(part) for part in parts)]


def _analyse(text: str, generation: int | None, surname_first: bool, *, tagged: bool) -> NameParts | None:
    name = analyse_person(text, symbols=tagged)
    if name is None:
        return None
    symbols: dict[NamePart, list[Symbol]] = {part: [] for part in name.parts}
    for span in sorted(name.spans, key=lambda span: span.symbol.id):
        for part in span.parts:
            symbols[part].append(span.symbol)
    words, particles = [], []
    for part in name.parts:
        last = part.index == len(name.parts) - 1
        told = _generation(part, symbols[part]) if part.index and last else None
        if told is not None:
            generation = told
        elif not last and _is_particle(part, symbols[part]):
            particles.append(part.comparable)
        else:
            words.append(part)
    known = frozenset(p for p in words if any(s.category == "NAME" for s in symbols[p]))
    halves = _compound(text, surname_first)
    compound = frozenset(part for part in words if part.form in halves)
    return NameParts(name, tuple(words), tuple(particles), generation, known, compound, surname_first)


def _compound(text: str, surname_first: bool) -> set[str]:
    """Return the halves of a hyphenated given name: first, or after the surname, or in the Korean way ("Min-seok")."""
    halves: set[str] = set()
    for i, word in enumerate(text.split()):
        first, hyphen, second = word.partition("-")
        if hyphen and ((i == 0) != surname_first or (first[:1].isupper() and second.islower())):
            halves |= {first.casefold(), second.casefold()}
    return halves


def _generation(part: NamePart, symbols: list[Symbol]) -> int | None:
    # A single letter is an initial sooner than a Roman numeral.
    if len(part.form) == 1:
        return None
    for symbol in symbols:
        if symbol.category == "NUMERIC":
            return int(symbol.id)
    return _GENERATIONS.get(part.form)


def _is_particle(part: NamePart, symbols: list[Symbol]) -> bool:
    """Say whether `part` is printed or left out at will: "al", "von", "bin"; not "Ben" nor "Abdul", who are names."""
    if part.tag == "STOP":
        return True
    categories = {symbol.category for symbol in symbols}
    return "NICK" not in categories and any(symbol.category == "SYMBOL" and symbol.id != "ABDUL" for symbol in symbols)
