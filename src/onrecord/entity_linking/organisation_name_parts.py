"""The printed name of an organisation, group, document or place, taken apart: its words, countries and initials."""

from dataclasses import dataclass
from functools import lru_cache

from onrecord import lexicons
from onrecord.entity_linking.territories import territory_code
from onrecord.gazetteers import analyse_organisation
from onrecord.names import NamePart, SymbolCategory

_CACHED_NAMES = 10_000
_ACRONYM_LENGTHS = range(2, 9)
_COMMON_NOUNS = frozenset(
    noun for noun, kind in lexicons.mapping("source_nouns.tsv").items() if kind in ("organisation", "group")
)
# Symbols for what every country has its own of.
_NATIONAL = frozenset({"MINISTRY", "DEPT", "GOV"})

_NOT_TELLING = frozenset({"LOCATION", "ORG_CLASS"})


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """A printed name: the symbol of each word that has one ("Dept." and "Department"), else the word.

    Articles, stopwords and legal forms are not among `words`, nor are the `countries` it names ("Russian": "ru").
    `telling` are the words that are neither symbols nor common nouns. `initials` could abbreviate the name, `acronym`
    is the name itself if it looks like one. `common` says that it tells what the body is and not whose ("Ministry of
    Health").
    """

    words: tuple[str, ...]
    telling: tuple[str, ...]
    countries: frozenset[str]
    initials: frozenset[str]
    acronym: str | None
    common: bool


@lru_cache(maxsize=_CACHED_NAMES)
def read_organisation_name(printed: str) -> OrganisationName | None:
    """Return the name in `printed`, None if there is no word in it."""
    name = analyse_organisation(printed)
    if name is None:
        return None
    symbols: dict[NamePart, dict[SymbolCategory, str]] = {part: {} for part in name.parts}
    # A word may have several.
    for span in sorted(name.spans, key=lambda span: span.symbol.id, reverse=True):
        for part in span.parts:
            symbols[part].setdefault(span.symbol.category, span.symbol.id)
    for part, told in symbols.items():
        # Symbols of countries lack most adjectives.
        adjective = None if told else territory_code(part.form.capitalize())
        if adjective:
            told["LOCATION"] = adjective
    named = [part for part in name.parts if part.tag not in ("STOP", "LEGAL")]
    proper = [part for part in named if symbols[part].keys().isdisjoint(_NOT_TELLING)]
    words = proper or named or list(name.parts)
    kinds = [symbols[part].get("SYMBOL") for part in words]
    telling = [part.comparable for part in words if not symbols[part] and part.form not in _COMMON_NOUNS]
    return OrganisationName(
        words=tuple(kind or part.comparable for part, kind in zip(words, kinds, strict=True)),
        telling=tuple(telling),
        countries=frozenset(told["LOCATION"] for told in symbols.values() if "LOCATION" in told),
        initials=frozenset(
            "".join(part.comparable[0] for part in parts) for parts in (named, name.parts) if len(parts) > 1
        ),
        acronym=_acronym(printed),
        common=not _NATIONAL.isdisjoint(kinds) or not telling,
    )


def _acronym(printed: str) -> str | None:
    letters = printed.removeprefix("the ").replace(".", "").strip()
    return letters.casefold() if letters.isupper() and letters.isalpha() and len(letters) in _ACRONYM_LENGTHS else None
