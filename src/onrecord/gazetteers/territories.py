"""Names and codes of states, peoples and places, and the territory that each stands for."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord import lexicons
from onrecord.names import in_latin, is_spelt, known

_CACHED_NAMES = 20_000
_LEFT_OUT = frozenset(".()[],;:_-/ʻ'’")


@dataclass(frozen=True, slots=True)
class Territory:
    """A country, a part of one, a union of several or one that is no more.

    `code` is rigour's ("gb", "us-ny"), `alpha3` ISO 3166's in small letters where it has one. `languages` (ISO 639-3)
    and `parent`, the code of what it is a part of, are what rigour knows; a part speaks its parent's.
    """

    code: str
    name: str
    alpha3: str | None
    is_country: bool
    parent: str | None
    languages: frozenset[str]


def get_territory(code: str) -> Territory | None:
    """Return the territory with this code, of its own or ISO 3166 alpha-3, None if there is none ("GBR", "gb")."""
    found = _coded(code)
    return found[0] if found is not None and found[1] else None


@lru_cache(maxsize=_CACHED_NAMES)
def lookup_territory(text: str) -> Territory | None:
    """Return the territory that a code, a name, a demonym or a city stands for, None if it stands for none.

    Example: "GB", "Britain" and "British" stand for the same, "the harbour" for none.
    """
    found = _coded(text)
    if found is not None:
        return found[0]
    code, _ = _named(text)
    return get_territory(code) if code else None


def is_city(text: str) -> bool:
    """Say whether `text` stands for a territory as a place in it: "Tehran", not "Iran" nor "Singapore"."""
    return _coded(text) is None and _named(text)[1]


def territory_key(name: str) -> str:
    """Return `name` as the table of territories has it: small letters, Latin ones if it can be, no punctuation."""
    text = unicodedata.normalize("NFKC", in_latin(name) if is_spelt(name) else name).casefold()
    return " ".join("".join(_characters(text)).split())


def _characters(text: str) -> Iterator[str]:
    for character in text:
        if character not in _LEFT_OUT:
            # Marks are vowels in some scripts.
            of_word = character.isalnum() or unicodedata.category(character).startswith("M")
            yield character if of_word else " "


def _named(text: str) -> tuple[str, bool]:
    """Return the code of the territory with this name, and whether it is the name of a place in it."""
    code, _, place = (known("territories", territory_key(text)) or "").partition(" ")
    return code, bool(place)


def _coded(text: str) -> tuple[Territory, bool] | None:
    return _codes().get(text.lower().replace("_", "-").strip())


@cache
def _codes() -> dict[str, tuple[Territory, bool]]:
    """Return the territories by code, with whether it is one of theirs and not the item's in Wikidata."""
    found: dict[str, tuple[Territory, bool]] = {}
    languages: dict[str, frozenset[str]] = {}
    rows = lexicons.rows("territories.tsv")
    for code, _, _, _, _, spoken, *_ in rows:
        languages[code] = frozenset(spoken.split())
    for code, name, alpha3, country, parent, spoken, codes, items in rows:
        told = frozenset(spoken.split()) or languages.get(parent, frozenset())
        territory = Territory(code, name, alpha3 or None, country == "yes", parent or None, told)
        found |= dict.fromkeys(items.split(), (territory, False))
        found |= dict.fromkeys((code, *codes.split(), *([alpha3] if alpha3 else ())), (territory, True))
    return found
