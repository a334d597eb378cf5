"""Persons' names with what Wikidata and rigour know of their words: given names, nicknames, particles, numerals."""

from collections.abc import Iterator
from functools import lru_cache

from rigour.names import Name, NamePart, NamePartTag, NameTypeTag, Symbol, SymbolCategory, analyze_names

from onrecord.gazetteers.tables import known

_CATEGORIES = {
    "NAME": SymbolCategory.NAME,
    "NICK": SymbolCategory.NICK,
    "NUMERIC": SymbolCategory.NUMERIC,
    "SYMBOL": SymbolCategory.SYMBOL,
}
_LONGEST = 8
"""Words of the longest name in the table."""

_CACHED_PHRASES = 20_000


def analyse_person(text: str, *, symbols: bool) -> Name | None:
    """Return rigour's analysis of the name of a person, None where there is no word in it.

    It is what `rigour.names.analyze_names` gives of one name with `infer_initials`. Example: "Ada Orlen" has for "ada"
    the symbols of three names of Wikidata, for "orlen", which is no name there, none.

    Args:
        text: a printed name.
        symbols: whether to say what is known of the words, too.
    """
    names = analyze_names(NameTypeTag.PER, [text], symbols=False)
    if not names:
        return None
    (name,) = names
    if symbols:
        _apply_initials(name)
        for phrase in _phrases([part.form for part in name.parts]):
            for symbol in _symbols(phrase):
                name.apply_phrase(phrase, symbol)
        _apply_numbers(name)
    return name


def _phrases(words: list[str]) -> Iterator[str]:
    """Yield all that may be a name in the table, in the order of their ends and the longest first."""
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - _LONGEST), end):
            yield " ".join(words[start:end])


@lru_cache(maxsize=_CACHED_PHRASES)
def _symbols(phrase: str) -> tuple[Symbol, ...]:
    pairs = (symbol.split(":", 1) for symbol in (known("person_names", phrase) or "").split())
    return tuple(Symbol(_CATEGORIES[category], id) for category, id in pairs)


def _apply_initials(name: Name) -> None:
    for part in name.parts:
        if part.latinize and len(part.form) == 1 and part.comparable:
            name.apply_part(part, Symbol(SymbolCategory.INITIAL, part.comparable[0]))


def _apply_numbers(name: Name) -> None:
    """Give numbers that no ordinal in the table has covered what they count."""
    covered: set[NamePart] = {
        part for span in name.spans if span.symbol.category == SymbolCategory.NUMERIC for part in span.parts
    }
    for part in name.parts:
        if part.tag == NamePartTag.NUM and part.integer is not None and part not in covered:
            name.apply_part(part, Symbol(SymbolCategory.NUMERIC, part.integer))
