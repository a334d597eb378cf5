"""The printed name of an organisation, group, document or place, taken apart: its words, countries and initials."""

from dataclasses import dataclass
from functools import lru_cache

from rigour.names import NamePart, NamePartTag, NameTypeTag, Symbol, analyze_names

from onrecord import lexicons

_CACHED_NAMES = 100_000
_ACRONYM_LENGTHS = range(2, 9)
_COMMON_NOUNS = frozenset(
    noun for noun, kind in lexicons.mapping("source_nouns.tsv").items() if kind in ("organisation", "group")
)
# Symbols of rigour for what every country has its own of.
_NATIONAL = frozenset({"MINISTRY", "DEPT", "GOV", "NATL"})


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A printed name: rigour's symbol of each word that has one ("Dept." and "Department"), else the word.

    Articles, stopwords and legal forms are not among `words`, nor are the `countries` it names ("Russian": "ru").
    `initials` are those that could abbreviate it, `acronym` the name itself if it looks like one. `common` says that
    it tells what the body is and not whose ("Ministry of Health").
    """

    words: tuple[str, ...]
    countries: frozenset[str]
    initials: frozenset[str]
    acronym: str | None
    common: bool


@lru_cache(maxsize=_CACHED_NAMES)
def read_organisation_name(printed: str) -> OrganisationName | None:
    """Return the name in `printed`, None if there is no word in it."""
    names = analyze_names(NameTypeTag.ORG, [printed])
    if not names:
        return None
    (name,) = names
    symbols: dict[NamePart, dict[str, str]] = {}
    for span in name.spans:
        for part in span.parts:
            symbols.setdefault(part, {}).setdefault(span.symbol.category.value, span.symbol.id)
    location, legal = Symbol.Category.LOCATION.value, Symbol.Category.ORG_CLASS.value
    named = [part for part in name.parts if part.tag not in (NamePartTag.STOP, NamePartTag.LEGAL)]
    proper = [part for part in named if location not in symbols.get(part, {}) and legal not in symbols.get(part, {})]
    words = proper or named or list(name.parts)
    telling = [
        (symbols.get(part, {}).get(Symbol.Category.SYMBOL.value), Symbol.Category.DOMAIN.value in symbols.get(part, {}))
        for part in words
    ]
    national = any(symbol in _NATIONAL for symbol, _ in telling) or all(
        symbol or domain or part.form in _COMMON_NOUNS for part, (symbol, domain) in zip(words, telling, strict=True)
    )
    return OrganisationName(
        words=tuple(symbol or part.comparable for part, (symbol, _) in zip(words, telling, strict=True)),
        countries=frozenset(s[location] for part in name.parts if location in (s := symbols.get(part, {}))),
        initials=frozenset(
            "".join(part.comparable[0] for part in parts) for parts in (named, name.parts) if len(parts) > 1
        ),
        acronym=_acronym(printed),
        common=national,
    )


def _acronym(printed: str) -> str | None:
    letters = printed.removeprefix("the ").replace(".", "").strip()
    return letters.casefold() if letters.isupper() and letters.isalpha() and len(letters) in _ACRONYM_LENGTHS else None
